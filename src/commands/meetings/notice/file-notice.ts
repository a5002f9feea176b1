import { FileNotice, FileNoticeCertificate } from '../../../contracts/meetings/notice/process';
import { noticeToMake, printsOtherTakeDown } from '../../../domain/meetings/notice/notice-letter';
import { refuse } from '../../../domain/refusals/refusal';
import { Body } from '../../../store/entities/bodies';
import { Meeting } from '../../../store/entities/meetings';
import { Notice } from '../../../store/entities/notices';
import { Principal } from '../../../store/entities/people';
import { keepMadeDocument } from '../../register/documents/keep-made-document';
import { defineCommand } from '../../runner/command';
import { lockRow, type Transaction } from '../../runner/transaction';
import { noticeFacts } from './notice-facts';
import { tellDayMoved } from './notice-letters';
import { openPosting } from './open-notice';
import { noticeWakes } from './settle-notice';

/** Why notices have no number of their own: they are kept in order with the minutes they announce (OSL 5:1). */
const KEPT_WITH_MINUTES = 'Hålls ordnat tillsammans med protokollet';

/**
 * The notice of one board with its own posting day and the day it may be taken down: a version for each time these
 * change. When the second one moves the board is told with it (M-11).
 */
export const fileNotice = defineCommand<FileNotice, { documentId: string }>({
  name: 'fileNotice',
  kind: 'step',
  input: FileNotice,
  permission: 'internal',
  handle: async (tx, input) => {
    const open = await openPosting(tx, input.postingId);
    if (!open.ok) return open;
    const { notice, posting } = open;
    const facts = await noticeFacts(tx, notice);
    const board = facts.boards.find(({ postingId }) => postingId === posting.id);
    const wanted =
      board === undefined ? null : noticeToMake(board, notice, facts.time, facts.rules.appealWeeks);
    const { postedDay, takeDownDay } = input;
    if (board === undefined || wanted?.postedDay !== postedDay || wanted.earliestTakeDown !== takeDownDay) {
      return refuse('stale-version');
    }
    const body = await tx.em.findOneOrFail(Body, notice.bodyId);
    const meeting = await tx.em.findOneOrFail(Meeting, notice.meetingId);
    const principal = await tx.em.findOneOrFail(Principal, posting.principalId);
    const { bytes, pages, template, renderer, snapshot, claims } = input;
    const version = await keepMadeDocument(tx, {
      document: {
        authorityId: notice.authorityId,
        bodyId: notice.bodyId,
        matterId: null,
        kind: 'notice',
        title: `Anslag ${body.name} ${meeting.day}, ${principal.name}`,
        direction: 'outgoing',
        day: tx.today,
        counterpart: principal.name,
        state: 'dispatched',
        unregisteredReason: KEPT_WITH_MINUTES,
        owner: { kind: 'posting', id: posting.id },
      },
      version: {
        madeKey: `notice/${posting.id}/${postedDay}/${(await countNotices(tx, posting.id)) + 1}`,
        bytes,
        mediaType: 'application/pdf',
        pages,
        fileName: `anslag-${meeting.day}-${principal.name}.pdf`,
        template,
        renderer,
        snapshot,
        claims,
      },
    });
    if (notice.state === 'running' && printsOtherTakeDown(board, facts.time)) {
      await tellDayMoved(tx, notice, facts, [board]);
    }
    // Not the row's version: a registrar's page that is open would be refused for it.
    await tx.em.execute('update notice_posting set printed_day = ?, printed_take_down = ? where id = ?', [
      postedDay,
      takeDownDay,
      posting.id,
    ]);
    return {
      ok: true,
      result: { documentId: version.documentId },
      subject: { kind: 'posting', id: posting.id, authorityId: notice.authorityId },
      wakes: noticeWakes(notice),
    };
  },
});

/** The certificate (anslagsbevis), made when the last board has taken the notice down, and anew when such a day is corrected. */
export const fileNoticeCertificate = defineCommand<FileNoticeCertificate, { documentId: string }>({
  name: 'fileNoticeCertificate',
  kind: 'step',
  input: FileNoticeCertificate,
  permission: 'internal',
  handle: async (tx, input) => {
    const locked = await lockRow(tx, Notice, { id: input.noticeId });
    if (!locked.ok) return locked;
    const notice = locked.row;
    if ((notice.takenDownOn ?? null) === null) return refuse('stale-version');
    const { corrections } = input;
    if (corrections !== (await countTakeDownCorrections(tx, notice.id))) return refuse('stale-version');
    const body = await tx.em.findOneOrFail(Body, notice.bodyId);
    const meeting = await tx.em.findOneOrFail(Meeting, notice.meetingId);
    const { bytes, pages, template, renderer, snapshot, claims } = input;
    const version = await keepMadeDocument(tx, {
      document: {
        authorityId: notice.authorityId,
        bodyId: notice.bodyId,
        matterId: null,
        kind: 'noticeCertificate',
        title: `Anslagsbevis ${body.name} ${meeting.day}`,
        direction: 'drawnUp',
        day: tx.today,
        state: 'drawnUp',
        unregisteredReason: KEPT_WITH_MINUTES,
        owner: { kind: 'notice', id: notice.id },
      },
      version: {
        madeKey: `notice-certificate/${notice.id}${corrections === 0 ? '' : `/${corrections}`}`,
        bytes,
        mediaType: 'application/pdf',
        pages,
        fileName: `anslagsbevis-${meeting.day}.pdf`,
        template,
        renderer,
        snapshot,
        claims,
      },
    });
    notice.certificateDocumentId = version.documentId;
    return {
      ok: true,
      result: { documentId: version.documentId },
      subject: { kind: 'notice', id: notice.id, authorityId: notice.authorityId },
      wakes: noticeWakes(notice),
    };
  },
});

async function countNotices(tx: Transaction, postingId: string): Promise<number> {
  const rows: { count: number }[] = await tx.em.execute(
    `select count(*)::int as count from document d join document_version v on v.document_id = d.id
     where d.owner_kind = 'posting' and d.owner_id = ? and d.kind = 'notice'`,
    [postingId],
  );
  return rows[0]?.count ?? 0;
}

async function countTakeDownCorrections(tx: Transaction, noticeId: string): Promise<number> {
  const rows: { count: number }[] = await tx.em.execute(
    `select count(*)::int as count from posting_correction c join notice_posting p on p.id = c.posting_id
     where p.notice_id = ? and c.field = 'downDay'`,
    [noticeId],
  );
  return rows[0]?.count ?? 0;
}

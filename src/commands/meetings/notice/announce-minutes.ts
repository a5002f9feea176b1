import { v7 as uuidv7 } from 'uuid';
import type { RulesOfProcedure } from '../../../domain/bodies/rules-of-procedure';
import { noticeDeadline } from '../../../domain/meetings/plan/deadlines';
import { beforeOfficeOpens } from '../../../domain/processes/office-morning';
import { addDays } from '../../../domain/time/day';
import { BodyPrincipal, Body } from '../../../store/entities/bodies';
import type { Meeting } from '../../../store/entities/meetings';
import type { Minutes } from '../../../store/entities/minutes';
import { Notice, NoticePosting } from '../../../store/entities/notices';
import { Principal } from '../../../store/entities/people';
import { setDeadline } from '../../deadlines/deadlines';
import { openTask } from '../../notifications/tasks';
import type { WakeFor } from '../../runner/command';
import type { Transaction } from '../../runner/transaction';
import { noticeWakes } from './settle-notice';

/**
 * KL 8:12, 9:32: verified minutes are to be announced at the latest the second day after, on the board of every
 * cooperating party. Called in the transaction of the last signature; the process makes the notices and asks the registrars.
 * @returns the wakes; none for a body that announces nothing
 */
export async function announceMinutes(
  tx: Transaction,
  verified: { readonly minutes: Minutes; readonly meeting: Meeting; readonly rules: RulesOfProcedure },
): Promise<WakeFor[]> {
  const { minutes, meeting, rules } = verified;
  if (rules.noticeBoards === 'none') return [];
  const last = noticeDeadline(rules, tx.today);
  const { authorityId, bodyId } = minutes;
  const notice = tx.em.create(Notice, {
    id: uuidv7(),
    authorityId,
    bodyId,
    meetingId: meeting.id,
    minutesId: minutes.id,
    verifiedOn: tx.today,
    postingDay: last.day,
    state: 'posting',
    documentId: null,
    certificateDocumentId: null,
    takenDownOn: null,
  });
  tx.em.persist(notice);
  for (const principal of await boardsOf(tx, bodyId, rules.noticeBoards)) {
    tx.em.persist(
      tx.em.create(NoticePosting, {
        id: uuidv7(),
        authorityId,
        noticeId: notice.id,
        principalId: principal.id,
        boardAddress: principal.noticeBoardAddress,
        statedDay: null,
        printedDay: null,
        printedTakeDown: null,
        confirmedBy: null,
        confirmedAt: null,
        downDay: null,
        downBy: null,
        downAt: null,
        linkTokenHash: null,
      }),
    );
  }
  await setDeadline(tx, {
    owner: { kind: 'notice', id: notice.id, authorityId },
    kind: 'notice',
    day: last.day,
    at: last.instant,
    rule: last.law ?? 'KL 8:12',
    basis: 'verificationDate',
    reminders: [{ kind: 'boardsMissing', dueAt: beforeOfficeOpens(addDays(last.day, 1), notice.id) }],
  });
  const body = await tx.em.findOneOrFail(Body, bodyId);
  await openTask(tx, {
    kind: 'boardsToPost',
    subject: { kind: 'notice', id: notice.id, authorityId },
    for: { role: 'secretary', scopeId: bodyId },
    bodyId,
    dueDay: last.day,
    rule: last.law,
    facts: { body: body.name, day: meeting.day, postingDay: last.day },
    link: `/anslag/${notice.id}`,
  });
  return noticeWakes(notice);
}

async function boardsOf(
  tx: Transaction,
  bodyId: string,
  boards: 'everyPrincipal' | 'hostPrincipal',
): Promise<Principal[]> {
  const body = await tx.em.findOneOrFail(Body, bodyId);
  const members = await tx.em.find(BodyPrincipal, { bodyId }, { orderBy: { ordinal: 'asc' } });
  const ids =
    boards === 'hostPrincipal' ? [body.hostPrincipalId] : members.map(({ principalId }) => principalId);
  return tx.em.find(Principal, { id: { $in: ids } });
}

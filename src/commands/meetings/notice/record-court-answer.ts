import { v7 as uuidv7 } from 'uuid';
import { RecordCourtAnswer } from '../../../contracts/meetings/notice/postings';
import { canRecordCourtAnswer } from '../../../domain/meetings/notice/notices';
import { refuse } from '../../../domain/refusals/refusal';
import { Paragraph } from '../../../store/entities/minutes';
import { CourtAnswer, Notice } from '../../../store/entities/notices';
import { closeTasks } from '../../notifications/tasks';
import { defineCommand } from '../../runner/command';
import { lockRow } from '../../runner/transaction';
import { noticeFacts } from './notice-facts';
import { onNotice } from './open-notice';
import { settleNotice } from './settle-notice';

/**
 * M-11, KL 13:14-15: the court's answer. None: legal force. Appealed: per paragraph with case number and whether the
 * court has stopped the execution (stay). No page or document says laga kraft before this.
 */
export const recordCourtAnswer = defineCommand<RecordCourtAnswer, { noticeId: string }>({
  name: 'recordCourtAnswer',
  kind: 'step',
  input: RecordCourtAnswer,
  permission: (tx, input) => onNotice(tx, 'court.record', input.noticeId),
  handle: async (tx, input) => {
    const locked = await lockRow(tx, Notice, { id: input.noticeId }, input.version);
    if (!locked.ok) return locked;
    const notice = locked.row;
    const { time } = await noticeFacts(tx, notice);
    const verdict = canRecordCourtAnswer(
      notice.state,
      time,
      {
        day: input.day,
        appealed: input.appealed,
        reference: input.reference,
        caseNumbers: input.appeals.length,
      },
      tx.today,
    );
    if (!verdict.ok) return verdict;
    const { appeals } = input;
    const known = await tx.em.find(Paragraph, { minutesId: notice.minutesId });
    if (appeals.some((appeal) => !known.some(({ id }) => id === appeal.paragraphId)))
      return refuse('not-found');
    const recordedBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    if (recordedBy === null) return refuse('not-allowed', { who: 'secretary' });
    tx.em.persist(
      tx.em.create(CourtAnswer, {
        id: uuidv7(),
        authorityId: notice.authorityId,
        noticeId: notice.id,
        day: input.day,
        reference: input.reference,
        appealed: input.appealed,
        appeals,
        recordedBy,
        recordedAt: tx.now,
      }),
    );
    await closeTasks(tx, notice.id, ['askCourt']);
    return {
      ok: true,
      result: { noticeId: notice.id },
      subject: { kind: 'notice', id: notice.id, authorityId: notice.authorityId },
      wakes: await settleNotice(tx, notice),
    };
  },
});

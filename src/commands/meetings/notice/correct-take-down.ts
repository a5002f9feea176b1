import { actorName } from '../../../contracts/actor';
import { CorrectTakeDown } from '../../../contracts/meetings/notice/postings';
import { canCorrectTakeDown } from '../../../domain/meetings/notice/notices';
import { latestDay } from '../../../domain/time/day';
import { defineCommand } from '../../runner/command';
import { correctDay } from './keep-correction';
import { noticeFacts } from './notice-facts';
import { onPosting, openPosting } from './open-notice';
import { settleNotice } from './settle-notice';

/**
 * M-11: the day of taking down is corrected with a reason. What stood before is kept, and a certificate that was made
 * with the wrong day gets a new version.
 */
export const correctTakeDown = defineCommand<CorrectTakeDown, { postingId: string }>({
  name: 'correctTakeDown',
  kind: 'step',
  input: CorrectTakeDown,
  permission: (tx, input) => onPosting(tx, 'notice.confirm', input.postingId),
  handle: async (tx, input) => {
    const open = await openPosting(tx, input.postingId, input.version);
    if (!open.ok) return open;
    const { notice, posting } = open;
    const before = posting.downDay ?? null;
    const { time } = await noticeFacts(tx, notice);
    const verdict = canCorrectTakeDown({ down: before, today: tx.today }, time, input.downDay, input.reason);
    if (!verdict.ok) return verdict;
    const { downDay: after, reason } = input;
    correctDay(tx, posting, 'downDay', { after, reason, correctedBy: actorName(tx.actor) });
    const { boards } = await noticeFacts(tx, notice);
    const days = boards.flatMap(({ downDay }) => (downDay === null ? [] : [downDay]));
    if (days.length === boards.length) {
      notice.takenDownOn = latestDay(days) ?? null;
      // The process makes the certificate again; until then none is shown, for it would state the wrong day.
      notice.certificateDocumentId = null;
    }
    return {
      ok: true,
      result: { postingId: posting.id },
      subject: { kind: 'posting', id: posting.id, authorityId: notice.authorityId },
      wakes: await settleNotice(tx, notice),
    };
  },
});

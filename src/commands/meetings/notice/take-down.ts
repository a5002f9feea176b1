import { actorName } from '../../../contracts/actor';
import { TakeDownNotice, TakeDownNoticeByLink } from '../../../contracts/meetings/notice/postings';
import { canTakeDown } from '../../../domain/meetings/notice/notices';
import { refuse } from '../../../domain/refusals/refusal';
import { latestDay, type Day } from '../../../domain/time/day';
import { closeTasks } from '../../notifications/tasks';
import { isLinkToken } from '../../notifications/one-time-links';
import { withdrawMails } from '../../notifications/mail';
import { defineCommand, type Outcome } from '../../runner/command';
import type { Transaction } from '../../runner/transaction';
import { noticeFacts } from './notice-facts';
import { onPosting, openPosting, type OpenPosting } from './open-notice';
import { settleNotice } from './settle-notice';

interface Down {
  readonly postingId: string;
}

/** KL 8:12: taken down at the earliest when the appeal time has ended. */
export const takeDownNotice = defineCommand<TakeDownNotice, Down>({
  name: 'takeDownNotice',
  kind: 'step',
  input: TakeDownNotice,
  permission: (tx, input) => onPosting(tx, 'notice.confirm', input.postingId),
  handle: async (tx, input) => {
    const open = await openPosting(tx, input.postingId, input.version);
    return open.ok ? takeDown(tx, open, input.downDay, actorName(tx.actor)) : open;
  },
});

/** The same from the one-time link in the letter. */
export const takeDownNoticeByLink = defineCommand<TakeDownNoticeByLink, Down>({
  name: 'takeDownNoticeByLink',
  kind: 'step',
  input: TakeDownNoticeByLink,
  permission: 'public',
  handle: async (tx, input) => {
    const open = await openPosting(tx, input.postingId);
    if (!open.ok) return open;
    return isLinkToken(open.posting.linkTokenHash, input.token)
      ? takeDown(tx, open, input.downDay, `link:${input.postingId}`)
      : refuse('not-found');
  },
});

async function takeDown(
  tx: Transaction,
  open: OpenPosting,
  downDay: Day,
  by: string,
): Promise<Outcome<Down>> {
  const { notice, posting } = open;
  const { time } = await noticeFacts(tx, notice);
  const verdict = canTakeDown(
    {
      confirmed: (posting.statedDay ?? null) !== null,
      today: tx.today,
      down: (posting.downDay ?? null) !== null,
    },
    time,
    downDay,
  );
  if (!verdict.ok) return verdict;
  posting.downDay = downDay;
  posting.downBy = by;
  posting.downAt = tx.now;
  await closeTasks(tx, posting.id, ['takeDownNotice']);
  await withdrawMails(tx, posting.id, ['noticeToTakeDown']);
  const wakes = await settleNotice(tx, notice);
  const { boards } = await noticeFacts(tx, notice);
  const days = boards.flatMap((board) => (board.downDay === null ? [] : [board.downDay]));
  if (days.length === boards.length) notice.takenDownOn = latestDay(days) ?? null;
  return {
    ok: true,
    result: { postingId: posting.id },
    subject: { kind: 'posting', id: posting.id, authorityId: notice.authorityId },
    wakes,
  };
}

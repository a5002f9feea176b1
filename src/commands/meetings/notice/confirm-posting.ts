import {
  ConfirmPosting,
  ConfirmPostingByLink,
  SetPostingDay,
} from '../../../contracts/meetings/notice/postings';
import { canConfirmPosting, canSetPostingDay } from '../../../domain/meetings/notice/notices';
import { refuse } from '../../../domain/refusals/refusal';
import type { Day } from '../../../domain/time/day';
import { actorName } from '../../../contracts/actor';
import { Meeting } from '../../../store/entities/meetings';
import { Notice, NoticePosting } from '../../../store/entities/notices';
import { boundRules } from '../../../store/queries/meetings/plan/plan-rules';
import { closeTasks, moveTasks } from '../../notifications/tasks';
import { isLinkToken } from '../../notifications/one-time-links';
import { withdrawMails } from '../../notifications/mail';
import { defineCommand, type Outcome } from '../../runner/command';
import { lockRow, type Transaction } from '../../runner/transaction';
import { onNotice, onPosting, openPosting, type OpenPosting } from './open-notice';
import { noticeWakes, settleNotice } from './settle-notice';

interface Posted {
  readonly postingId: string;
}

/** M-11: a registrar (or the secretary for them) confirms that the notice is up, with the day stated on it. */
export const confirmPosting = defineCommand<ConfirmPosting, Posted>({
  name: 'confirmPosting',
  kind: 'step',
  input: ConfirmPosting,
  permission: (tx, input) => onPosting(tx, 'notice.confirm', input.postingId),
  handle: async (tx, input) => {
    const open = await openPosting(tx, input.postingId, input.version);
    return open.ok ? confirm(tx, open, input.statedDay, actorName(tx.actor)) : open;
  },
});

/** The same from the one-time link in the letter: it proves that its reader got the letter to that principal. */
export const confirmPostingByLink = defineCommand<ConfirmPostingByLink, Posted>({
  name: 'confirmPostingByLink',
  kind: 'step',
  input: ConfirmPostingByLink,
  permission: 'public',
  handle: async (tx, input) => {
    const open = await openPosting(tx, input.postingId);
    if (!open.ok) return open;
    return isLinkToken(open.posting.linkTokenHash, input.token)
      ? confirm(tx, open, input.statedDay, `link:${input.postingId}`)
      : refuse('not-found');
  },
});

async function confirm(
  tx: Transaction,
  open: OpenPosting,
  statedDay: Day,
  by: string,
): Promise<Outcome<Posted>> {
  const { notice, posting } = open;
  const verdict = canConfirmPosting(
    { verificationDate: notice.verifiedOn, today: tx.today, confirmed: (posting.statedDay ?? null) !== null },
    statedDay,
  );
  if (!verdict.ok) return verdict;
  posting.statedDay = statedDay;
  posting.confirmedBy = by;
  posting.confirmedAt = tx.now;
  await closeTasks(tx, posting.id, ['postNotice', 'noticeLate', 'noticeBounced']);
  await withdrawMails(tx, posting.id, ['noticeToPost', 'noticeReminder']);
  return {
    ok: true,
    result: { postingId: posting.id },
    subject: { kind: 'posting', id: posting.id, authorityId: notice.authorityId },
    wakes: await settleNotice(tx, notice),
  };
}

/** M-11: the secretary gives all boards one common posting day; what is confirmed already stands. */
export const setPostingDay = defineCommand<SetPostingDay, { noticeId: string }>({
  name: 'setPostingDay',
  kind: 'step',
  input: SetPostingDay,
  permission: (tx, input) => onNotice(tx, 'notice.post', input.noticeId),
  handle: async (tx, input) => {
    const locked = await lockRow(tx, Notice, { id: input.noticeId }, input.version);
    if (!locked.ok) return locked;
    const notice = locked.row;
    if (notice.state !== 'posting') return refuse('posting-confirmed-already');
    const rules = await boundRules(tx.em, await tx.em.findOneOrFail(Meeting, notice.meetingId));
    const verdict = canSetPostingDay(
      rules,
      { verificationDate: notice.verifiedOn, today: tx.today },
      input.day,
    );
    if (!verdict.ok) return verdict;
    notice.postingDay = input.day;
    await moveTasks(tx, notice.id, ['boardsToPost'], { dueDay: input.day, facts: { postingDay: input.day } });
    // Boards that have not posted are asked anew, with the new day (M-11: when a day moves, every registrar is told).
    for (const posting of await tx.em.find(NoticePosting, { noticeId: notice.id, statedDay: null })) {
      await closeTasks(tx, posting.id, ['postNotice']);
      await withdrawMails(tx, posting.id, ['noticeToPost']);
    }
    return {
      ok: true,
      result: { noticeId: notice.id },
      subject: { kind: 'notice', id: notice.id, authorityId: notice.authorityId },
      wakes: noticeWakes(notice),
    };
  },
});

import { v7 as uuidv7 } from 'uuid';
import { actorName } from '../../../contracts/actor';
import {
  CorrectPosting,
  CorrectPostingByLink,
  ReportNoticeMissing,
  RestorePosting,
} from '../../../contracts/meetings/notice/postings';
import { canChangeDays, canCorrectPosting } from '../../../domain/meetings/notice/notices';
import { refuse } from '../../../domain/refusals/refusal';
import { PostingCorrection, PostingGap } from '../../../store/entities/notices';
import { isLinkToken } from '../../notifications/one-time-links';
import { closeTasks, openTaskAnew } from '../../notifications/tasks';
import { defineCommand, type Outcome } from '../../runner/command';
import type { Transaction } from '../../runner/transaction';
import { correctDay } from './keep-correction';
import { noticeFacts } from './notice-facts';
import { onPosting, openPosting, type OpenPosting } from './open-notice';
import { settleNotice } from './settle-notice';

interface Changed {
  readonly postingId: string;
}

/** M-11: the stated day is corrected with a reason. What stood before is kept, and the appeal time is counted anew. */
export const correctPosting = defineCommand<CorrectPosting, Changed>({
  name: 'correctPosting',
  kind: 'step',
  input: CorrectPosting,
  permission: (tx, input) => onPosting(tx, 'notice.confirm', input.postingId),
  handle: async (tx, input) => {
    const open = await openPosting(tx, input.postingId, input.version);
    return open.ok ? correct(tx, open, input, actorName(tx.actor)) : open;
  },
});

/**
 * The same from the one-time link in the letter: whoever confirmed the wrong day by it puts it right by it. What a signed-in
 * registrar or the secretary has confirmed or corrected is theirs.
 */
export const correctPostingByLink = defineCommand<CorrectPostingByLink, Changed>({
  name: 'correctPostingByLink',
  kind: 'step',
  input: CorrectPostingByLink,
  permission: 'public',
  handle: async (tx, input) => {
    const open = await openPosting(tx, input.postingId);
    if (!open.ok) return open;
    const { posting } = open;
    if (!isLinkToken(posting.linkTokenHash, input.token)) return refuse('not-found');
    // What counts the time anew when it has seemed to end is done by somebody who is known.
    if (open.notice.state === 'appealTimeEnded') return refuse('correction-needs-sign-in');
    const by = `link:${posting.id}`;
    const corrections = { postingId: posting.id, field: 'statedDay' as const };
    const newest = { orderBy: { at: 'desc', id: 'desc' }, limit: 1 } as const;
    const [latest] = await tx.em.find(PostingCorrection, corrections, newest);
    const statedBy = latest?.correctedBy ?? posting.confirmedBy ?? null;
    if (statedBy !== null && statedBy !== by) return refuse('posting-stated-signed-in');
    return correct(tx, open, input, by);
  },
});

async function correct(
  tx: Transaction,
  { notice, posting }: OpenPosting,
  { statedDay, reason }: Pick<CorrectPosting, 'statedDay' | 'reason'>,
  correctedBy: string,
): Promise<Outcome<Changed>> {
  const before = posting.statedDay ?? null;
  const { boards } = await noticeFacts(tx, notice);
  const board = boards.find(({ postingId }) => postingId === posting.id);
  const verdict = canCorrectPosting(
    {
      verificationDate: notice.verifiedOn,
      today: tx.today,
      stated: before,
      missingFrom: board?.gaps[0]?.missingFrom ?? null,
    },
    statedDay,
    reason,
  );
  if (!verdict.ok) return verdict;
  const changeable = canChangeDays(notice.state, boards);
  if (!changeable.ok) return changeable;
  correctDay(tx, posting, 'statedDay', { after: statedDay, reason, correctedBy });
  return {
    ok: true,
    result: { postingId: posting.id },
    subject: { kind: 'posting', id: posting.id, authorityId: notice.authorityId },
    wakes: await settleNotice(tx, notice),
  };
}

/** KL 13:5: a notice that is missing before the end annuls the time for all. */
export const reportNoticeMissing = defineCommand<ReportNoticeMissing, Changed>({
  name: 'reportNoticeMissing',
  kind: 'step',
  input: ReportNoticeMissing,
  permission: (tx, input) => onPosting(tx, 'notice.confirm', input.postingId),
  handle: async (tx, input) => {
    const open = await openPosting(tx, input.postingId, input.version);
    if (!open.ok) return open;
    const { notice, posting } = open;
    const statedDay = posting.statedDay ?? null;
    if (statedDay === null) return refuse('posting-not-confirmed');
    if ((posting.downDay ?? null) !== null) return refuse('posting-down-already');
    const { boards, body, meeting, time } = await noticeFacts(tx, notice);
    const changeable = canChangeDays(notice.state, boards);
    if (!changeable.ok) return changeable;
    const gaps = await tx.em.find(PostingGap, { postingId: posting.id }, { orderBy: { missingFrom: 'asc' } });
    const latest = gaps.at(-1);
    if (latest !== undefined && (latest.restoredOn ?? null) === null)
      return refuse('posting-missing-already');
    const from = latest?.restoredOn ?? statedDay;
    // After the last day of the time a board need not carry the notice any more.
    const to = time.state === 'counted' && time.endsOn < tx.today ? time.endsOn : tx.today;
    if (input.missingFrom < from || input.missingFrom > to) {
      return refuse('missing-day-outside', { from, to });
    }
    tx.em.persist(
      tx.em.create(PostingGap, {
        id: uuidv7(),
        postingId: posting.id,
        missingFrom: input.missingFrom,
        restoredOn: null,
        reportedBy: actorName(tx.actor),
        reportedAt: tx.now,
      }),
    );
    const { authorityId, bodyId } = notice;
    await openTaskAnew(tx, {
      kind: 'noticeMissing',
      subject: { kind: 'posting', id: posting.id, authorityId },
      for: { role: 'secretary', scopeId: bodyId },
      bodyId,
      dueDay: tx.today,
      rule: 'KL 13:5',
      facts: {
        body: body.name,
        day: meeting.day,
        principal: boards.find(({ postingId }) => postingId === posting.id)?.principal ?? '',
      },
      link: `/anslag/${notice.id}`,
    });
    return {
      ok: true,
      result: { postingId: posting.id },
      subject: { kind: 'posting', id: posting.id, authorityId: notice.authorityId },
      wakes: await settleNotice(tx, notice),
    };
  },
});

/** The missing notice is up again: a new full three weeks run from the day when all boards carry it. */
export const restorePosting = defineCommand<RestorePosting, Changed>({
  name: 'restorePosting',
  kind: 'step',
  input: RestorePosting,
  permission: (tx, input) => onPosting(tx, 'notice.confirm', input.postingId),
  handle: async (tx, input) => {
    const open = await openPosting(tx, input.postingId, input.version);
    if (!open.ok) return open;
    const { notice, posting } = open;
    const gap = await tx.em.findOne(PostingGap, { postingId: posting.id, restoredOn: null });
    if (gap === null) return refuse('posting-not-missing');
    if (input.restoredOn < gap.missingFrom || input.restoredOn > tx.today) {
      return refuse('missing-day-outside', { from: gap.missingFrom, to: tx.today });
    }
    gap.restoredOn = input.restoredOn;
    await closeTasks(tx, posting.id, ['noticeMissing']);
    return {
      ok: true,
      result: { postingId: posting.id },
      subject: { kind: 'posting', id: posting.id, authorityId: notice.authorityId },
      wakes: await settleNotice(tx, notice),
    };
  },
});

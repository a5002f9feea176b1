import type { Day } from '../../../domain/time/day';
import { text } from '../../../i18n/texts';
import type { ReadContext } from '../../context';
import { formFields } from '../../forms';
import { paths } from '../../paths';
import { dayForm, type PostingFacts } from './posting-main';

/** What is rarely needed: the day was wrong, or the notice is gone from the board. Both count the time anew. */
export function postingSides(context: ReadContext, facts: PostingFacts) {
  const { lang, today } = context;
  const { head, board, state } = facts;
  const open = head.state === 'posting' || head.state === 'running';
  const overview = {
    overviewHref: paths.notice.to({ noticeId: head.id }),
    overviewText: text(lang, 'notices.boardsHeading'),
  };
  if (state === 'down' && board.downDay !== null) {
    return { ...overview, correct: correctDown(context, facts, board.downDay) };
  }
  if (state !== 'up' || !open || board.statedDay === null) return overview;
  return {
    ...overview,
    correct: correctPosted(context, facts, 'correctPosting', board.statedDay),
    report: {
      heading: text(lang, 'notices.reportHeading'),
      text: text(lang, 'notices.reportText'),
      open: formFields(context.form, 'reportNoticeMissing').refused,
      form: {
        ...dayForm(context, facts, 'reportNoticeMissing', 'missingFrom', {
          stored: today,
          label: text(lang, 'notices.reportLabel'),
          min: board.gaps.at(-1)?.restoredOn ?? board.statedDay,
        }),
        act: text(lang, 'notices.reportAct'),
      },
    },
  };
}

/**
 * The same by the one-time link: a day that was confirmed by it is put right by it. What else is rarer needs to be known who
 * did it, and goes by the secretary.
 */
export function linkSides(context: ReadContext, facts: PostingFacts) {
  const { lang } = context;
  const { head, board, state } = facts;
  const mailbox = head.hostMailbox;
  const open = head.state === 'posting' || head.state === 'running';
  if (state !== 'up' || !open || board.statedDay === null || !board.statedByLink)
    return { corrections: text(lang, 'notices.linkCorrections', { mailbox }) };
  return {
    corrections: text(lang, 'notices.linkMissing', { mailbox }),
    correct: correctPosted(context, facts, 'correctPostingByLink', board.statedDay),
  };
}

/** M-11: the confirmed day of posting was wrong; the appeal time is counted from it. */
function correctPosted(
  context: ReadContext,
  facts: PostingFacts,
  command: 'correctPosting' | 'correctPostingByLink',
  statedDay: Day,
) {
  const { lang } = context;
  const correct = formFields(context.form, command);
  return {
    heading: text(lang, 'notices.correctHeading'),
    text: text(lang, 'notices.correctText'),
    open: correct.refused,
    form: {
      ...dayForm(context, facts, command, 'statedDay', {
        stored: statedDay,
        label: text(lang, 'notices.confirmLabel'),
        min: facts.head.verifiedOn,
        max: facts.board.gaps[0]?.missingFrom ?? context.today,
      }),
      reason: { ...correct.field('reason', ''), label: text(lang, 'notices.correctReason') },
      act: text(lang, 'notices.correctAct'),
    },
  };
}

/** M-11: the confirmed day of taking down was wrong; it stands in the certificate. */
function correctDown(context: ReadContext, facts: PostingFacts, downDay: Day) {
  const { lang } = context;
  const { time } = facts;
  const correct = formFields(context.form, 'correctTakeDown');
  return {
    heading: text(lang, 'notices.correctDownHeading'),
    text: text(lang, 'notices.correctDownText'),
    open: correct.refused,
    form: {
      ...dayForm(context, facts, 'correctTakeDown', 'downDay', {
        stored: downDay,
        label: text(lang, 'notices.downLabel'),
        min: time.state === 'counted' ? time.earliestTakeDown : downDay,
      }),
      reason: { ...correct.field('reason', ''), label: text(lang, 'notices.correctReason') },
      act: text(lang, 'notices.correctAct'),
    },
  };
}

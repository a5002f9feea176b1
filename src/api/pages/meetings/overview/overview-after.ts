import type { Capacity } from '../../../../domain/access/capacities';
import { appealDeadline, type DeadlineKind } from '../../../../domain/meetings/plan/deadlines';
import type { Day } from '../../../../domain/time/day';
import { shortDayText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { text } from '../../../../i18n/texts';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import type { NextStep } from '../../../render/components';
import { noticeNext } from '../notice/notice-next';
import type { MeetingFacts } from './overview-facts';

/** What comes after verification: extracts first, since they wait for nobody, then what the notice waits for. */
export function afterVerification(
  context: ReadContext,
  { head, notice, certified }: MeetingFacts,
  reader: ReadonlySet<Capacity>,
): NextStep | null {
  if (head.phase !== 'verified' || notice === null) return null;
  const { lang } = context;
  if (!certified && reader.has('secretary')) {
    return {
      title: text(lang, 'meetings.nextCertifyTitle'),
      text: text(lang, 'meetings.nextCertifyText'),
      who: text(lang, 'meetings.whoYou'),
      consequence: text(lang, 'meetings.nextCertifyElse'),
      action: {
        text: text(lang, 'meetings.nextCertifyAct'),
        href: paths.dispatches.to({ meetingId: head.id }),
      },
    };
  }
  const toNotice = {
    action: {
      text: text(lang, 'meetings.nextNoticeAct'),
      href: paths.notice.to({ noticeId: notice.head.id }),
    },
  };
  return { ...toNotice, ...noticeNext(context, notice.head, notice.letter) };
}

/** A deadline after the meeting as it came to be: the day that counts now, and the day it was done. */
export interface SettledDeadline {
  readonly day: Day;
  readonly doneOn: Day | null;
}

/** KL 5:69, 8:12, 13:5: what is known of the days after the meeting; nothing while they are only reckoned. */
export function settledDeadline(
  { notice }: MeetingFacts,
  kind: DeadlineKind,
  today: Day,
): SettledDeadline | null {
  if (notice === null) return null;
  const { head, letter } = notice;
  if (kind === 'verification') return { day: head.verifiedOn, doneOn: head.verifiedOn };
  const time = letter.times.findLast(({ annulled }) => !annulled);
  if (kind === 'notice' && head.lastDay !== null)
    return { day: head.lastDay, doneOn: time?.startsOn ?? null };
  if (kind === 'appealTime' && time !== undefined)
    return { day: time.endsOn, doneOn: time.endsOn < today ? time.endsOn : null };
  return null;
}

/** KL 13:5: when the appeal time ends if the notice goes up on its last day, once the minutes are verified. */
export function reckonedDay({ notice, inForce }: MeetingFacts, kind: DeadlineKind): Day | null {
  const lastDay = notice?.head.lastDay ?? null;
  if (kind !== 'appealTime' || lastDay === null || inForce === null) return null;
  return appealDeadline(inForce.rules, lastDay).day;
}

/** What the last step waits for, in a few words. */
export function afterNote(lang: Language, facts: MeetingFacts, today: Day): string {
  if (facts.notice?.head.state === 'legalForce') return text(lang, 'meetings.noteLegalForce');
  const time = settledDeadline(facts, 'appealTime', today);
  if (time === null) return text(lang, 'meetings.noteBoards');
  const day = shortDayText(lang, time.day);
  return text(lang, time.doneOn === null ? 'meetings.noteAppeal' : 'meetings.noteAppealOver', { day });
}

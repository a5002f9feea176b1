import { hasReached, meetingPhases, type MeetingPhase } from '../../../../domain/meetings/phases';
import { dayOf } from '../../../../domain/time/stockholm';
import type { Day } from '../../../../domain/time/day';
import { refuse } from '../../../../domain/refusals/refusal';
import { missingPaperText } from '../../../../i18n/agenda-changes';
import { shortDayText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { text, type TextKey } from '../../../../i18n/texts';
import { wrongDateLines } from '../../../../i18n/wrong-dates';
import { readMinutesHead } from '../../../../store/queries/meetings/minutes/minutes-page';
import { readMeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { paths } from '../../../paths';
import type { MissingList, Step, Stepper } from '../../../render/components';
import { page, type ReadRoute } from '../../../route';
import { paperAccess } from '../member/member-access';
import { minutesFiles } from '../minutes/minutes-words';
import { summonsFiles } from '../summons/summons-files';
import { readMeetingFacts, type MeetingFacts } from './overview-facts';
import {
  allowedTo,
  meetingCrumbs,
  meetingHeading,
  meetingTabs,
  meetingTitle,
  ofMeeting,
  readerOf,
} from './overview-head';
import { afterNote, afterVerification } from './overview-after';
import { deadlineList } from './overview-deadlines';
import { historyOf } from './overview-history';
import { nextStepOf } from './overview-next';

const overviewPage = page({
  path: paths.meeting,
  permission: ofMeeting('meeting.read'),
  auditEvent: 'readMeeting',
  template: 'meetings/overview',
  view: async (context, { meetingId }) => {
    const { em, lang, today } = context;
    const head = await readMeetingHead(em, meetingId);
    if (head === null) return refuse('not-found');
    const facts = await readMeetingFacts(em, head);
    const reader = readerOf(context, head);
    const secretary = reader.has('secretary');
    const minutes = hasReached(head.phase, 'verified') ? await readMinutesHead(em, meetingId) : null;
    const beforeSession = !hasReached(head.phase, 'inSession');
    return {
      title: meetingTitle(lang, head),
      heading: meetingHeading(lang, head),
      nextStep: afterVerification(context, facts, reader) ?? nextStepOf(lang, facts, reader, today),
      ...(secretary && beforeSession ? { missing: missingOf(lang, facts) } : {}),
      breadcrumbs: meetingCrumbs(lang, head, false),
      view: {
        tabs: meetingTabs(lang, head, reader, 'overview'),
        stepper: stepperOf(lang, facts, today),
        deadlines: deadlineList(lang, facts, today),
        files: [
          ...(await summonsFiles(context, head, facts.summonses[0], await paperAccess(context, head))),
          ...(minutes !== null && allowedTo('minutes.read', reader)
            ? await minutesFiles(context, minutes)
            : []),
        ],
        timeline: await historyOf(context, meetingId),
        ...(secretary && !hasReached(head.phase, 'summoned')
          ? { changeHref: paths.meetingChange.to({ meetingId }) }
          : {}),
      },
    };
  },
});

/** What the package lacks, and dates that cannot be right, each line leading to where it is mended. */
export function missingOf(lang: Language, { head, items, missing }: MeetingFacts): MissingList {
  const href = (itemId: string) => paths.agendaItem.to({ meetingId: head.id, itemId });
  const dates = items
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ id, label, title, points, summary }) =>
      wrongDateLines(lang, text(lang, 'meetings.itemNumber', { item: label }), [
        title,
        ...points,
        summary,
      ]).map((line) => ({ text: line, href: href(id) })),
    );
  return {
    items: [
      ...missing.map((paper) => ({ text: missingPaperText(lang, paper), href: href(paper.itemId) })),
      ...dates,
    ],
  };
}

interface StepRule {
  readonly text: TextKey;
  /** The phase in which it is done, and the first in which it is the current one. */
  readonly done: MeetingPhase;
  readonly from: MeetingPhase;
  readonly deadline: string | null;
}

const stepRules: readonly StepRule[] = [
  { text: 'meetings.stepAgenda', from: 'planned', done: 'agendaApproved', deadline: 'submission' },
  { text: 'meetings.stepSummons', from: 'agendaApproved', done: 'summoned', deadline: 'summons' },
  { text: 'meetings.stepSession', from: 'summoned', done: 'closed', deadline: 'session' },
  { text: 'meetings.stepMinutes', from: 'closed', done: 'verified', deadline: 'verification' },
  { text: 'meetings.stepAfter', from: 'verified', done: 'ended', deadline: null },
];

function stepperOf(lang: Language, facts: MeetingFacts, today: Day): Stepper {
  const { phase } = facts.head;
  const steps = stepRules.map((rule): Step => {
    const name = text(lang, rule.text);
    if (hasReached(phase, rule.done)) return { text: name, state: 'done', ...doneNote(lang, facts, rule) };
    const day = dayOfStep(facts, rule.deadline);
    const current = meetingPhases.indexOf(phase) >= meetingPhases.indexOf(rule.from);
    const late = day !== null && day < today && rule.deadline !== 'submission';
    return {
      text: name,
      state: late ? 'problem' : current ? 'current' : 'later',
      ...(day === null ? {} : { note: text(lang, 'meetings.noteLatest', { day: shortDayText(lang, day) }) }),
      ...(current && rule.done === 'ended' ? { note: afterNote(lang, facts, today) } : {}),
    };
  });
  return {
    label: text(lang, 'meetings.stepperLabel'),
    steps: [{ text: text(lang, 'meetings.stepPlan'), state: 'done' }, ...steps],
  };
}

function dayOfStep({ deadlines, after }: MeetingFacts, kind: string | null): Day | null {
  return (
    deadlines.find((row) => row.kind === kind)?.day ?? after.find((row) => row.kind === kind)?.day ?? null
  );
}

function doneNote(
  lang: Language,
  { versions, summonses }: MeetingFacts,
  rule: StepRule,
): { readonly note?: string } {
  const letter = versions.at(-1)?.letter;
  const issued = summonses[0]?.issuedAt;
  if (rule.text === 'meetings.stepAgenda' && letter !== undefined) {
    return { note: text(lang, 'meetings.noteVersion', { letter }) };
  }
  if (rule.text === 'meetings.stepSummons' && issued !== undefined)
    return { note: shortDayText(lang, dayOf(issued)) };
  return {};
}

export const overviewRoutes: readonly ReadRoute[] = [overviewPage];

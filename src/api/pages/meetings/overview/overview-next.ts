import type { Capacity } from '../../../../domain/access/capacities';
import { dayText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { ruleText } from '../../../../i18n/rules';
import { text, type TextKey } from '../../../../i18n/texts';
import { paths } from '../../../paths';
import type { Day } from '../../../../domain/time/day';
import type { Action, NextStep } from '../../../render/components';
import type { MeetingFacts } from './overview-facts';
import { deadlineWords } from './overview-head';

/** Which card stands at the top of the meeting for this reader; the same facts that the commands ask. */
export function nextStepOf(
  lang: Language,
  facts: MeetingFacts,
  reader: ReadonlySet<Capacity>,
  today: Day,
): NextStep {
  const { phase } = facts.head;
  if (phase === 'planned' || phase === 'agendaApproved' || phase === 'summoned') {
    return beforeSession(lang, facts, reader, today);
  }
  return afterSession(lang, facts, reader, today);
}

const card = (
  lang: Language,
  title: TextKey,
  body: TextKey,
  who: TextKey,
  words: Readonly<Record<string, string | number>> = {},
): NextStep => ({
  title: text(lang, title, words),
  text: text(lang, body, words),
  who: text(lang, who),
});

const act = (lang: Language, key: TextKey, href: string): { readonly action: Action } => ({
  action: { text: text(lang, key), href },
});

/** The rule behind the card as a reader meets it; nothing where the row names a requirement alone. */
function byRule(lang: Language, source: string): { readonly rule?: string } {
  const rule = ruleText(lang, source);
  return rule === undefined ? {} : { rule };
}

function beforeSession(
  lang: Language,
  facts: MeetingFacts,
  reader: ReadonlySet<Capacity>,
  today: Day,
): NextStep {
  const { head, versions, summonses } = facts;
  const meetingId = head.id;
  const secretary = reader.has('secretary');
  const presides = reader.has('chair') || reader.has('viceChair');
  const at = (kind: string) => {
    const found = facts.deadlines.find((deadline) => deadline.kind === kind && deadline.doneOn === null);
    return found === undefined
      ? {}
      : { deadline: deadlineWords(lang, found.day, today), ...byRule(lang, found.rule) };
  };

  if (facts.awaitsChair) {
    if (!presides) {
      return {
        ...card(lang, 'meetings.nextApprovalOthers', 'meetings.nextApprovalText', 'meetings.whoChair'),
        ...at('summons'),
      };
    }
    return {
      ...card(lang, 'meetings.nextApprovalTitle', 'meetings.nextApprovalText', 'meetings.whoYou'),
      ...at('summons'),
      ...act(lang, 'meetings.nextApprovalAct', paths.agendaApproval.to({ meetingId })),
    };
  }
  if (secretary && facts.returned !== null) {
    return {
      ...card(lang, 'agenda.nextReturnedTitle', 'agenda.nextReturnedText', 'meetings.whoYou'),
      ...at('summons'),
      ...act(lang, 'meetings.nextBuildAct', paths.agenda.to({ meetingId })),
    };
  }
  if (head.phase === 'summoned') return summonedStep(lang, facts, reader, today);
  if (!secretary)
    return card(lang, 'meetings.nextWaitTitle', 'meetings.nextWaitText', 'meetings.whoSecretary');
  const latest = versions.at(-1);
  if (latest === undefined || facts.changedSinceApproval) {
    const changed = latest !== undefined;
    return {
      ...card(
        lang,
        changed ? 'meetings.nextChangedTitle' : 'meetings.nextBuildTitle',
        changed ? 'meetings.nextChangedText' : 'meetings.nextBuildText',
        'meetings.whoYou',
      ),
      ...at(changed ? 'summons' : 'submission'),
      ...act(lang, 'meetings.nextBuildAct', paths.agenda.to({ meetingId })),
    };
  }
  return {
    ...card(lang, 'meetings.nextIssueTitle', 'meetings.nextIssueText', 'meetings.whoYou', {
      letter: latest.letter,
    }),
    ...at(summonses.length === 0 ? 'summons' : 'session'),
    ...act(lang, 'meetings.nextIssueAct', paths.summonsIssue.to({ meetingId })),
  };
}

function summonedStep(
  lang: Language,
  facts: MeetingFacts,
  reader: ReadonlySet<Capacity>,
  today: Day,
): NextStep {
  const { head, called, versions, summonses } = facts;
  const meetingId = head.id;
  const deadline = { deadline: deadlineWords(lang, head.day, today) };
  if (!facts.summonsReady)
    return card(lang, 'meetings.nextMakingTitle', 'meetings.nextMakingText', 'meetings.whoSystem');
  if (!reader.has('secretary')) {
    return {
      ...card(lang, 'meetings.nextReadTitle', 'meetings.nextReadText', 'meetings.whoYou'),
      ...deadline,
      ...act(lang, 'meetings.nextReadAct', paths.papers.to({ meetingId })),
    };
  }
  if (facts.changedSinceApproval) {
    return {
      ...card(lang, 'meetings.nextChangedTitle', 'meetings.nextChangedText', 'meetings.whoYou'),
      ...deadline,
      ...act(lang, 'meetings.nextBuildAct', paths.agenda.to({ meetingId })),
    };
  }
  const latest = versions.at(-1);
  if (latest !== undefined && summonses[0]?.agendaVersionId !== latest.id) {
    return {
      ...card(lang, 'meetings.nextIssueTitle', 'meetings.nextIssueText', 'meetings.whoYou', {
        letter: latest.letter,
      }),
      ...deadline,
      ...act(lang, 'meetings.nextIssueAct', paths.summonsIssue.to({ meetingId })),
    };
  }
  return {
    ...card(lang, 'meetings.nextOpenTitle', 'meetings.nextOpenText', 'meetings.whoYou', {
      day: dayText(lang, head.day),
      opened: called.opened,
      count: called.recipients,
    }),
    ...deadline,
    ...act(lang, 'meetings.nextOpenAct', paths.session.to({ meetingId })),
  };
}

function afterSession(
  lang: Language,
  { head, inForce, after }: MeetingFacts,
  reader: ReadonlySet<Capacity>,
  today: Day,
): NextStep {
  const meetingId = head.id;
  const who: TextKey = reader.has('secretary') ? 'meetings.whoYou' : 'meetings.whoSecretary';
  if (head.phase === 'ended')
    return card(lang, 'meetings.nextEndedTitle', 'meetings.nextEndedText', 'meetings.whoSystem');
  const verification = after.find(({ kind }) => kind === 'verification');
  if (head.phase === 'closed' && inForce !== null && verification !== undefined) {
    return {
      ...card(lang, 'meetings.nextMinutesTitle', 'meetings.nextMinutesText', who, {
        day: dayText(lang, verification.day),
        days: inForce.rules.verificationDays,
      }),
      deadline: deadlineWords(lang, verification.day, today),
      ...byRule(lang, verification.law ?? inForce.decidedBy),
      ...(reader.has('secretary')
        ? act(lang, 'meetings.nextMinutesAct', paths.minutes.to({ meetingId }))
        : {}),
    };
  }
  return {
    title: text(lang, 'meetings.nextSessionTitle'),
    who: text(lang, who),
    ...(reader.has('secretary') ? act(lang, 'meetings.nextOpenAct', paths.session.to({ meetingId })) : {}),
  };
}

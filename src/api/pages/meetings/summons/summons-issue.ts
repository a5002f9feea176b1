import { summonsTimeliness } from '../../../../domain/meetings/agenda/in-time';
import { calledToItems, summonsRecipients } from '../../../../domain/meetings/summons/summons-recipients';
import { canMove } from '../../../../domain/meetings/phases';
import { refuse } from '../../../../domain/refusals/refusal';
import { addDays } from '../../../../domain/time/day';
import { agendaChangeText, missingPaperText } from '../../../../i18n/agenda-changes';
import { dayText } from '../../../../i18n/dates';
import { text } from '../../../../i18n/texts';
import { readComposition } from '../../../../store/queries/bodies/composition';
import { changesBetween } from '../../../../store/queries/meetings/agenda/agenda-snapshot';
import { readMeetingHead } from '../../../../store/queries/meetings/plan/overview';
import type { ReadContext } from '../../../context';
import { formFields } from '../../../forms';
import { paths } from '../../../paths';
import { refusalWords } from '../../../refusal-words';
import { page, type ReadRoute } from '../../../route';
import { itemTags, paperRow } from '../member/member-items';
import { missingOf } from '../overview/overview';
import { readMeetingFacts, type MeetingFacts } from '../overview/overview-facts';
import { seatName } from '../session/session-forms';
import { deadlineWords, meetingCrumbs, meetingHeading, ofMeeting } from '../overview/overview-head';

const issuePage = page({
  path: paths.summonsIssue,
  permission: ofMeeting('summons.issue'),
  auditEvent: 'openIssueSummons',
  template: 'meetings/summons-issue',
  view: async (context, { meetingId }) => {
    const { em, lang, today } = context;
    const head = await readMeetingHead(em, meetingId);
    if (head === null) return refuse('not-found');
    const facts = await readMeetingFacts(em, head);
    const { members, substitutes, others } = await whoIsCalled(context, facts);
    const again = facts.summonses.length > 0;
    const day = dayText(lang, head.day);
    const blocked = blockedBy(context, facts);
    const summonsDay = facts.deadlines.find(({ kind, doneOn }) => kind === 'summons' && doneOn === null);
    return {
      title: text(lang, again ? 'summons.issueNewTitle' : 'summons.issueTitle', { day }),
      heading: meetingHeading(lang, head, text(lang, 'summons.issueLead')),
      nextStep: {
        title: text(lang, 'summons.issueNextTitle', {
          count: members.length + substitutes.length + others.length,
        }),
        text: text(lang, 'summons.issueWho', {
          members: members.length,
          substitutes: substitutes.length,
          others: others.length,
        }),
        ...(summonsDay === undefined
          ? {}
          : { deadline: deadlineWords(lang, summonsDay.day, today), rule: summonsDay.rule }),
        ...(blocked === null ? {} : { blocked }),
      },
      missing: { ...missingOf(lang, facts), complete: text(lang, 'summons.packageComplete') },
      breadcrumbs: meetingCrumbs(lang, head),
      view: {
        packageHref: paths.summonsPackage.to({ meetingId }),
        who: [
          { heading: text(lang, 'summons.whoMembers'), names: members },
          { heading: text(lang, 'summons.whoSubstitutes'), names: substitutes },
          { heading: text(lang, 'summons.whoOthers'), names: others },
        ].filter(({ names }) => names.length > 0),
        warnings: warningsOf(context, facts),
        changes: changesOf(context, facts),
        ...(blocked === null ? { form: issueForm(context, facts) } : {}),
      },
    };
  },
});

/** Everyone the summons will go to, by the same rule as when it is issued, each in words. */
async function whoIsCalled({ em }: ReadContext, { head, versions }: MeetingFacts) {
  const board = await readComposition(em, head.bodyId, head.day);
  const items = versions.at(-1)?.snapshot.items ?? [];
  const recipients = summonsRecipients(board, new Set(), calledToItems(items));
  const presenters = items.flatMap((item) => item.presenters);
  const as = (wanted: 'member' | 'substitute') =>
    recipients
      .filter(({ capacity }) => capacity === wanted)
      .flatMap(({ seatId }) => board.filter(({ id }) => id === seatId).map(seatName));
  const others = recipients.filter(({ capacity }) => capacity === 'other');
  const labels = (ids: readonly string[]) =>
    items
      .filter(({ id }) => ids.includes(id))
      .map(({ label }) => label)
      .join(', ');
  return {
    members: as('member'),
    substitutes: as('substitute'),
    others: others.map(
      ({ personId, itemIds }) =>
        `${presenters.find((each) => each.personId === personId)?.name ?? ''} (${labels(itemIds)})`,
    ),
  };
}

/** Why it cannot be issued now: the rules that the command asks under lock. */
function blockedBy({ lang, today }: ReadContext, facts: MeetingFacts): string | null {
  const { head, versions, summonses, inForce } = facts;
  const latest = versions.at(-1);
  const verdict = canMove(head.phase, 'issueSummons');
  if (!verdict.ok) return refusalWords(lang, verdict).detail;
  if (latest === undefined) return refusalWords(lang, refuse('agenda-not-approved')).detail;
  const { letter } = latest;
  if (facts.changedSinceApproval)
    return refusalWords(lang, refuse('agenda-changed-since-approval', { letter })).detail;
  if (summonses[0]?.agendaVersionId === latest.id) {
    return refusalWords(lang, refuse('summons-issued-already', { letter })).detail;
  }
  if (inForce === null)
    return refusalWords(lang, refuse('rules-of-procedure-missing', { day: head.day })).detail;
  const timeliness = summonsTimeliness(inForce.rules, head.day, today);
  return summonses.length > 0 || timeliness.ok ? null : refusalWords(lang, timeliness).detail;
}

function isLate({ today }: ReadContext, { head, inForce, summonses }: MeetingFacts): boolean {
  if (inForce === null || summonses.length > 0) return false;
  const timeliness = summonsTimeliness(inForce.rules, head.day, today);
  return timeliness.ok && timeliness.late;
}

function warningsOf(context: ReadContext, facts: MeetingFacts): string[] {
  const { lang, today } = context;
  const { head, inForce, summonses } = facts;
  if (inForce === null || summonses.length > 0) return [];
  const { summonsDays: days, paperDays } = inForce.rules;
  const papersDay = addDays(head.day, -paperDays);
  if (isLate(context, facts)) {
    return [text(lang, 'summons.lateWarning', { day: dayText(lang, addDays(head.day, -days)), days })];
  }
  return today > papersDay ? [text(lang, 'summons.papersLate', { day: dayText(lang, papersDay) })] : [];
}

function changesOf({ lang }: ReadContext, { versions, summonses }: MeetingFacts): string[] {
  const latest = versions.at(-1);
  const before = versions.find(({ id }) => id === summonses[0]?.agendaVersionId);
  if (latest === undefined || before === undefined) return [];
  return changesBetween(before.snapshot.items, latest.snapshot.items).map((change) =>
    agendaChangeText(lang, change),
  );
}

function issueForm(context: ReadContext, facts: MeetingFacts) {
  const { lang } = context;
  const { head, versions, summonses } = facts;
  const form = formFields(context.form, 'issueSummons');
  const letter = versions.at(-1)?.letter ?? '';
  const first = summonses.length === 0;
  return {
    id: form.id,
    postTo: form.postTo,
    page: paths.summonsIssue.to({ meetingId: head.id }),
    next: paths.summons.to({ meetingId: head.id }),
    meetingId: head.id,
    version: head.version,
    cancelHref: paths.meeting.to({ meetingId: head.id }),
    versionText: text(lang, 'summons.issueVersion', { letter }),
    ...(isLate(context, facts) ? { lateReason: form.field('lateReason', null) } : {}),
    ...(first ? {} : { changeNote: form.field('changeNote', null) }),
    consequences: [
      ...(first
        ? [
            text(lang, 'summons.confirmConsequence1', { day: dayText(lang, head.day) }),
            text(lang, 'summons.confirmConsequence2'),
          ]
        : []),
      text(lang, 'summons.confirmConsequence3'),
    ],
  };
}

const packagePage = page({
  path: paths.summonsPackage,
  permission: ofMeeting('agenda.write'),
  auditEvent: 'openPackagePreview',
  template: 'meetings/summons-package',
  view: async (context, { meetingId }) => {
    const { em, lang } = context;
    const head = await readMeetingHead(em, meetingId);
    if (head === null) return refuse('not-found');
    const facts = await readMeetingFacts(em, head);
    const items = facts.items.filter(({ withdrawn }) => !withdrawn);
    const papers = items.flatMap(({ documents }) => documents);
    return {
      title: text(lang, 'summons.packageTitle', { day: dayText(lang, head.day) }),
      heading: meetingHeading(lang, head, text(lang, 'summons.packageLead')),
      missing: { ...missingOf(lang, facts), complete: text(lang, 'summons.packageComplete') },
      breadcrumbs: meetingCrumbs(lang, head),
      view: {
        total: text(lang, 'summons.packageTotal', {
          items: items.filter(({ documents }) => documents.length > 0).length,
          pages: papers.reduce((sum, { pages }) => sum + (pages ?? 0), 0),
        }),
        items: items.map((item) => ({
          title: `${item.label} ${item.title}`,
          href: paths.agendaItem.to({ meetingId, itemId: item.id }),
          tags: itemTags(lang, item),
          ...(item.closed ? { note: text(lang, 'summons.packageClosed') } : {}),
          files: item.documents.map((document) => paperRow(lang, head, document)),
          lacks: facts.missing
            .filter(({ itemId, lack }) => itemId === item.id && lack !== 'file')
            .map((paper) => missingPaperText(lang, paper)),
        })),
      },
    };
  },
});

export const summonsIssueRoutes: readonly ReadRoute[] = [issuePage, packagePage];

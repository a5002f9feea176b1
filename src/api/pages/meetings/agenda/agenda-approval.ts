import { agendaFaults } from '../../../../domain/meetings/agenda/agenda-item';
import { versionLetter } from '../../../../domain/meetings/agenda/agenda-versions';
import { canMove } from '../../../../domain/meetings/phases';
import { refuse } from '../../../../domain/refusals/refusal';
import { agendaChangeText } from '../../../../i18n/agenda-changes';
import { dayText, shortMomentText } from '../../../../i18n/dates';
import { listText } from '../../../../i18n/numbers';
import { text } from '../../../../i18n/texts';
import type { AgendaItemView } from '../../../../store/queries/meetings/agenda/agenda-items';
import {
  agendaStamp,
  changesBetween,
  snapshotItems,
} from '../../../../store/queries/meetings/agenda/agenda-snapshot';
import { readMeetingHead } from '../../../../store/queries/meetings/plan/overview';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import { refusalWords } from '../../../refusal-words';
import { formFields } from '../../../forms';
import type { NextStep, TimelineEntry } from '../../../render/components';
import { page, type ReadRoute } from '../../../route';
import { itemTags } from '../member/member-items';
import { missingOf } from '../overview/overview';
import { readMeetingFacts, type MeetingFacts } from '../overview/overview-facts';
import { meetingCrumbs, meetingHeading, ofMeeting, readerOf } from '../overview/overview-head';
import { kindText } from './agenda-kinds';

const approvalPage = page({
  path: paths.agendaApproval,
  permission: ofMeeting('papers.read'),
  auditEvent: 'openAgendaApproval',
  template: 'meetings/agenda-approval',
  view: async (context, { meetingId }) => {
    const { em, lang } = context;
    const head = await readMeetingHead(em, meetingId);
    if (head === null) return refuse('not-found');
    const facts = await readMeetingFacts(em, head);
    const latest = facts.versions.at(-1);
    const changes =
      latest === undefined ? [] : changesBetween(latest.snapshot.items, snapshotItems(facts.items));
    return {
      title: text(lang, 'agenda.approvalTitle', { day: dayText(lang, head.day) }),
      heading: meetingHeading(lang, head, text(lang, 'agenda.approvalLead')),
      nextStep: approvalStep(context, facts),
      missing: { items: missingOf(lang, facts).items.map(({ text: line }) => ({ text: line })) },
      breadcrumbs: meetingCrumbs(lang, head),
      view: {
        ...(latest === undefined || changes.length === 0
          ? {}
          : {
              changesHeading: text(lang, 'agenda.changesHeading', { letter: latest.letter }),
              changes: changes.map((change) => agendaChangeText(lang, change)),
            }),
        items: facts.items.map((item) => itemWords(context, meetingId, item)),
        handBack: handBack(context, facts),
        versions: approvalHistory(context, facts),
      },
    };
  },
});

/** The chair's one act, or why it cannot be done: the same rules that the command asks. */
function approvalStep(context: ReadContext, facts: MeetingFacts): NextStep {
  const { lang } = context;
  const { head, items, versions } = facts;
  const letter = versionLetter(versions.length + 1);
  const title = text(lang, 'agenda.approvalNextTitle', { letter });
  const blocked = blockedBy(context, facts);
  if (blocked !== null) return { title, blocked };
  const page = paths.agendaApproval.to({ meetingId: head.id });
  return {
    title,
    text: text(lang, facts.awaitsChair ? 'agenda.approvalNextAsked' : 'agenda.approvalNextText'),
    action: {
      text: text(lang, 'agenda.approvalAct'),
      postTo: '/gor/approveAgenda',
      fields: [
        { name: 'meetingId', value: head.id },
        { name: 'version', value: agendaStamp(items) },
        { name: '_page', value: page },
        { name: '_next', value: paths.meeting.to({ meetingId: head.id }) },
      ],
    },
  };
}

/** M-3: the other answer, for whoever presides over a list that waits: words instead of approval. */
function handBack(context: ReadContext, { head, awaitsChair }: MeetingFacts) {
  const reader = readerOf(context, head);
  if (!awaitsChair || !(reader.has('chair') || reader.has('viceChair'))) return undefined;
  const form = formFields(context.form, 'returnAgenda');
  const meetingId = head.id;
  return {
    id: form.id,
    postTo: form.postTo,
    meetingId,
    page: paths.agendaApproval.to({ meetingId }),
    next: paths.meeting.to({ meetingId }),
    words: form.field('words', ''),
  };
}

/** The approved versions, and for secretary and chair how the list was handed back between them; newest first. */
function approvalHistory(context: ReadContext, { head, versions, returns }: MeetingFacts): TimelineEntry[] {
  const { lang } = context;
  const reader = readerOf(context, head);
  const readsWords = reader.has('secretary') || reader.has('chair') || reader.has('viceChair');
  const approvals = versions.map(({ letter, approvedAt, approvedByName, snapshot }) => ({
    title: text(lang, 'agenda.versionTitle', { letter }),
    at: approvedAt,
    by: approvedByName,
    text:
      snapshot.changes.length === 0
        ? text(lang, 'agenda.versionFirst')
        : snapshot.changes.map((change) => agendaChangeText(lang, change)).join(' '),
  }));
  const handedBack = returns.map(({ returnedAt, returnedByName, words }) => ({
    title: text(lang, 'agenda.returnedEntry'),
    at: returnedAt,
    by: returnedByName,
    text: words,
  }));
  return [...approvals, ...(readsWords ? handedBack : [])]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ at, ...entry }) => ({
      ...entry,
      datetime: at.toISOString(),
      when: shortMomentText(lang, at),
    }));
}

function blockedBy(context: ReadContext, facts: MeetingFacts): string | null {
  const { lang } = context;
  const { head, items, versions } = facts;
  const reader = readerOf(context, head);
  const latest = versions.at(-1);
  const verdict = canMove(head.phase, 'approveAgenda');
  if (!verdict.ok) return refusalWords(lang, verdict).detail;
  const fault = agendaFaults(items.filter(({ withdrawn }) => !withdrawn))[0];
  if (fault !== undefined) return refusalWords(lang, fault).detail;
  if (latest !== undefined && !facts.changedSinceApproval) {
    return text(lang, 'agenda.approvalNothing', { letter: latest.letter });
  }
  return reader.has('chair') || reader.has('viceChair') ? null : text(lang, 'agenda.approvalNotYours');
}

function itemWords({ lang }: ReadContext, meetingId: string, item: AgendaItemView) {
  const names = item.presenters.map(({ name }) => name);
  return {
    id: item.id,
    label: item.label,
    sub: item.parentId !== null,
    title: item.title,
    registryNumber: [kindText(lang, item.kind), item.registryNumber ?? '']
      .filter((part) => part !== '')
      .join(' · '),
    tags: itemTags(lang, item),
    summary: item.summary,
    points: item.points,
    ...(names.length === 0
      ? {}
      : { presenters: text(lang, 'meetings.presentersLine', { names: listText(lang, names) }) }),
    ...(item.recipients.length === 0
      ? {}
      : { recipients: text(lang, 'meetings.recipientsLine', { names: listText(lang, item.recipients) }) }),
    documents: item.documents.map(({ label, documentId }) => ({
      text: label,
      href: paths.paper.to({ meetingId, documentId }),
    })),
  };
}

export const agendaApprovalRoutes: readonly ReadRoute[] = [approvalPage];

import { canMove } from '../../../../domain/meetings/phases';
import { refuse } from '../../../../domain/refusals/refusal';
import { dayText, shortMomentText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { text } from '../../../../i18n/texts';
import type { AgendaItemView } from '../../../../store/queries/meetings/agenda/agenda-items';
import { readOrigins, type ItemOrigin } from '../../../../store/queries/meetings/agenda/agenda-origins';
import { agendaStamp } from '../../../../store/queries/meetings/agenda/agenda-snapshot';
import { readMeetingHead, type MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { paths } from '../../../paths';
import type { NextStep } from '../../../render/components';
import type { AgendaOrder } from '../../../render/lists';
import { page, type ReadRoute } from '../../../route';
import { agendaApprovalRoutes } from './agenda-approval';
import { agendaCandidates } from './agenda-add';
import { agendaItemRoutes } from './agenda-item';
import { agendaRemoveRoutes } from './agenda-remove';
import { kindText } from './agenda-kinds';
import { originText } from './item-origin';
import { itemTags } from '../member/member-items';
import { missingOf } from '../overview/overview';
import { readMeetingFacts, type MeetingFacts } from '../overview/overview-facts';
import { meetingCrumbs, meetingHeading, meetingTabs, ofMeeting, readerOf } from '../overview/overview-head';

const agendaPage = page({
  path: paths.agenda,
  permission: ofMeeting('agenda.write'),
  auditEvent: 'openAgenda',
  template: 'meetings/agenda',
  view: async (context, { meetingId }) => {
    const { em, lang } = context;
    const head = await readMeetingHead(em, meetingId);
    if (head === null) return refuse('not-found');
    const facts = await readMeetingFacts(em, head);
    const editable = canMove(head.phase, 'editAgenda').ok;
    return {
      title: text(lang, 'agenda.title', { day: dayText(lang, head.day) }),
      heading: meetingHeading(lang, head, editable ? text(lang, 'agenda.lead') : undefined),
      ...(editable ? { nextStep: agendaStep(lang, facts), missing: missingOf(lang, facts) } : {}),
      breadcrumbs: meetingCrumbs(lang, head),
      view: {
        tabs: meetingTabs(lang, head, readerOf(context, head), 'agenda'),
        ...(editable ? returnedWords(lang, facts) : {}),
        ...(editable
          ? {
              orders: orders(lang, head, facts.items, await readOrigins(em, meetingId)),
              addHref: paths.agendaAdd.to({ meetingId }),
              candidates: await agendaCandidates(context, head, facts.items),
            }
          : {
              blocked: text(lang, 'agenda.blockedEdit'),
              // The list itself is read where its papers are.
              read: { text: text(lang, 'agenda.readList'), href: paths.papers.to({ meetingId }) },
            }),
        withdrawn: facts.items.filter(({ withdrawn }) => withdrawn).map((item) => withdrawnRow(item)),
      },
    };
  },
});

/** What the chair wants changed, until a version is approved. */
function returnedWords(lang: Language, { returned }: MeetingFacts) {
  if (returned === null) return {};
  const { words, returnedByName, returnedAt } = returned;
  return {
    returned: {
      words,
      by: returnedByName,
      when: shortMomentText(lang, returnedAt),
      datetime: returnedAt.toISOString(),
    },
  };
}

function agendaStep(
  lang: Language,
  { head, versions, awaitsChair, changedSinceApproval, returned }: MeetingFacts,
): NextStep {
  const latest = versions.at(-1);
  if (awaitsChair)
    return { title: text(lang, 'agenda.nextAskedTitle'), text: text(lang, 'agenda.nextAskedText') };
  if (latest !== undefined && !changedSinceApproval) {
    const words = { letter: latest.letter };
    return {
      title: text(lang, 'agenda.nextApprovedTitle', words),
      text: text(lang, 'agenda.nextApprovedText'),
    };
  }
  const page = paths.agenda.to({ meetingId: head.id });
  return {
    title: text(lang, returned === null ? 'agenda.nextAskTitle' : 'agenda.nextReturnedTitle'),
    text: text(lang, returned === null ? 'agenda.nextAskText' : 'agenda.nextReturnedText'),
    action: {
      text: text(lang, 'agenda.nextAskAct'),
      postTo: '/gor/askForApproval',
      fields: [
        { name: 'meetingId', value: head.id },
        { name: '_page', value: page },
        { name: '_next', value: page },
      ],
    },
  };
}

interface OrderSection extends AgendaOrder {
  readonly id: string;
  readonly heading: string;
}

/** One list for the items themselves, and one below each item that has sub-items: positions are among siblings. */
function orders(
  lang: Language,
  head: MeetingHead,
  items: readonly AgendaItemView[],
  origins: readonly ItemOrigin[],
): OrderSection[] {
  const version = agendaStamp(items);
  const listed = items.filter(({ withdrawn }) => !withdrawn);
  const section = (id: string, heading: string, own: readonly AgendaItemView[]): OrderSection => {
    const page = paths.agenda.to({ meetingId: head.id });
    return {
      id,
      heading,
      postTo: '/gor/saveOrder',
      version,
      fields: [
        { name: 'meetingId', value: head.id },
        { name: '_page', value: page },
        { name: '_next', value: page },
      ],
      items: own.map((item, index) => ({
        id: item.id,
        position: index + 1,
        label: item.label,
        href: paths.agendaItem.to({ meetingId: head.id, itemId: item.id }),
        title: item.title,
        tags: itemTags(lang, item),
        note: noteOf(lang, item, origins),
      })),
    };
  };
  const parents = listed.filter(({ id }) => listed.some(({ parentId }) => parentId === id));
  return [
    section(
      'punkter',
      text(lang, 'agenda.orderHeading'),
      listed.filter(({ parentId }) => parentId === null),
    ),
    ...parents.map(({ id, label, title }) =>
      section(
        `under-${id}`,
        text(lang, 'agenda.subItemsHeading', { label, title }),
        listed.filter(({ parentId }) => parentId === id),
      ),
    ),
  ];
}

function noteOf(
  lang: Language,
  { id, kind, registryNumber, documents }: AgendaItemView,
  origins: readonly ItemOrigin[],
): string {
  const origin = origins.find(({ itemId }) => itemId === id);
  const parts = [
    kindText(lang, kind),
    ...(registryNumber === null ? [] : [registryNumber]),
    ...(documents.length === 0 ? [] : [text(lang, 'agenda.noteDocuments', { count: documents.length })]),
    ...(origin === undefined ? [] : [originText(lang, origin)]),
  ];
  return parts.join(' · ');
}

const withdrawnRow = ({ label, title, withdrawnReason }: AgendaItemView) => ({
  title: `${label} ${title}`,
  reason: withdrawnReason ?? '',
});

export const agendaRoutes: readonly ReadRoute[] = [
  agendaPage,
  ...agendaItemRoutes,
  ...agendaRemoveRoutes,
  ...agendaApprovalRoutes,
];

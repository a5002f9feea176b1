import { canMove } from '../../../../domain/meetings/phases';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import { text } from '../../../../i18n/texts';
import { readAttachable, readOpenMatters } from '../../../../store/queries/meetings/agenda/agenda-candidates';
import {
  readAgenda,
  type AgendaItemView,
  type ItemDocumentView,
} from '../../../../store/queries/meetings/agenda/agenda-items';
import { readMeetingHead, type MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { isInVersion, readAgendaVersions } from '../../../../store/queries/meetings/agenda/agenda-versions';
import { rulesOfMeeting } from '../../../../store/queries/meetings/plan/plan-rules';
import { memosOfItems } from '../../../../store/queries/register/waiting-memos';
import type { ReadContext } from '../../../context';
import { formFields } from '../../../forms';
import { readOrigins } from '../../../../store/queries/meetings/agenda/agenda-origins';
import { paths } from '../../../paths';
import type { FileRow, HiddenField } from '../../../render/components';
import { page, type PageContent, type ReadRoute } from '../../../route';
import { itemForm } from './agenda-item-form';
import { memoOffers } from './item-memos';
import { itemTags, paperRow } from '../member/member-items';
import { supplementForm } from './supplements';
import { meetingCrumbs, meetingHeading, ofMeeting } from '../overview/overview-head';
import { originText } from './item-origin';

const addPage = page({
  path: paths.agendaAdd,
  permission: ofMeeting('agenda.write'),
  auditEvent: 'openAddItem',
  template: 'meetings/agenda-item',
  view: async (context, { meetingId }): Promise<PageContent<object> | Refusal> => {
    const { em, lang } = context;
    const head = await readMeetingHead(em, meetingId);
    if (head === null) return refuse('not-found');
    const verdict = canMove(head.phase, 'editAgenda');
    if (!verdict.ok) return verdict;
    const form = formFields(context.form, 'addItem');
    const parents = (await agendaItems(context, head)).filter(
      ({ parentId, withdrawn }) => parentId === null && !withdrawn,
    );
    const choice = (
      name: string,
      none: string,
      options: readonly { readonly id: string; readonly name: string }[],
    ) => {
      const field = form.field(name, null);
      return {
        ...field,
        options: [
          { value: '', text: none, selected: field.value === '' },
          ...options.map((each) => ({ value: each.id, text: each.name, selected: each.id === field.value })),
        ],
      };
    };
    return {
      title: text(lang, 'agenda.newTitle'),
      heading: meetingHeading(lang, head, text(lang, 'agenda.newLead')),
      breadcrumbs: itemCrumbs(context, head),
      view: {
        form: {
          ...(await itemForm(context, 'addItem', head, null)),
          page: paths.agendaAdd.to({ meetingId }),
          next: paths.agenda.to({ meetingId }),
          hidden: [{ name: 'meetingId', value: meetingId }],
          cancelHref: paths.agenda.to({ meetingId }),
          act: text(lang, 'agenda.addItem'),
          matter: choice(
            'matterId',
            text(lang, 'agenda.fieldNoMatter'),
            await readOpenMatters(em, head.bodyId),
          ),
          parent: choice(
            'parentId',
            text(lang, 'agenda.fieldNoParent'),
            parents.map(({ id, label, title }) => ({ id, name: `${label} ${title}` })),
          ),
        },
      },
    };
  },
});

const itemPage = page({
  path: paths.agendaItem,
  permission: ofMeeting('agenda.write'),
  auditEvent: 'openItem',
  template: 'meetings/agenda-item',
  view: async (context, { meetingId, itemId }): Promise<PageContent<object> | Refusal> => {
    const found = await itemOf(context, meetingId, itemId);
    if ('ok' in found) return found;
    const { head, item } = found;
    const { lang } = context;
    const page = paths.agendaItem.to({ meetingId, itemId });
    const editable = canMove(head.phase, 'editAgenda').ok && !item.withdrawn && !item.treated;
    const origin = (await readOrigins(context.em, meetingId)).find((each) => each.itemId === itemId);
    return {
      title: `${text(lang, 'agenda.editTitle', { label: item.label })}: ${item.title}`,
      heading: { ...meetingHeading(lang, head), ...tagOf(context, item) },
      breadcrumbs: itemCrumbs(context, head),
      view: editable
        ? {
            ...(origin === undefined
              ? {}
              : { origin: { title: text(lang, 'agenda.originTitle'), text: originText(lang, origin) } }),
            ...(context.form?.refusal.code === 'stale-version'
              ? { stale: { title: text(lang, 'agenda.staleTitle'), text: text(lang, 'agenda.staleText') } }
              : {}),
            form: {
              ...(await itemForm(context, 'changeItem', head, item)),
              page,
              next: page,
              hidden: [
                { name: 'itemId', value: itemId },
                { name: 'version', value: item.version },
              ],
              cancelHref: paths.agenda.to({ meetingId }),
              act: text(lang, 'agenda.saveItem'),
            },
            memos: memoOffers(context, item, await memosOf(context, item, meetingId), page),
            documents: item.documents.map((document, index) =>
              documentRow(context, head, item, document, index),
            ),
            attach: await attachForm(context, head, item, page),
            supplement: await supplementForm(context, head, item, page),
            ...(item.agendaNumber !== null ||
            isInVersion(await readAgendaVersions(context.em, meetingId), itemId)
              ? {}
              : { removeHref: paths.agendaRemove.to({ meetingId, itemId }) }),
            withdrawHref: paths.agendaWithdraw.to({ meetingId, itemId }),
          }
        : { blocked: item.withdrawn ? (item.withdrawnReason ?? '') : text(lang, 'agenda.blockedEdit') },
    };
  },
});

const withdrawPage = page({
  path: paths.agendaWithdraw,
  permission: ofMeeting('agenda.write'),
  auditEvent: 'openWithdrawItem',
  template: 'meetings/agenda-withdraw',
  view: async (context, { meetingId, itemId }) => {
    const found = await itemOf(context, meetingId, itemId);
    if ('ok' in found) return found;
    const { head, item } = found;
    const form = formFields(context.form, 'withdrawItem');
    return {
      title: text(context.lang, 'agenda.withdrawTitle', { label: item.label }),
      heading: { lead: `${item.title}. ${text(context.lang, 'agenda.withdrawLead')}` },
      breadcrumbs: itemCrumbs(context, head),
      view: {
        id: form.id,
        postTo: form.postTo,
        page: paths.agendaWithdraw.to({ meetingId, itemId }),
        next: paths.agenda.to({ meetingId }),
        itemId,
        version: item.version,
        reason: form.field('reason', null),
        cancelHref: paths.agendaItem.to({ meetingId, itemId }),
      },
    };
  },
});

async function agendaItems({ em }: ReadContext, head: MeetingHead): Promise<AgendaItemView[]> {
  const inForce = await rulesOfMeeting(em, head);
  return readAgenda(em, head, inForce?.rules.agendaNumbering ?? 'meeting');
}

export async function itemOf(
  context: ReadContext,
  meetingId: string,
  itemId: string,
): Promise<{ readonly head: MeetingHead; readonly item: AgendaItemView } | Refusal> {
  const head = await readMeetingHead(context.em, meetingId);
  if (head === null) return refuse('not-found');
  const item = (await agendaItems(context, head)).find(({ id }) => id === itemId);
  return item === undefined ? refuse('not-found') : { head, item };
}

export function itemCrumbs({ lang }: ReadContext, head: MeetingHead) {
  const agenda = { text: text(lang, 'meetings.tabAgenda'), href: paths.agenda.to({ meetingId: head.id }) };
  return [...meetingCrumbs(lang, head), agenda];
}

function tagOf({ lang }: ReadContext, item: AgendaItemView) {
  const state = itemTags(lang, item)[0];
  return state === undefined ? {} : { state };
}

async function memosOf({ em }: ReadContext, { id }: AgendaItemView, meetingId: string) {
  return (await memosOfItems(em, meetingId)).filter(({ itemId }) => itemId === id);
}

/** A document at the item, with its acts; reading it goes the way of the meeting's papers. */
function documentRow(
  { lang }: ReadContext,
  head: MeetingHead,
  item: AgendaItemView,
  document: ItemDocumentView,
  index: number,
): FileRow {
  const page = paths.agendaItem.to({ meetingId: head.id, itemId: item.id });
  const fields: readonly HiddenField[] = [
    { name: 'itemId', value: item.id },
    { name: 'documentId', value: document.documentId },
    { name: '_page', value: page },
    { name: '_next', value: page },
  ];
  const move = (to: 'up' | 'down') => ({
    text: text(lang, to === 'up' ? 'agenda.moveUp' : 'agenda.moveDown'),
    postTo: '/gor/moveDocument',
    fields: [...fields, { name: 'to', value: to }],
  });
  return {
    ...paperRow(lang, head, document),
    actions: [
      ...(index > 0 ? [move('up')] : []),
      ...(index < item.documents.length - 1 ? [move('down')] : []),
      { text: text(lang, 'agenda.detach'), postTo: '/gor/detachDocument', fields },
    ],
  };
}

async function attachForm(context: ReadContext, head: MeetingHead, item: AgendaItemView, page: string) {
  const form = formFields(context.form, 'attachDocument');
  const choices = await readAttachable(context.em, {
    id: item.id,
    matterId: item.matterId,
    bodyId: head.bodyId,
  });
  if (choices.length === 0) return undefined;
  const document = form.field('documentId', null);
  return {
    id: form.id,
    postTo: form.postTo,
    page,
    itemId: item.id,
    document: {
      ...document,
      options: choices.map(({ id, name }) => ({ value: id, text: name, selected: id === document.value })),
    },
    label: form.field('label', null),
  };
}

export const agendaItemRoutes: readonly ReadRoute[] = [addPage, itemPage, withdrawPage];

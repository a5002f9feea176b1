import { fillTemplate } from '../../../../domain/meetings/agenda/agenda-template';
import type { AgendaItemKind } from '../../../../domain/meetings/agenda/agenda-item';
import { dayText } from '../../../../i18n/dates';
import { text } from '../../../../i18n/texts';
import { parseText } from '../../../../documents/text/profile';
import { plainOf } from '../../../../documents/text/plain';
import { readAgendaCandidates } from '../../../../store/queries/meetings/agenda/agenda-candidates';
import type { AgendaItemView } from '../../../../store/queries/meetings/agenda/agenda-items';
import type { MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { readAgendaTemplate } from '../../../../store/queries/meetings/plan/plan-template';
import { readBody } from '../../../../store/queries/meetings/plan/plan-year';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import type { HiddenField } from '../../../render/components';

/** Something that one press puts on the agenda. */
interface Candidate {
  readonly title: string;
  readonly note: string;
  readonly postTo: string;
  readonly fields: readonly HiddenField[];
}

interface NewItem {
  readonly kind: AgendaItemKind;
  readonly title: string;
  readonly points: readonly string[];
  readonly summary?: string;
  readonly recipientIds?: readonly string[];
  readonly matterId?: string | null;
  readonly templateKey?: string;
}

/** What lies ready to be put on the agenda: matters, items of the template that are gone, earlier items that come back. */
export async function agendaCandidates(
  context: ReadContext,
  head: MeetingHead,
  items: readonly AgendaItemView[],
) {
  const { em, lang } = context;
  const { matters, carried } = await readAgendaCandidates(em, head);
  return {
    matters: matters.map(({ matterId, registryNumber, title, proposal, summary, recipientIds }) =>
      candidate(head, registryNumber ?? '', {
        kind: 'decision',
        title,
        matterId,
        summary,
        recipientIds,
        points: pointsOf(proposal),
      }),
    ),
    carried: carried.map(({ itemId, title, closed, day }) => {
      const from = text(lang, 'agenda.carriedFrom', { day: dayText(lang, day) });
      return {
        title,
        note: closed ? `${from} · ${text(lang, 'meetings.markClosed')}` : from,
        postTo: '/gor/carryOnItem',
        fields: [...ofMeeting(head), { name: 'itemId', value: itemId }],
      };
    }),
    template: await templateCandidates(context, head, items),
  };
}

async function templateCandidates(
  { em }: ReadContext,
  head: MeetingHead,
  items: readonly AgendaItemView[],
): Promise<Candidate[]> {
  const body = await readBody(em, { id: head.bodyId });
  if (body === null) return [];
  const { items: formal, yearly } = await readAgendaTemplate(em, body);
  const present = new Set(items.filter(({ withdrawn }) => !withdrawn).map(({ templateKey }) => templateKey));
  const filled = fillTemplate(formal, {}).filter(({ key }) => !present.has(key));
  const ofYear = yearly.filter(({ key }) => !present.has(key));
  return [
    ...filled.map(({ key, kind, title, points }) =>
      candidate(head, '', { kind, title, points, templateKey: key }),
    ),
    ...ofYear.map(({ key, title, proposal }) =>
      candidate(head, '', { kind: 'decision', title, points: proposal, templateKey: key }),
    ),
  ];
}

function candidate(head: MeetingHead, note: string, item: NewItem): Candidate {
  const given = (name: string, value: string | null | undefined): HiddenField[] =>
    value === undefined || value === null || value === '' ? [] : [{ name, value }];
  return {
    title: item.title,
    note,
    postTo: '/gor/addItem',
    fields: [
      ...ofMeeting(head),
      { name: 'kind', value: item.kind },
      { name: 'title', value: item.title },
      ...given('matterId', item.matterId),
      ...given('templateKey', item.templateKey),
      ...given('summary', item.summary),
      ...item.points.map((point, index) => ({ name: `points[${index}]`, value: point })),
      ...(item.recipientIds ?? []).map((id, index) => ({ name: `recipientIds[${index}]`, value: id })),
    ],
  };
}

function ofMeeting({ id }: MeetingHead): HiddenField[] {
  const page = paths.agenda.to({ meetingId: id });
  return [
    { name: '_page', value: page },
    { name: '_next', value: page },
    { name: 'meetingId', value: id },
  ];
}

/** The points of a proposal as the memo wrote them: the items of its lists, else its paragraphs. */
export function pointsOf(proposal: string): string[] {
  const { children } = parseText(proposal);
  const lists = children.flatMap((node) => (node.type === 'list' ? node.children : []));
  const blocks = lists.length > 0 ? lists : children;
  return blocks.map((node) => plainOf(node).replace(/\s+/g, ' ').trim()).filter((point) => point !== '');
}

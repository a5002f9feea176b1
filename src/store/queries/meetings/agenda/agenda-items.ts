import type { EntityManager } from '@mikro-orm/postgresql';
import type { NumberingPeriod } from '../../../../domain/bodies/rules-of-procedure';
import type { AgendaItemKind } from '../../../../domain/meetings/agenda/agenda-item';
import { agendaLabels } from '../../../../domain/meetings/agenda/agenda-numbers';
import { inAgendaOrder } from '../../../../domain/meetings/agenda/agenda-order';
import type { ClockTime } from '../../../../domain/time/stockholm';

export interface PresenterView {
  readonly personId: string | null;
  readonly name: string;
}

/** A document at an item, in the item's own words for it. */
export interface ItemDocumentView {
  readonly documentId: string;
  readonly label: string;
  readonly title: string;
  readonly kind: string;
  readonly registryNumber: string | null;
  readonly state: string;
  /** The newest version's id and pages; null while the document has no bytes. */
  readonly versionId: string | null;
  readonly pages: number | null;
  readonly size: number | null;
}

/** An item of the working agenda, with everything that stands at it. */
export interface AgendaItemView {
  readonly id: string;
  readonly ordinal: number;
  readonly parentId: string | null;
  readonly agendaNumber: number | null;
  /** "5", "5.1": given at approval, before that by its place. */
  readonly label: string;
  readonly matterId: string | null;
  readonly registryNumber: string | null;
  readonly kind: AgendaItemKind;
  readonly templateKey: string | null;
  readonly title: string;
  readonly publicTitle: string | null;
  readonly closed: boolean;
  readonly exerciseOfAuthority: boolean;
  readonly presenters: readonly PresenterView[];
  readonly recipientIds: readonly string[];
  readonly recipients: readonly string[];
  readonly late: boolean;
  readonly withdrawn: boolean;
  readonly withdrawnReason: string | null;
  readonly continuesId: string | null;
  readonly plannedTime: ClockTime | null;
  readonly treated: boolean;
  readonly version: number;
  readonly points: readonly string[];
  readonly summary: string | null;
  readonly documents: readonly ItemDocumentView[];
}

interface AgendaOwner {
  readonly id: string;
  readonly bodyId: string;
  readonly year: number;
  readonly lastAgendaNumber: number;
}

/**
 * The last agenda number given before the meeting's next one: within the meeting, the year or the term, as the rules of
 * procedure say (B-8). The term is counted over all of the body's meetings.
 */
export async function lastAgendaNumber(
  em: EntityManager,
  meeting: AgendaOwner,
  period: NumberingPeriod,
): Promise<number> {
  if (period === 'meeting') return meeting.lastAgendaNumber;
  const rows: { last: number | null }[] = await em.execute(
    `select max(last_agenda_number)::int as last from meeting where body_id = ? ${period === 'year' ? 'and year = ?' : ''}`,
    period === 'year' ? [meeting.bodyId, meeting.year] : [meeting.bodyId],
  );
  return rows[0]?.last ?? 0;
}

/**
 * The items of a meeting's agenda as it stands, in order, sub-items below their items. One that was withdrawn before any
 * approval and before it was opened is not on the agenda. Row level security hides closed items from those who may not read them.
 */
export async function readAgenda(
  em: EntityManager,
  meeting: AgendaOwner,
  period: NumberingPeriod,
): Promise<AgendaItemView[]> {
  const rows = await itemRows(em, meeting.id);
  const labels = agendaLabels(rows, await lastAgendaNumber(em, meeting, period));
  const documents = await documentRows(em, meeting.id);
  return inAgendaOrder(rows).map((row) => ({
    ...row,
    label: labels.get(row.id) ?? '',
    documents: documents.filter((document) => document.itemId === row.id),
  }));
}

/** What was planned of an item, whatever has become of it since. */
export type PlannedItem = Omit<AgendaItemView, 'label' | 'documents'>;

const PLANNED = `select i.id, i.ordinal, i.parent_id as "parentId", i.agenda_number as "agendaNumber", i.matter_id as "matterId",
       m.registry_number as "registryNumber", i.kind, i.template_key as "templateKey", i.title, i.public_title as "publicTitle",
       i.closed, i.exercise_of_authority as "exerciseOfAuthority", i.presenters, i.recipient_ids as "recipientIds", i.late,
       i.state = 'withdrawn' as withdrawn, i.withdrawn_reason as "withdrawnReason", i.continues_id as "continuesId",
       i.planned_time as "plannedTime", i.treated_at is not null as treated, i.version,
       array(select p.text from proposed_point p where p.item_id = i.id order by p.number) as points,
       (select t.content from text t where t.owner_kind = 'agendaItem' and t.owner_id = i.id and t.slot = 'summary') as summary,
       array(select r.name from jsonb_array_elements_text(i.recipient_ids) with ordinality as wanted(id, place)
         join dispatch_recipient r on r.id = wanted.id::uuid order by wanted.place) as recipients
     from agenda_item i left join matter m on m.id = i.matter_id
     left join agenda_item parent on parent.id = i.parent_id`;

/** One item by its id; null where there is none that the reader may read. */
export async function readPlannedItem(em: EntityManager, itemId: string): Promise<PlannedItem | null> {
  const rows: PlannedItem[] = await em.execute(`${PLANNED} where i.id = ?`, [itemId]);
  return rows[0] ?? null;
}

/** The sub-items that nothing was decided in, in order: those that went with their item too. */
export async function readUndecidedSubItems(em: EntityManager, itemId: string): Promise<PlannedItem[]> {
  return em.execute(
    `${PLANNED} where i.parent_id = ? and i.state <> 'removed'
       and not exists (select from decision d where d.item_id = i.id) order by i.ordinal limit 500`,
    [itemId],
  );
}

async function itemRows(em: EntityManager, meetingId: string): Promise<PlannedItem[]> {
  return em.execute(
    `${PLANNED}
     where i.meeting_id = ? and (i.state = 'listed' or i.state = 'withdrawn'
       and (i.treated_order is not null or coalesce(parent.agenda_number, i.agenda_number) is not null))
     limit 500`,
    [meetingId],
  );
}

async function documentRows(
  em: EntityManager,
  meetingId: string,
): Promise<(ItemDocumentView & { readonly itemId: string })[]> {
  return em.execute(
    `select a.item_id as "itemId", a.document_id as "documentId", a.label, d.title, d.kind,
       d.registry_number as "registryNumber", d.state, v.id as "versionId", v.pages, v.size
     from item_document a join agenda_item i on i.id = a.item_id join document d on d.id = a.document_id
     left join lateral (select id, pages, size from document_version where document_id = d.id order by number desc limit 1) v
       on true
     where i.meeting_id = ? order by a.item_id, a.ordinal limit 2000`,
    [meetingId],
  );
}

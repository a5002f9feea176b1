import type { EntityManager } from '@mikro-orm/postgresql';
import type { Day } from '../../../../domain/time/day';

/** A matter whose memo is ready and that stands on no agenda yet: what the memo says goes along, never typed again. */
export interface ReadyMatter {
  readonly matterId: string;
  readonly registryNumber: string | null;
  readonly title: string;
  /** Of the memo: Samråd-text of the proposal and the summary, and the recipients chosen. */
  readonly proposal: string;
  readonly summary: string;
  readonly recipientIds: readonly string[];
}

/** What lies ready is read for the agenda of a meeting. */
interface ComingMeeting {
  readonly id: string;
  readonly bodyId: string;
  readonly day: Day;
}

/** That an item which still stands carries item i on; the report of an assignment does not. */
const CARRIED_ON = `exists (select from agenda_item later where later.continues_id = i.id and later.state <> 'removed'
         and not exists (select from assignment a where a.return_item_id = later.id))`;

const PUT_OFF_OUTCOMES = `('referredBack', 'tabled', 'postponed')`;

/**
 * That item i of meeting m was put off: its meeting is done with it, and it comes back. Not one that was taken off since the
 * decision to put its former item off was corrected, nor a sub-item that went with its item and comes back with it.
 */
const PUT_OFF = `(i.state = 'withdrawn' or m.closed_at is not null)
       and i.id in (select id from agenda_item where state = 'withdrawn'
         union all select item_id from decision where outcome in ${PUT_OFF_OUTCOMES})
       and not (i.state = 'withdrawn' and (
         exists (select from decision d where d.item_id = i.continues_id and d.outcome not in ${PUT_OFF_OUTCOMES})
         or exists (select from agenda_item p where p.id = i.parent_id and (p.state = 'withdrawn'
           or exists (select from decision d where d.item_id = p.id and d.outcome in ${PUT_OFF_OUTCOMES})))))`;

/** That it waits for the agenda of a coming meeting, where the template does not offer it; one that was taken off carries nothing on. */
const WAITS = `i.body_id = ? and m.day < ?::date and m.id <> ? and i.template_key is null and ${PUT_OFF} and not ${CARRIED_ON}`;

/** An earlier item that is to come back and has not: postponed, tabled, referred back, or withdrawn. */
export interface CarriedItem {
  readonly itemId: string;
  readonly title: string;
  readonly closed: boolean;
  readonly day: Day;
}

/** What one press puts on the agenda of a coming meeting. */
export interface AgendaCandidates {
  /**
   * Open matters of the body that are ready for decision. One whose latest item was put off is carried on from that item, so
   * that the recusals come along (KL 6:30): it is not offered a second time.
   */
  readonly matters: readonly ReadyMatter[];
  /** Items of the body's earlier meetings that wait for a coming agenda, those of the latest meeting first. */
  readonly carried: readonly CarriedItem[];
}

/** Both in one statement: what waits is looked for once. At most 100 of each. */
export async function readAgendaCandidates(
  em: EntityManager,
  meeting: ComingMeeting,
): Promise<AgendaCandidates> {
  const rows: AgendaCandidates[] = await em.execute(
    `with waiting as materialized (
       select i.id, i.matter_id, i.title, i.closed, i.ordinal, m.day
       from agenda_item i join meeting m on m.id = i.meeting_id where ${WAITS}),
     carried as (
       select id as "itemId", title, closed, day::text as day, row_number() over (order by day desc, ordinal) as place
       from waiting order by place limit 100),
     ready as (
       select distinct on (m.id) m.id as "matterId", m.registry_number as "registryNumber", o.title,
         coalesce(o.ready_content -> 'sections' ->> 'proposedDecision', '') as proposal,
         coalesce(o.ready_content -> 'sections' ->> 'summary', '') as summary, o.recipient_ids as "recipientIds"
       from memo o join matter m on m.id = o.matter_id
       where o.body_id = ? and o.state = 'ready' and m.state = 'open' and o.closed_item_id is null
         and not exists (select from item_document a where a.document_id = o.document_id)
         and not exists (select from agenda_item i join meeting on meeting.id = i.meeting_id where i.matter_id = m.id
           and i.state = 'listed' and (i.treated_at is null or meeting.phase in ('inSession')))
         and not exists (select from waiting w where w.matter_id = o.matter_id
           and not exists (select from agenda_item since join meeting s on s.id = since.meeting_id
             where since.matter_id = w.matter_id and since.state <> 'removed' and s.day > w.day
               and not exists (select from assignment a where a.return_item_id = since.id)))
       order by m.id, o.ready_at desc limit 100)
     select coalesce((select json_agg(to_jsonb(carried) - 'place' order by place) from carried), '[]') as carried,
       coalesce((select json_agg(ready order by "matterId") from ready), '[]') as matters`,
    [meeting.bodyId, meeting.day, meeting.id, meeting.bodyId],
  );
  return rows[0] ?? { matters: [], carried: [] };
}

/** How an item stands that is to be carried on at a meeting of the day. */
export interface EarlierItem {
  readonly label: string;
  readonly before: boolean;
  readonly settled: boolean;
  readonly carriedOn: boolean;
}

/** @returns null where there is no such item that the reader may read */
export async function readEarlierItem(
  em: EntityManager,
  itemId: string,
  day: Day,
): Promise<EarlierItem | null> {
  const rows: EarlierItem[] = await em.execute(
    `select coalesce(i.agenda_number, i.ordinal)::text as label, m.day < ?::date as before,
       ${PUT_OFF} as settled,
       ${CARRIED_ON} as "carriedOn"
     from agenda_item i join meeting m on m.id = i.meeting_id where i.id = ?`,
    [day, itemId],
  );
  return rows[0] ?? null;
}

/** The latest item of a matter at the body's meetings before a day: its recusals hold for the matter (KL 6:30). */
export async function readLatestItem(
  em: EntityManager,
  matterId: string,
  { bodyId, day }: Pick<ComingMeeting, 'bodyId' | 'day'>,
): Promise<{ readonly id: string; readonly waits: boolean } | null> {
  const rows: { id: string; waits: boolean }[] = await em.execute(
    `select i.id, ${PUT_OFF} and not ${CARRIED_ON} as waits from agenda_item i join meeting m on m.id = i.meeting_id
     where i.matter_id = ? and i.body_id = ? and i.state <> 'removed' and m.day < ?::date
     order by m.day desc, i.parent_id nulls first, i.ordinal limit 1`,
    [matterId, bodyId, day],
  );
  return rows[0] ?? null;
}

export interface NamedRow {
  readonly id: string;
  readonly name: string;
}

/** Officials, head of centre and secretary of a body, and its seat holders: who may be called to present. */
export async function readPresenters(em: EntityManager, bodyId: string, day: Day): Promise<NamedRow[]> {
  return em.execute(
    `select p.id, p.name || coalesce(', ' || nullif(p.title, ''), '') as name from person p where p.id in (
       select person_id from role_assignment where scope_kind = 'body' and scope_id = ? and role in ('official', 'headOfCentre', 'secretary')
         and valid_from <= ?::date and (valid_to is null or valid_to >= ?::date)
       union select h.person_id from seat_holder h join seat s on s.id = h.seat_id where s.body_id = ?
         and h.valid_from <= ?::date and (h.valid_to is null or h.valid_to >= ?::date))
     order by p.name limit 500`,
    [bodyId, day, day, bodyId, day, day],
  );
}

/** Whom the body sends its decisions to, by choice; standing recipients get the minutes anyway. */
export async function readDispatchChoices(em: EntityManager, bodyId: string, day: Day): Promise<NamedRow[]> {
  return em.execute(
    `select id, name from dispatch_recipient where body_id = ? and not standing and (valid_to is null or valid_to >= ?::date)
     order by ordinal, name limit 200`,
    [bodyId, day],
  );
}

/** Open matters of a body, for the choice at a new item. */
export async function readOpenMatters(em: EntityManager, bodyId: string): Promise<NamedRow[]> {
  return em.execute(
    `select id, coalesce(registry_number || ' ', '') || title as name from matter where body_id = ? and state = 'open'
     order by registry_number desc nulls last limit 300`,
    [bodyId],
  );
}

/**
 * Documents that may be put at an item: those of its matter, and unbound ones of the body, that do not lie at it yet. Minutes
 * are drafts until they are verified, and support nothing before.
 */
export async function readAttachable(
  em: EntityManager,
  item: { readonly id: string; readonly matterId: string | null; readonly bodyId: string },
): Promise<NamedRow[]> {
  return em.execute(
    `select d.id, coalesce(d.registry_number || ' ', '') || d.title as name from document d
     where d.state <> 'cancelled' and d.kind in ('memo', 'appendix', 'incoming', 'extract', 'minutes')
       and not (d.state = 'draft' and d.kind in ('extract', 'minutes'))
       and (d.matter_id = ?::uuid or (?::uuid is null and d.body_id = ?)) and not (d.closed and d.owner_id is distinct from ?)
       and not exists (select from item_document a where a.item_id = ? and a.document_id = d.id)
     order by d.registry_number desc nulls last, d.day desc limit 200`,
    [item.matterId, item.matterId, item.bodyId, item.id, item.id],
  );
}

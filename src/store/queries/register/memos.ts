import type { EntityManager } from '@mikro-orm/postgresql';
import { isMemoSection, type MemoSectionKey } from '../../../domain/register/memo-sections';
import type { MeetingPhase } from '../../../domain/meetings/phases';
import type { Day } from '../../../domain/time/day';

export interface MemoView {
  readonly id: string;
  readonly bodyId: string;
  readonly authorityId: string;
  readonly body: string;
  readonly matterId: string;
  readonly matterTitle: string;
  readonly matterNumber: string | null;
  readonly documentId: string;
  readonly documentVersion: number;
  readonly documentNumber: string | null;
  readonly cancelled: boolean;
  readonly title: string;
  readonly day: Day;
  readonly authorPersonId: string;
  readonly coAuthorPersonId: string | null;
  readonly author: string;
  readonly coAuthor: string | null;
  readonly state: 'draft' | 'ready';
  readonly readyNumber: number;
  readonly readyAt: Date | null;
  readonly recipientIds: readonly string[];
  readonly version: number;
  /** The next meeting at whose agenda it or its matter stands; where all have been held, the first of them. */
  readonly meetingDay: Day | null;
  readonly meetingPhase: MeetingPhase | null;
  /** The number of the item there; null before the agenda is approved. */
  readonly agendaNumber: number | null;
  /** Whether it lies among the papers of that item. */
  readonly amongPapers: boolean | null;
  /** Whether it says something else than when it was last made ready: in a section, its title, day, writers or recipients. */
  readonly changed: boolean;
}

/** A matter that was decided before the memo's day is no place of the memo's. */
const toBeHeld = `('planned', 'agendaApproved', 'summoned', 'inSession')`;

// The two ways to an item each have their index; together in one condition they would read every item for every memo.
const select = `select m.id, m.body_id as "bodyId", m.authority_id as "authorityId", b.name as body, m.matter_id as "matterId",
    a.title as "matterTitle", a.registry_number as "matterNumber", m.document_id as "documentId", d.version as "documentVersion",
    d.registry_number as "documentNumber", d.state = 'cancelled' as cancelled, m.title, m.day::text as day,
    m.author_person_id as "authorPersonId", m.co_author_person_id as "coAuthorPersonId", p.name as author, q.name as "coAuthor",
    m.state, m.ready_number as "readyNumber", m.ready_at as "readyAt", m.recipient_ids as "recipientIds", m.version,
    at.day::text as "meetingDay", at.phase as "meetingPhase", at.number as "agendaNumber", at.lies as "amongPapers",
    m.ready_content is not null and (m.title <> m.ready_content->>'title' or m.day::text <> m.ready_content->>'day'
      or a.registry_number is distinct from m.ready_content->>'registryNumber'
      or m.not_applicable <> m.ready_content->'notApplicable'
      or to_jsonb(array_remove(array[p.name, q.name]::text[], null)) <> jsonb_path_query_array(m.ready_content, '$.writers[*].name')
      or (select coalesce(jsonb_object_agg(t.slot, t.content), '{}'::jsonb) from text t
           where t.owner_kind = 'memo' and t.owner_id = m.id and t.content <> '') <> m.ready_content->'sections'
      or (select coalesce(jsonb_agg(r.name order by r.ordinal, r.name), '[]'::jsonb) from dispatch_recipient r
           where jsonb_exists(m.recipient_ids, r.id::text)) <> m.ready_content->'dispatchTo') as changed
  from memo m join body b on b.id = m.body_id join matter a on a.id = m.matter_id join document d on d.id = m.document_id
  join person p on p.id = m.author_person_id left join person q on q.id = m.co_author_person_id
  left join lateral (select mt.day, mt.phase, g.agenda_number as number, place.lies
    from (select i.item_id as id, true as lies from item_document i where i.document_id = m.document_id
      union all select g.id, false from agenda_item g where g.matter_id = m.matter_id) place
    join agenda_item g on g.id = place.id join meeting mt on mt.id = g.meeting_id
    where g.state = 'listed' and (place.lies or mt.phase in ${toBeHeld} or mt.day >= m.day)
    order by mt.phase in ${toBeHeld} desc, place.lies desc, mt.day, g.parent_id nulls first, g.ordinal limit 1) at on true`;

type MemoRow = Omit<MemoView, 'readyAt'> & { readonly readyAt: string | null };

const momentOf = (at: string | null): Date | null => (at === null ? null : new Date(at));

const viewOf = (row: MemoRow): MemoView => ({
  ...row,
  readyAt: momentOf(row.readyAt),
});

/** One memo; null when there is none, or row level security hides it. */
export async function readMemo(em: EntityManager, memoId: string): Promise<MemoView | null> {
  const rows: MemoRow[] = await em.execute(`${select} where m.id = ?`, [memoId]);
  return rows[0] === undefined ? null : viewOf(rows[0]);
}

/** A person's own memos and those of the bodies whose memos the person leads: drafts first, the newest first. */
export async function memosFor(
  em: EntityManager,
  personId: string,
  bodyIds: readonly string[],
): Promise<MemoView[]> {
  const rows: MemoRow[] = await em.execute(
    `${select} where d.state <> 'cancelled' and (m.author_person_id = ? or m.co_author_person_id = ? or m.body_id = any(?::uuid[]))
      order by m.state, m.day desc, m.id desc limit 200`,
    [personId, personId, `{${bodyIds.join(',')}}`],
  );
  return rows.map(viewOf);
}

/** A section as it was last saved. */
export interface SavedSection {
  readonly content: string;
  readonly version: number;
  readonly savedAt: Date;
  /** Name of the one who saved it; null for a process. */
  readonly savedBy: string | null;
}

/** The saved sections of a memo. */
export async function savedSections(
  em: EntityManager,
  memoId: string,
): Promise<Partial<Record<MemoSectionKey, SavedSection>>> {
  const rows: (Omit<SavedSection, 'savedAt'> & { slot: string; savedAt: string })[] = await em.execute(
    `select t.slot, t.content, t.version, t.saved_at as "savedAt", p.name as "savedBy"
       from text t left join person p on p.id = case when t.saved_by like 'person:%' then substr(t.saved_by, 8)::uuid end
      where t.owner_kind = 'memo' and t.owner_id = ?`,
    [memoId],
  );
  const found: Partial<Record<MemoSectionKey, SavedSection>> = {};
  for (const { slot, savedAt, ...section } of rows)
    if (isMemoSection(slot)) found[slot] = { ...section, savedAt: new Date(savedAt) };
  return found;
}

export interface NamedChoice {
  readonly id: string;
  readonly name: string;
}

/** To whom the body sends its decisions today, in its order. */
export async function recipientsOf(em: EntityManager, bodyId: string, today: Day): Promise<NamedChoice[]> {
  return em.execute(
    `select id, name from dispatch_recipient where body_id = ? and (valid_to is null or valid_to >= ?) order by ordinal, name limit 200`,
    [bodyId, today],
  );
}

/** Who may write memos for the body today: its officials, secretaries and heads of centre. */
export async function writersOfBody(em: EntityManager, bodyId: string, today: Day): Promise<NamedChoice[]> {
  return em.execute(
    `select distinct p.id, p.name from role_assignment r join person p on p.id = r.person_id
      where r.scope_kind = 'body' and r.scope_id = ? and r.role in ('official', 'secretary', 'headOfCentre')
        and r.valid_from <= ? and (r.valid_to is null or r.valid_to >= ?) order by p.name limit 200`,
    [bodyId, today, today],
  );
}

import type { EntityManager } from '@mikro-orm/postgresql';
import type { MatterState } from '../../../domain/register/matter-states';
import type { Day } from '../../../domain/time/day';

export interface MatterView {
  readonly id: string;
  readonly bodyId: string;
  readonly authorityId: string;
  readonly body: string;
  readonly registryNumber: string | null;
  readonly series: string;
  readonly seriesKeptHere: boolean;
  readonly title: string;
  readonly protectedTitle: string | null;
  readonly party: string | null;
  readonly openedOn: Day;
  readonly state: MatterState;
  readonly stateReason: string | null;
  /** The matter that it was joined with. */
  readonly joinedIntoId: string | null;
  readonly joinedInto: string | null;
  readonly version: number;
}

/** One matter of the register; null when there is none. */
export async function readMatter(em: EntityManager, matterId: string): Promise<MatterView | null> {
  const rows: MatterView[] = await em.execute(
    `select m.id, m.body_id as "bodyId", m.authority_id as "authorityId", b.name as body, m.registry_number as "registryNumber",
            s.code as series, s.kept_here as "seriesKeptHere", m.title, m.protected_title as "protectedTitle", m.party,
            m.opened_on::text as "openedOn", m.state, m.state_reason as "stateReason", m.version,
            m.joined_into_id as "joinedIntoId", coalesce(j.registry_number, j.title) as "joinedInto"
       from matter m join body b on b.id = m.body_id join number_series s on s.id = m.series_id
       left join matter j on j.id = m.joined_into_id where m.id = ?`,
    [matterId],
  );
  return rows[0] ?? null;
}

/** An agenda item that the matter was on. */
export interface MatterItem {
  readonly itemId: string;
  readonly meetingId: string;
  readonly meetingDay: Day;
  readonly meetingNumber: number;
  readonly meetingYear: number;
  readonly agendaNumber: number | null;
  readonly title: string;
  readonly withdrawn: boolean;
  /** The paragraph's number, once it is written. */
  readonly paragraph: number | null;
}

/** The items that the matter is and was on, the latest meeting first; closed ones only for those who may read them. */
export async function itemsOfMatter(em: EntityManager, matterId: string): Promise<MatterItem[]> {
  return em.execute(
    `select i.id as "itemId", m.id as "meetingId", m.day::text as "meetingDay", m.number as "meetingNumber", m.year as "meetingYear",
            i.agenda_number as "agendaNumber", i.title, i.state = 'withdrawn' as withdrawn, p.number as paragraph
       from agenda_item i join meeting m on m.id = i.meeting_id left join paragraph p on p.item_id = i.id
      where i.matter_id = ? and i.state <> 'removed' order by m.day desc, i.ordinal limit 100`,
    [matterId],
  );
}

/** What was done about a matter, its documents and its memos. */
export interface RegisterEvent {
  readonly act: string;
  readonly at: Date;
  /** Name of the person; null for a process. */
  readonly by: string | null;
  /** Title of the document it was done to; null for the matter itself. */
  readonly document: string | null;
}

/**
 * The history of a matter out of the audit log, newest first: of the documents that the reader may see.
 * @param withDrafts whether the reader may see what has been done to drafts
 */
export async function historyOfMatter(
  em: EntityManager,
  matterId: string,
  withDrafts: boolean,
): Promise<RegisterEvent[]> {
  const rows: (Omit<RegisterEvent, 'at'> & { readonly at: string })[] = await em.execute(
    `with seen as (
       select id, null::text as title from matter where id = ?
       union all select d.id, coalesce(d.registry_number || ' ', '') || d.title from document d
         where d.matter_id = ? and (? or d.state <> 'draft')
       union all select m.id, coalesce(d.registry_number || ' ', '') || d.title from memo m join document d on d.id = m.document_id
         where m.matter_id = ? and (? or d.state <> 'draft'))
     select e.act, e.happened_at as at, p.name as by, s.title as document
       from seen s cross join lateral (
         select seq, act, actor, happened_at from audit_event
          where subject_id = s.id and result = 'done' and subject_kind in ('matter', 'document', 'memo')
            and act not in ('saveMemoSection', 'markNotApplicable', 'chooseRecipients')
          order by seq desc limit 50) e
       left join person p on p.id = case when e.actor like 'person:%' then substr(e.actor, 8)::uuid end
      order by e.seq desc limit 50`,
    [matterId, matterId, withDrafts, matterId, withDrafts],
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** Matters that go on in this one. */
export async function joinedMatters(
  em: EntityManager,
  matterId: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  return em.execute(
    "select id, coalesce(registry_number || ' ', '') || title as name from matter where joined_into_id = ? order by registry_number limit 100",
    [matterId],
  );
}

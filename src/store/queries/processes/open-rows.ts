import type { EntityManager } from '@mikro-orm/postgresql';
import type { ProcessRow } from '../../../domain/processes/process-row';

/**
 * The rows that something may still happen to by itself, kind by kind. The rows decide, nobody asks the workflow
 * server for a list (wake.md 14).
 */
const openRows = `
  select 'meetingCycle' as kind, id as row, authority_id as authority from meeting where phase <> 'ended'
  union all
  select 'substituteCall', id, authority_id from substitute_call where state = 'asking'
  union all
  select 'minutesVerification', id, authority_id from minutes where state <> 'verified'
    or not exists (select from document d join document_version v on v.document_id = d.id
      where d.owner_kind = 'publicMinutes' and d.owner_id = minutes.id and v.made_key = 'minutes/' || minutes.id || '/public')
  union all
  select 'noticePeriod', id, authority_id from notice
    where state not in ('legalForce', 'appealed') or taken_down_on is null or certificate_document_id is null
  union all
  select 'dispatch', id, authority_id from minutes_extract where state <> 'closed'
  union all
  select 'assignmentFollowUp', id, authority_id from assignment where state <> 'closed'`;

/**
 * Every open row of every process, and those whose process has not said that it has ended or has not read its wake. The
 * caller has stated the actor 'system', so that rows of closed items are there too.
 */
export async function readOpenRows(em: EntityManager): Promise<ProcessRow[]> {
  return em.execute(
    `${openRows}
     union
     select kind, row_id, authority_id from process_turn where not ended
     union
     select kind, row_id, authority_id from wake where read_at is null and not parked`,
  );
}

/**
 * Rows with a deadline that passed undone at least an hour ago, or a reminder that waits since then, by their ids.
 * @param after the last row of the batch before; null for the first
 */
export async function readOverdueRows(
  em: EntityManager,
  before: Date,
  after: string | null,
  limit: number,
): Promise<ProcessRow[]> {
  return em.execute(
    `select distinct open.kind, open.row, open.authority from (${openRows}) open
     join deadline d on d.owner_id = open.row and d.done_on is null and d.closed_on is null
     where (d.at <= ? or exists (select from reminder r where r.deadline_id = d.id and r.state = 'waiting' and r.due_at <= ?))
       and (?::uuid is null or open.row > ?::uuid) order by open.row limit ?`,
    [before, before, after, after, limit],
  );
}

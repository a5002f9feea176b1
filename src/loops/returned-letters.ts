import type { EntityManager } from '@mikro-orm/postgresql';

/** The processes that tell the secretary when a letter of theirs came back: of an extract, and of a notice. */
const TOLD_OF_RETURNS = `
  select distinct 'dispatch' as kind, e.id as row_id, e.authority_id from returned b
    join dispatch d on b.subject_kind = 'dispatch' and d.id = b.subject_id join minutes_extract e on e.id = d.extract_id
  union
  select distinct 'noticePeriod', n.id, n.authority_id from returned b
    join notice_posting p on b.subject_kind = 'posting' and p.id = b.subject_id join notice n on n.id = p.notice_id`;

/**
 * Records that letters came back and wakes the processes that tell of it, in one statement.
 * @param which a condition on `mail`, with its values
 * @returns how many letters
 */
export async function recordReturned(
  em: EntityManager,
  returned: { readonly at: Date; readonly code: string },
  which: { readonly where: string; readonly values: readonly unknown[] },
): Promise<number> {
  const [counted]: { letters: number }[] = await em.execute(
    `with returned as (
       update mail set state = 'bounced', bounced_at = ?, bounce_code = ?, error = null, claimed_until = null where ${which.where}
       returning subject_kind, subject_id),
     woken as (
       insert into wake (id, kind, row_id, authority_id, urgency, not_before, created_at, attempts, parked)
       select gen_random_uuid(), kind, row_id, authority_id, 1, clock_timestamp(), clock_timestamp(), 0, false
       from (${TOLD_OF_RETURNS}) told)
     select count(*)::int as letters from returned`,
    [returned.at, returned.code, ...which.values],
  );
  return counted?.letters ?? 0;
}

import type { EntityManager } from '@mikro-orm/postgresql';

/** What an installation holds already, so that a county file enters nothing twice. */
export interface Entered {
  /** Ids by name, such as `person/anna.ek@namnden.example`. */
  readonly there: ReadonlyMap<string, string>;
  /** Whether the invented county of the demo was loaded here. */
  readonly demo: boolean;
}

/** By what each row is known again. Rows of these kinds are never deleted; what has ended is still there. */
const NAMES = `
  select 'authority/' || name as name, id from authority
  union all select 'principal/' || name, id from principal
  union all select 'series/' || authority_id || '/' || code, id from number_series
  union all select 'person/' || lower(email), id from person
  union all select 'body/' || slug, id from body
  union all select 'seat/' || body_id || '/' || kind || '/' || ordinal, id from seat
  union all select 'rules/' || body_id || '/' || to_char(valid_from, 'YYYY-MM-DD'), id from rules_of_procedure
  union all select 'agenda/' || body_id, body_id from agenda_template
  union all select 'holder/' || seat_id || '/' || person_id || '/' || to_char(valid_from, 'YYYY-MM-DD'), id from seat_holder
  union all select 'recipient/' || body_id || '/' || name, id from dispatch_recipient
  union all select 'role/' || person_id || '/' || role || '/' || scope_kind || '/' || coalesce(scope_id::text, '') || '/'
    || to_char(valid_from, 'YYYY-MM-DD'), id from role_assignment`;

export async function readEntered(em: EntityManager): Promise<Entered> {
  const rows: { name: string; id: string }[] = await em.execute(NAMES);
  const [demo]: { loaded: boolean }[] = await em.execute(
    `select exists (select from request where actor = 'system' and key = 'demo/1') as loaded`,
  );
  return { there: new Map(rows.map(({ name, id }) => [name, id])), demo: demo?.loaded === true };
}

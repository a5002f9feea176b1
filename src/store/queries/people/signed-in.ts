import type { EntityManager } from '@mikro-orm/postgresql';
import type { Capacity, Holder, Holding } from '../../../domain/access/capacities';
import type { Day } from '../../../domain/time/day';

export interface HeldRole {
  readonly capacity: Exclude<Capacity, 'self'>;
  /** Name of the body, principal or authority; null for the whole installation. */
  readonly within: string | null;
}

export interface BodyName {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
}

/** What the frame of every page says about its reader. */
export interface SignedInFacts {
  readonly name: string;
  readonly roles: readonly HeldRole[];
  readonly bodies: readonly BodyName[];
  readonly openTasks: number;
}

/** The holdings of a day. */
export function heldOn(holder: Holder, day: Day): Holding[] {
  return holder.holdings.filter((held) => held.from <= day && (held.to === null || day <= held.to));
}

export async function readSignedIn(em: EntityManager, holder: Holder, today: Day): Promise<SignedInFacts> {
  const held = heldOn(holder, today);
  const scopes = held.flatMap((holding) => (holding.scope.id === null ? [] : [holding.scope.id]));
  // The ORM writes an array as a list of values; a literal of the database's own stays one array.
  const scopeList = `{${scopes.join(',')}}`;
  const rows: { kind: 'person' | 'body' | 'scope'; id: string; name: string; slug: string }[] =
    await em.execute(
      `select 'person' as kind, id, name, '' as slug from person where id = ?
     union all select 'body', id, name, slug from body where id = any(?::uuid[])
     union all select 'scope', id, name, '' from principal where id = any(?::uuid[])`,
      [holder.personId, scopeList, scopeList],
    );
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return {
    name: names.get(holder.personId) ?? '',
    roles: held.map((holding) => ({
      capacity: holding.capacity,
      within: holding.scope.id === null ? null : (names.get(holding.scope.id) ?? null),
    })),
    bodies: rows.filter((row) => row.kind === 'body').map(({ id, name, slug }) => ({ id, name, slug })),
    openTasks: await countOpenTasks(em, holder, today),
  };
}

/**
 * Which tasks are a person's: those put on the person, and those put on whoever holds a role within a scope.
 * A condition over `task t` with its parameters, the same for the count and the list.
 */
export function tasksOf(
  holder: Holder,
  today: Day,
): { readonly where: string; readonly params: readonly unknown[] } {
  const held = heldOn(holder, today).map((holding) => ({ role: holding.capacity, scope: holding.scope.id }));
  return {
    where: `t.closed_at is null and (t.person_id = ? or exists (
      select from jsonb_to_recordset(?::jsonb) as held (role text, scope uuid)
      where t.role = held.role and (t.scope_id is null or held.scope is null or t.scope_id = held.scope)))`,
    params: [holder.personId, JSON.stringify(held)],
  };
}

async function countOpenTasks(em: EntityManager, holder: Holder, today: Day): Promise<number> {
  const { where, params } = tasksOf(holder, today);
  const rows: { open: number }[] = await em.execute(
    `select count(distinct (t.kind, t.link))::int as open from task t where ${where}`,
    [...params],
  );
  return rows[0]?.open ?? 0;
}

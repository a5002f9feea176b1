import { LockMode, type EntityName, type FilterQuery, type Loaded } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Sealer } from '../../contracts/ports';
import type { Actor } from '../../contracts/actor';
import { actorName } from '../../contracts/actor';
import type { Holder } from '../../domain/access/capacities';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import { dayOf } from '../../domain/time/stockholm';
import type { Day } from '../../domain/time/day';

/** What a command works with: rows under its transaction, who acts, and the case's now. */
export interface Transaction {
  readonly em: EntityManager;
  readonly actor: Actor;
  /** The acting person with roles and seats; null for processes, links and the public. */
  readonly holder: Holder | null;
  /** Now on the case's clock. */
  readonly now: Date;
  /** The day in Stockholm. */
  readonly today: Day;
  /** Keys the hashes that make Message-IDs and one-time links. */
  readonly secret: string;
  /** Seals what lets somebody in, so that a row that holds it does not. */
  readonly seal: Sealer['seal'];
}

/** States who acts, for row level security (docs/adr/0002). Local to the transaction. */
export async function stateActor(em: EntityManager, actor: Actor, today: Day): Promise<void> {
  const authority = actor.kind === 'process' ? actor.authorityId : '';
  await em.execute(
    "select set_config('samrad.actor', ?, true), set_config('samrad.authority', ?, true), set_config('samrad.day', ?, true)",
    [actorName(actor), authority, today],
  );
}

/** The day and actor of a transaction made from a moment. */
export function transaction(
  em: EntityManager,
  actor: Actor,
  holder: Holder | null,
  now: Date,
  secret: string,
  seal: Sealer['seal'],
): Transaction {
  return { em, actor, holder, now, today: dayOf(now), secret, seal };
}

export type Found<Row> = { readonly ok: true; readonly row: Row } | Refusal;

/**
 * Locks one row for the rest of the transaction. Lock parents before children (meeting, item, detail).
 * @param version the version the caller's form was made from; another one is refused with `stale-version`
 * @returns the row, or `not-found` (also where row level security hides it)
 */
export async function lockRow<Entity extends object>(
  tx: Transaction,
  entity: EntityName<Entity>,
  where: FilterQuery<Entity>,
  version?: number,
): Promise<Found<Loaded<Entity>>> {
  const row = await tx.em.findOne(entity, where, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (row === null) return refuse('not-found');
  if (version !== undefined && 'version' in row && row.version !== version) return refuse('stale-version');
  return { ok: true, row };
}

/** Reads one row without a lock. */
export async function findRow<Entity extends object>(
  tx: Transaction,
  entity: EntityName<Entity>,
  where: FilterQuery<Entity>,
): Promise<Found<Loaded<Entity>>> {
  const row = await tx.em.findOne(entity, where);
  return row === null ? refuse('not-found') : { ok: true, row };
}

import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { actorName, type Actor } from '../../contracts/actor';
import { refuse, type Refusal } from '../../domain/refusals/refusal';

/** A request that came before with the same key: its first result, or a refusal when the key was used for something else. */
export type Repeated = { readonly ok: true; readonly result: unknown } | Refusal | null;

/**
 * Takes the key for this request, or finds what it gave the first time (wake.md 5).
 * Two at once with one key: the second waits for the first's commit and then reads its result.
 */
export async function takeKey(
  em: EntityManager,
  actor: Actor,
  key: string,
  act: string,
  input: unknown,
): Promise<Repeated> {
  const hash = createHash('sha256').update(stable(input)).digest('hex');
  const taken: unknown[] = await em.execute(
    `insert into request (actor, key, act, input_hash, result, created_at) values (?, ?, ?, ?, 'null', clock_timestamp())
     on conflict (actor, key) do nothing returning key`,
    [actorName(actor), key, act, hash],
  );
  if (taken.length > 0) return null;
  const rows: { act: string; input_hash: string; result: unknown }[] = await em.execute(
    'select act, input_hash, result from request where actor = ? and key = ?',
    [actorName(actor), key],
  );
  const first = rows[0];
  if (first === undefined) return null;
  if (first.act !== act || first.input_hash !== hash) return refuse('same-key-other-request');
  return { ok: true, result: first.result };
}

/** JSON with sorted keys: the same input gives the same hash whatever order it was sent in. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { actorName, type Actor } from '../../contracts/actor';
import { refuse, type Refusal } from '../../domain/refusals/refusal';

/** A request that came before with the same key: its first result, or a refusal when the key was used for something else. */
export type Repeated = { readonly ok: true; readonly result: unknown } | Refusal | null;

/** A request that may come again: which act with which input its key was used for. */
export interface KeyedRequest {
  readonly key: string;
  readonly act: string;
  readonly inputHash: string;
}

export function keyedRequest(key: string, act: string, input: unknown): KeyedRequest {
  return { key, act, inputHash: createHash('sha256').update(stable(input)).digest('hex') };
}

/** What the first request with the key gave, where this one could not take it (wake.md 5). */
export async function firstResult(em: EntityManager, actor: Actor, request: KeyedRequest): Promise<Repeated> {
  const rows: { act: string; input_hash: string; result: unknown }[] = await em.execute(
    'select act, input_hash, result from request where actor = ? and key = ?',
    [actorName(actor), request.key],
  );
  const first = rows[0];
  if (first === undefined) return null;
  if (first.act !== request.act || first.input_hash !== request.inputHash)
    return refuse('same-key-other-request');
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

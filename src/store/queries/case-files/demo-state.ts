import type { EntityManager } from '@mikro-orm/postgresql';

/** Nothing there; a load that was cut off, with the moment it began at; or something that is not to be touched. */
export type DemoState = { readonly kind: 'empty' | 'taken' } | { readonly kind: 'begun'; readonly at: Date };

/**
 * Whether the demo may be loaded. Its first act leaves a request with the first key, its last act one that says it is done.
 * @param keys begins every key of the load
 */
export async function demoState(em: EntityManager, keys: string): Promise<DemoState> {
  const [found]: { any: boolean; done: boolean; begun: Date | null }[] = await em.execute(
    `select exists (select from authority) as any,
       exists (select from request where actor = 'system' and key = ?) as done,
       (select min(e.happened_at) from audit_event e where e.act = 'createAuthority'
          and exists (select from request where actor = 'system' and key = ?)) as begun`,
    [`${keys}/done`, `${keys}/1`],
  );
  if (found === undefined || !found.any) return { kind: 'empty' };
  return found.begun === null || found.done
    ? { kind: 'taken' }
    : { kind: 'begun', at: new Date(found.begun) };
}

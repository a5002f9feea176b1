import type { EntityManager } from '@mikro-orm/postgresql';
import { type WakeSender, WakeRefused } from '../contracts/ports';
import type { ProcessKind } from '../contracts/processes';
import type { Loop } from './loop';

interface Claimed {
  id: string;
  kind: ProcessKind;
  row_id: string;
  authority_id: string;
  attempts: number;
  urgency: number;
  not_before: string;
}

const BATCH = 200;
/** The runner sends its own wakes right after commit; the relay takes what is left after this long. */
const LEFT_AFTER_SECONDS = 2;
const LEASE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 300;

/**
 * Delivers wakes that were not delivered at once: found by `delivered_at is null`, claimed by a lease in one short
 * transaction, sent after that commit, grouped by process, exactly the claimed ids marked (wake.md 2-3).
 */
export function createRelay(em: EntityManager, sender: WakeSender): Loop {
  return {
    name: 'relay',
    everyMs: 1000,
    turn: async () => {
      const claimed = (await claim(em)).sort(firstToGo);
      for (const group of byProcess(claimed)) await deliver(em, sender, group);
      return claimed.length;
    },
  };
}

async function claim(em: EntityManager): Promise<Claimed[]> {
  return em.fork().execute(
    `update wake set claimed_until = clock_timestamp() + make_interval(secs => ?), attempts = attempts + 1
     where id in (
       select id from wake where delivered_at is null and not parked and not_before <= clock_timestamp()
         and created_at <= clock_timestamp() - make_interval(secs => ?)
         and (claimed_until is null or claimed_until < clock_timestamp())
       order by urgency, not_before limit ? for update skip locked)
     returning id, kind, row_id, authority_id, attempts, urgency, not_before`,
    [LEASE_SECONDS, LEFT_AFTER_SECONDS, BATCH],
  );
}

/** `returning` keeps no order: people's steps first, then the oldest. */
function firstToGo(a: Claimed, b: Claimed): number {
  return a.urgency - b.urgency || new Date(a.not_before).getTime() - new Date(b.not_before).getTime();
}

function byProcess(claimed: readonly Claimed[]): Claimed[][] {
  const groups = new Map<string, Claimed[]>();
  for (const wake of claimed) {
    const key = `${wake.kind}/${wake.row_id}`;
    groups.set(key, [...(groups.get(key) ?? []), wake]);
  }
  return [...groups.values()];
}

async function deliver(em: EntityManager, sender: WakeSender, group: readonly Claimed[]): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  const ids = group.map((wake) => wake.id);
  try {
    await sender.send({ kind: first.kind, rowId: first.row_id, authorityId: first.authority_id });
    await em
      .fork()
      .execute('update wake set delivered_at = clock_timestamp(), error = null where id in (?)', [ids]);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    if (error instanceof WakeRefused) {
      await em.fork().execute('update wake set parked = true, error = ? where id in (?)', [name, ids]);
      return;
    }
    const pause = Math.min(2 ** Math.min(first.attempts - 1, 10), LONGEST_PAUSE_SECONDS);
    await em
      .fork()
      .execute(
        'update wake set claimed_until = null, error = ?, not_before = clock_timestamp() + make_interval(secs => ?) where id in (?)',
        [name, pause, ids],
      );
  }
}

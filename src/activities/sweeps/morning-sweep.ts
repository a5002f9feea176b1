import type { EntityManager } from '@mikro-orm/postgresql';
import { wakeRows } from '../../commands/processes/wake-rows';
import { stateActor } from '../../commands/runner/transaction';
import type { Clock } from '../../contracts/ports';
import type { ProcessInput } from '../../contracts/processes';
import { morningSweep } from '../../domain/processes/morning-sweep';
import { asDay, type Day } from '../../domain/time/day';
import { dayOf } from '../../domain/time/stockholm';
import { readOverdueRows } from '../../store/queries/processes/open-rows';
import type { Process } from '../process/turn';

/** The sweep that every installation has; its id is fixed, since there is one. */
export const morningSweepInput: ProcessInput = {
  row: '01900000-0000-7000-8000-000000000001',
  authority: '00000000-0000-0000-0000-000000000000',
};

const HOUR = 3_600_000;

/**
 * Each morning wakes the rows whose deadline passed an hour ago undone: a wake or timer that was lost costs a day at
 * most. Idempotent by (sweep, day).
 */
export function createMorningSweep(deps: { readonly em: EntityManager; readonly clock: Clock }): Process {
  return {
    kind: 'sweep',
    read: async (em, _row, now) => {
      const { due, day, nextAt } = morningSweep(now, await lastRun(em));
      return {
        ended: false,
        version: Number(day.replaceAll('-', '')),
        due: due ? 'sweepDeadlines' : null,
        nextAt,
      };
    },
    acts: {
      sweepDeadlines: async () => {
        const now = await deps.clock.now();
        return deps.em.fork().transactional(async (em) => {
          await stateActor(em, { kind: 'system' }, dayOf(now));
          const { due, day } = morningSweep(now, await lastRun(em));
          if (!due) return 'superseded';
          await em.execute(
            `insert into sweep_run (sweep, day, woken, at) values ('morning', ?, 0, ?) on conflict do nothing`,
            [day, now],
          );
          await wakeRows(em, await readOverdueRows(em, new Date(now.getTime() - HOUR)));
          return 'done';
        });
      },
    },
  };
}

async function lastRun(em: EntityManager): Promise<Day | null> {
  const rows: { day: string | null }[] = await em.execute(
    `select max(day)::text as day from sweep_run where sweep = 'morning'`,
  );
  const day = rows[0]?.day ?? null;
  return day === null ? null : asDay(day);
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { writeMorningLetter } from '../../commands/notifications/write-morning-letter';
import { clearedKinds, clearMachinery } from '../../commands/processes/clear-machinery';
import { wakeRows } from '../../commands/processes/wake-rows';
import type { Runner } from '../../commands/runner/run';
import { stateActor } from '../../commands/runner/transaction';
import type { Clock } from '../../contracts/ports';
import type { ProcessInput } from '../../contracts/processes';
import { daily, MORNING_LETTER_TIME, SWEEP_TIME } from '../../domain/processes/morning-sweep';
import { asDay, type Day } from '../../domain/time/day';
import { dayOf } from '../../domain/time/stockholm';
import { readOverdueRows } from '../../store/queries/processes/open-rows';
import { anyoneGathers, readGatherers } from '../../store/queries/people/gathering';
import { runStep } from '../process/run-step';
import type { Process } from '../process/turn';

/** The sweep that every installation has; its id is fixed, since there is one. */
export const morningSweepInput: ProcessInput = {
  row: '01900000-0000-7000-8000-000000000001',
  authority: '00000000-0000-0000-0000-000000000000',
};

const HOUR = 3_600_000;
const SYSTEM = { kind: 'system' } as const;

/** So many rows are woken in a transaction, and so many readers are looked up at once (wake.md 17). */
const BATCH = 500;
/** So many batches of a kind are cleared away a morning; what is left then is the next morning's. */
const CLEARED_BATCHES = 40;

/**
 * Each morning wakes the rows whose deadline passed an hour ago undone: a wake or timer that was lost costs a day at
 * most. Then it clears away what the machinery has done with. Later it writes the morning's letters, where somebody wants them. Each idempotent by (sweep, day).
 */
export function createMorningSweep(deps: {
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly run: Runner;
}): Process {
  return {
    kind: 'sweep',
    read: async (em, _row, now) => {
      const sweep = daily(now, await lastRun(em, 'morning'), SWEEP_TIME);
      const letters = (await anyoneGathers(em))
        ? daily(now, await lastRun(em, 'letters'), MORNING_LETTER_TIME)
        : null;
      const later = letters !== null && letters.nextAt < sweep.nextAt ? letters.nextAt : sweep.nextAt;
      return {
        ended: false,
        version: Number(sweep.day.replaceAll('-', '')),
        due: sweep.due ? 'sweepDeadlines' : letters?.due === true ? 'writeMorningLetters' : null,
        nextAt: later,
      };
    },
    acts: {
      sweepDeadlines: async () => {
        const now = await deps.clock.now();
        const { due, day } = daily(now, await lastRun(deps.em.fork(), 'morning'), SWEEP_TIME);
        if (!due) return 'superseded';
        let ahead = 0;
        for (let after: string | null = null; ;) {
          const rows = await inTransaction(deps.em, now, async (em) => {
            const overdue = await readOverdueRows(em, new Date(now.getTime() - HOUR), after, BATCH);
            await wakeRows(em, overdue, ahead);
            return overdue;
          });
          after = rows.at(-1)?.row ?? null;
          ahead += rows.length;
          if (rows.length < BATCH) break;
        }
        // Marked last: a sweep that was killed goes on with the rest, and wakes nobody twice that is still to be woken.
        await markRun(deps.em.fork(), 'morning', day, now);
        await clear(deps.em, now);
        return 'done';
      },
      writeMorningLetters: async () => {
        const now = await deps.clock.now();
        const em = deps.em.fork();
        const { due, day } = daily(now, await lastRun(em, 'letters'), MORNING_LETTER_TIME);
        if (!due) return 'superseded';
        for (let after: string | null = null; ;) {
          const people = await readGatherers(em, after, BATCH);
          for (const personId of people)
            await runStep(deps.run, writeMorningLetter, SYSTEM, { personId, day });
          after = people.at(-1) ?? null;
          if (people.length < BATCH) break;
        }
        await markRun(em, 'letters', day, now);
        return 'done';
      },
    },
  };
}

/** After the sweep is marked: clearing that was cut off is no reason to wake anybody again, and goes on the next morning. */
async function clear(em: EntityManager, now: Date): Promise<void> {
  for (const kind of clearedKinds) {
    for (let batch = 0; batch < CLEARED_BATCHES; batch += 1) {
      const gone = await inTransaction(em, now, (tx) => clearMachinery(tx, kind, BATCH));
      if (gone < BATCH) break;
    }
  }
}

function inTransaction<Result>(
  em: EntityManager,
  now: Date,
  work: (em: EntityManager) => Promise<Result>,
): Promise<Result> {
  return em.fork().transactional(async (tx) => {
    await stateActor(tx, SYSTEM, dayOf(now));
    return work(tx);
  });
}

type Sweep = 'morning' | 'letters';

async function lastRun(em: EntityManager, sweep: Sweep): Promise<Day | null> {
  const rows: { day: string | null }[] = await em.execute(
    'select max(day)::text as day from sweep_run where sweep = ?',
    [sweep],
  );
  const day = rows[0]?.day ?? null;
  return day === null ? null : asDay(day);
}

async function markRun(em: EntityManager, sweep: Sweep, day: Day, now: Date): Promise<void> {
  await em.execute(
    'insert into sweep_run (sweep, day, woken, at) values (?, ?, 0, ?) on conflict do nothing',
    [sweep, day, now],
  );
}

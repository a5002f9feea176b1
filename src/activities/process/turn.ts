import type { EntityManager } from '@mikro-orm/postgresql';
import { stateActor } from '../../commands/runner/transaction';
import type { Actor } from '../../contracts/actor';
import type { Clock } from '../../contracts/ports';
import type { ActAnswer, ActInput, ProcessInput, ProcessKind, Turn } from '../../contracts/processes';
import { dayOf } from '../../domain/time/stockholm';

/** What a process's read finds, on the case's clock. Its rows decide; nothing is remembered between reads. */
export interface Reading {
  readonly ended: boolean;
  /** Version of the row that the acts compare under lock. */
  readonly version: number;
  /** The act that is due now, or null. */
  readonly due: string | null;
  /** When to read again though nobody wakes, or null. */
  readonly nextAt: Date | null;
}

/** A process: how its row is read and what its acts do. */
export interface Process {
  readonly kind: ProcessKind;
  /** @throws when the row is missing: nothing is ever deleted, so that is a fault and never "ended" (wake.md 11). */
  readonly read: (em: EntityManager, row: string, now: Date) => Promise<Reading>;
  /** Each act is idempotent by a named key and answers 'superseded' when the row moved on. */
  readonly acts: Readonly<Record<string, (input: ActInput, actor: Actor) => Promise<ActAnswer>>>;
}

export interface TurnDeps {
  readonly em: EntityManager;
  readonly clock: Clock;
}

/** The activities of a process, named `<kind>.read` and `<kind>.<act>` as the loop calls them. */
export function createProcessActivities(
  deps: TurnDeps,
  process: Process,
): Record<string, (input: ActInput) => Promise<Turn | ActAnswer>> {
  const { kind } = process;
  const activities: Record<string, (input: ActInput) => Promise<Turn | ActAnswer>> = {
    [`${kind}.read`]: (input) => readTurn(deps, process, input),
  };
  for (const [name, act] of Object.entries(process.acts)) {
    activities[`${kind}.${name}`] = async (input) => {
      const answer = await act(input, { kind: 'process', process: kind, authorityId: input.authority });
      await clearFault(deps.em, kind, input.row, name);
      return answer;
    };
  }
  return activities;
}

/** One transaction: marks the row's visible wakes as read, reads, and says what the turn was (wake.md 13). */
async function readTurn(deps: TurnDeps, process: Process, input: ProcessInput): Promise<Turn> {
  const now = await deps.clock.now();
  const reading = await deps.em.fork().transactional(async (em) => {
    await stateActor(
      em,
      { kind: 'process', process: process.kind, authorityId: input.authority },
      dayOf(now),
    );
    await em.execute(
      'update wake set read_at = clock_timestamp(), delivered_at = coalesce(delivered_at, clock_timestamp()) where kind = ? and row_id = ? and read_at is null',
      [process.kind, input.row],
    );
    const found = await process.read(em, input.row, now);
    await em.execute(
      `insert into process_turn (kind, row_id, authority_id, idle, ended, next_at, at) values (?, ?, ?, ?, ?, ?, clock_timestamp())
       on conflict (kind, row_id) do update set idle = excluded.idle, ended = excluded.ended, next_at = excluded.next_at, at = excluded.at`,
      [process.kind, input.row, input.authority, found.due === null, found.ended, found.nextAt],
    );
    return found;
  });
  await clearFault(deps.em, process.kind, input.row, 'read');
  return {
    ended: reading.ended,
    version: reading.version,
    due: reading.due,
    nextAt: reading.nextAt === null ? null : deps.clock.toServerTime(reading.nextAt),
  };
}

/** Written once per (kind, row, act, code); a later success clears it (wake.md 10). */
export function createFaultActivity(deps: TurnDeps) {
  return {
    async raiseFault(fault: ProcessInput & { kind: ProcessKind; act: string; code: string }): Promise<void> {
      await deps.em.fork().execute(
        `insert into fault (id, kind, row_id, authority_id, act, code, times, raised_at) values (gen_random_uuid(), ?, ?, ?, ?, ?, 1, clock_timestamp())
         on conflict (kind, row_id, act, code) do update set times = fault.times + 1, raised_at = excluded.raised_at, cleared_at = null`,
        [fault.kind, fault.row, fault.authority, fault.act, fault.code.slice(0, 200)],
      );
    },
  };
}

async function clearFault(em: EntityManager, kind: ProcessKind, row: string, act: string): Promise<void> {
  await em.fork().execute(
    `update fault set cleared_at = clock_timestamp() where kind = ? and row_id = ? and cleared_at is null
       and (act = ? or code = 'unknown-act')`,
    [kind, row, act],
  );
}

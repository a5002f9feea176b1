import type { EntityManager } from '@mikro-orm/postgresql';
import { createAssignmentFollowUp } from '../../src/activities/assignments/assignment-follow-up';
import { createDispatch } from '../../src/activities/dispatch/dispatch';
import { createMeetingCycle } from '../../src/activities/meetings/meeting-cycle';
import { createMinutesVerification } from '../../src/activities/meetings/minutes-verification';
import { createNoticePeriod } from '../../src/activities/meetings/notice-period';
import { createSubstituteCall } from '../../src/activities/meetings/substitute-call';
import type { Process, Reading } from '../../src/activities/process/turn';
import type { Command, WakeFor } from '../../src/commands/runner/command';
import type { Runner, RunnerDeps } from '../../src/commands/runner/run';
import { stateActor, type Transaction } from '../../src/commands/runner/transaction';
import type { CommandName } from '../../src/contracts/commands';
import type { ProcessKind } from '../../src/contracts/processes';

/** The rows that carry a process; the sweep reads its own runs alone, which no command writes. */
const ROWS = `
  select 'meetingCycle' as kind, id, authority_id as authority from meeting
  union all select 'substituteCall', id, authority_id from substitute_call
  union all select 'minutesVerification', id, authority_id from minutes
  union all select 'noticePeriod', id, authority_id from notice
  union all select 'dispatch', id, authority_id from minutes_extract
  union all select 'assignmentFollowUp', id, authority_id from assignment order by 1, 3, 2`;

/**
 * Tables that no process reads: a command that wrote nothing else changed no reading. It is checked that no read touches
 * them, so that the list cannot hide a change.
 */
const NEVER_READ: ReadonlySet<string> = new Set([
  'account',
  'adjournment',
  'agenda_return',
  'attendee',
  'audit_event',
  'ballot',
  'ballot_correction',
  'blob',
  'matter',
  'motion',
  'paragraph_comment',
  'presence_event',
  'proposed_point',
  'proposition',
  'recusal',
  'remote_request',
  'request',
  'reservation',
  'session',
  'sign_in_attempt',
  'sign_in_link',
  'text',
  'text_revision',
  'vote',
  'wake',
]);

interface ProcessRow {
  readonly kind: ProcessKind;
  readonly id: string;
  readonly authority: string;
}

/** What every process reads of its rows, by `<kind> <row>`. */
type Reads = ReadonlyMap<string, string>;

export interface Watched {
  readonly run: Runner;
  /** Commands that have been carried out at least once. */
  readonly carriedOut: ReadonlySet<CommandName>;
  /** What changed a process's reading and did not wake it. */
  readonly missing: readonly string[];
}

/**
 * wake.md 1: runs commands as the runner does, one at a time, and compares what every process reads of every row before
 * and after, in the command's own transaction and at the same moment.
 */
export function watchWakes(deps: Pick<RunnerDeps, 'em' | 'clock'>, run: Runner): Watched {
  const processes = everyProcess({ ...deps, run });
  const carriedOut = new Set<CommandName>();
  const missing: string[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  const watched = <Input, Result>(command: Command<Input, Result>): Command<Input, Result> => ({
    ...command,
    handle: async (tx, input) => {
      const earlier = await touches(tx.em);
      const outcome = await command.handle(tx, input);
      if (!outcome.ok) return outcome;
      await tx.em.flush();
      carriedOut.add(command.name);
      if (onlyNeverRead(earlier, await touches(tx.em))) return outcome;
      const unwoken = changed(
        await readBefore(deps.em, tx, processes),
        await readAll(tx.em.fork({ keepTransactionContext: true }), tx, processes),
        outcome.wakes ?? [],
      );
      for (const what of unwoken) missing.push(`${command.name} (${command.kind}) ${what}`);
      return outcome;
    },
  });

  return {
    carriedOut,
    missing,
    run: (command, ...rest) => {
      const mine = turn.then(() => run(watched(command), ...rest));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

function everyProcess(deps: Pick<RunnerDeps, 'em' | 'clock'> & { readonly run: Runner }): Process[] {
  return [
    createMeetingCycle(deps),
    createSubstituteCall(deps.run),
    createMinutesVerification(deps),
    createNoticePeriod(deps),
    createDispatch(deps),
    createAssignmentFollowUp(deps.run),
  ];
}

/** What stood before the command, which has not committed yet: read over a connection of its own. */
async function readBefore(em: EntityManager, tx: Transaction, processes: readonly Process[]): Promise<Reads> {
  return em.fork().transactional((own) => readAll(own, tx, processes));
}

/** Reads as the processes do. */
async function readAll(em: EntityManager, tx: Transaction, processes: readonly Process[]): Promise<Reads> {
  const reads = new Map<string, string>();
  const earlier = await touches(em);
  await stateActor(em, { kind: 'system' }, tx.today);
  const rows: ProcessRow[] = await em.execute(ROWS);
  let stated = '';
  for (const { kind, id, authority } of rows) {
    if (stated !== `${kind} ${authority}`)
      await stateActor(em, { kind: 'process', process: kind, authorityId: authority }, tx.today);
    stated = `${kind} ${authority}`;
    reads.set(`${kind} ${id}`, await readOne(em, processes, kind, id, tx.now));
  }
  await stateActor(em, tx.actor, tx.today);
  for (const [table, { read }] of await touches(em))
    if (NEVER_READ.has(table) && read > (earlier.get(table)?.read ?? 0))
      throw new Error(`A process reads ${table}`);
  return reads;
}

/** How often each table has been read and written over this connection, as its server counts. */
async function touches(em: EntityManager): Promise<ReadonlyMap<string, { read: number; written: number }>> {
  const rows: { table: string; read: number; written: number }[] = await em.execute(
    `select relname as table, (seq_scan + coalesce(idx_scan, 0))::int as read, (n_tup_ins + n_tup_upd + n_tup_del)::int as written
     from pg_stat_xact_user_tables where schemaname = 'public'`,
  );
  return new Map(rows.map(({ table, ...counts }) => [table, counts]));
}

type Touches = Awaited<ReturnType<typeof touches>>;

function onlyNeverRead(earlier: Touches, now: Touches): boolean {
  return [...now].every(
    ([table, { written }]) => NEVER_READ.has(table) || written === (earlier.get(table)?.written ?? 0),
  );
}

async function readOne(
  em: EntityManager,
  processes: readonly Process[],
  kind: ProcessKind,
  row: string,
  now: Date,
): Promise<string> {
  const process = processes.find((each) => each.kind === kind);
  if (process === undefined) throw new Error(`No process ${kind}`);
  const { ended, version, due, nextAt } = await process.read(em, row, now);
  return JSON.stringify({ ended, version, due, nextAt });
}

function changed(before: Reads, after: Reads, wakes: readonly WakeFor[]): string[] {
  const woken = new Set(wakes.map(({ kind, row }) => `${kind} ${row}`));
  return [...after].flatMap(([row, read]) => {
    const stood = before.get(row);
    // A new row that asks for nothing, such as an assignment before its meeting is closed, needs no run yet.
    const same = stood === undefined ? asksForNothing(read) : stood === read;
    return same || woken.has(row)
      ? []
      : [`changed ${row} from ${stood ?? 'nothing'} to ${read} and did not wake it`];
  });
}

function asksForNothing(read: string): boolean {
  const { ended, due, nextAt } = JSON.parse(read) as Reading;
  return !ended && due === null && nextAt === null;
}

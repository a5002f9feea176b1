import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addDays, asDay } from '../domain/time/day';
import { findProgram } from '../infrastructure/embedded/temporal/find-program';
import { temporalCli } from '../infrastructure/embedded/temporal/temporal-programs';
import type { House } from '../rehearsal/chaos/house';
import { planBlows, type Blow, type CaseSize } from '../rehearsal/chaos/kill-plan';
import type { ReadCase } from '../rehearsal/read-case-file';
import { clearAway, playThroughBlows, type Played } from './chaos';
import { compareEnds, type End } from './chaos-check';
import { layGround } from './chaos-ground';
import { root } from './parts';

export interface ChaosRuns {
  /** The numbers of the runs; a run's blows follow from the seed and its number. */
  readonly runs: readonly number[];
  readonly seed: number;
  /** How many runs go on at the same time. */
  readonly lanes: number;
  readonly dayMs: number;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
}

export interface ToldRun {
  readonly run: number;
  readonly faults: readonly string[];
  readonly blows: readonly { readonly blow: Blow; readonly hit: readonly string[] }[];
  /** Acts that were answered. */
  readonly receipts: number;
  /** Starts of the supervisor. */
  readonly starts: number;
  /** Letters that came more than once with their one Message-ID. */
  readonly sentAgain: number;
  readonly seals: number;
  readonly seconds: number;
  /** Seconds that the scaled clock ran. */
  readonly clockSeconds: number;
}

export interface ToldChaos {
  readonly seed: number;
  readonly passed: number;
  readonly failed: number;
  readonly runs: readonly ToldRun[];
}

/**
 * Plays the case once undisturbed and then once for each run while processes are killed. Every run has to come to the same
 * end. The installation of a failed run is kept, and its folder told.
 */
export async function runChaos(read: ReadCase, options: ChaosRuns): Promise<ToldChaos> {
  const { runs, seed, lanes, dayMs, say } = options;
  const houses = new Set<House>();
  const folder = mkdtempSync(path.join(tmpdir(), 'samrad-chaos-'));
  stopOnSignals(houses, folder);
  chmodSync(folder, 0o755);
  const size = sizeOf(read);
  say(`Frö ${seed}. ${read.file.name}: ${size.acts} handlingar, ${size.days} dygn om ${dayMs} ms.`);
  const program = await findProgram(temporalCli, {
    cache: options.env['SAMRAD_CACHE'] ?? path.join(root, '.samrad', 'cache'),
    env: options.env,
    say,
  });
  const env = {
    ...options.env,
    TEMPORAL_CLI: program,
    NODE_COMPILE_CACHE: path.join(folder, 'compiled'),
  };
  const ground = await layGround(read, path.join(folder, 'grund'), dayMs, () => undefined);
  const playOne = (run: number): Promise<Timed> =>
    timed(() =>
      playThroughBlows({
        read,
        ground,
        root: path.join(folder, `k${run}`),
        blows: run === 0 ? [] : planBlows(seed, run, size),
        seed: seed + run,
        dayMs,
        env,
        say: (line) => say(runs.length > 1 ? `${line}   [körning ${run}]` : line),
        opened: (house) => houses.add(house),
      }),
    );
  const expected = playOne(0).then((outcome) => {
    const { seconds, error } = outcome;
    say(`Ostört: ${error === undefined ? 'till sitt slut' : wordsOf(error)}, ${seconds} s.`);
    return outcome;
  });
  const told: ToldRun[] = [];
  const left = [...runs];
  const lane = async (waitFor: Promise<unknown>): Promise<void> => {
    await waitFor;
    for (let run = left.shift(); run !== undefined; run = left.shift()) {
      const outcome = await playOne(run);
      const one = judge(run, (await expected).played?.end, outcome);
      told.push(one);
      tell(one, path.join(folder, `k${run}`), say);
      if (one.faults.length === 0) clearAway(path.join(folder, `k${run}`));
    }
  };
  // The undisturbed play takes the first lane's first turn.
  await Promise.all(
    Array.from({ length: lanes }, (_, index) => lane(index === 0 ? expected : Promise.resolve())),
  );
  const failed = told.filter(({ faults }) => faults.length > 0).length;
  if (failed === 0) clearAway(folder);
  sumUp(told, failed, say);
  return { seed, passed: told.length - failed, failed, runs: told.sort((a, b) => a.run - b.run) };
}

interface Timed {
  readonly played?: Played;
  readonly error?: unknown;
  readonly seconds: number;
}

async function timed(act: () => Promise<Played>): Promise<Timed> {
  const begun = performance.now();
  const seconds = (): number => Math.round((performance.now() - begun) / 100) / 10;
  try {
    const played = await act();
    return { played, seconds: seconds() };
  } catch (error) {
    return { error, seconds: seconds() };
  }
}

function judge(run: number, expected: End | undefined, { played, error, seconds }: Timed): ToldRun {
  const none = { blows: [], receipts: 0, starts: 0, sentAgain: 0, seals: 0, clockSeconds: 0 };
  if (played === undefined) return { run, faults: [wordsOf(error)], ...none, seconds };
  const { end, struck, receipts, starts, ranMs } = played;
  const faults =
    expected === undefined
      ? ['ärendet gick inte att spela upp ostört, så det finns inget att jämföra med']
      : compareEnds(expected, end);
  return {
    run,
    faults,
    blows: struck,
    receipts,
    starts,
    sentAgain: end.taken.filter(({ deliveries }) => deliveries > 1).length,
    seals: end.seals,
    seconds,
    clockSeconds: Math.round(ranMs / 100) / 10,
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function tell(told: ToldRun, folder: string, say: (line: string) => void): void {
  const { run, faults, blows, starts, sentAgain, seconds, clockSeconds } = told;
  say(
    `Körning ${run}: ${faults.length === 0 ? 'samma slut' : 'FEL'} efter ${blows.length} slag, ${starts} starter, ` +
      `${sentAgain} brev två gånger, klockan gick ${clockSeconds} s, ${seconds} s i allt.`,
  );
  for (const fault of faults) say(`  - ${fault}`);
  if (faults.length > 0) say(`  Installationen finns kvar i ${folder}`);
}

function sumUp(told: readonly ToldRun[], failed: number, say: (line: string) => void): void {
  const blows = told.flatMap((run) => run.blows);
  const kinds = new Map<Blow, number>();
  for (const { blow } of blows) kinds.set(blow, (kinds.get(blow) ?? 0) + 1);
  say(`${blows.length} slag: ${[...kinds].map(([blow, count]) => `${blow} ${count}`).join(', ')}.`);
  say(`${told.length - failed} passed, ${failed} failed`);
}

function sizeOf({ file }: ReadCase): CaseSize {
  const [starts = ''] = file.starts.split(' ');
  const last = file.ends ?? file.acts.findLast(({ at }) => at !== undefined)?.at ?? file.starts;
  const [ends = ''] = last.split(' ');
  let days = 1;
  for (let day = asDay(starts); day < ends; day = addDays(day, 1)) days += 1;
  return { acts: file.acts.length, days };
}

/** Ctrl-C leaves nothing running and nothing on the disk. */
function stopOnSignals(houses: ReadonlySet<House>, folder: string): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void Promise.all([...houses].map((house) => house.stop())).then(() => {
        clearAway(folder);
        process.exit(130);
      });
    });
}

import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { ActAnswer, ActInput, ProcessInput, ProcessKind, Turn } from '../contracts/processes';

/** "Read again": no arguments, so that a wake that comes twice or late changes nothing (wake.md 12). */
export const wake = defineSignal('wake');

/** What every process asks of the activities, besides its own acts. */
interface LoopActivities {
  readonly raiseFault: (
    fault: ProcessInput & { kind: ProcessKind; act: string; code: string },
  ) => Promise<void>;
}

const MOST_EVENTS = 500;
const MINUTE = 60_000;
/** The same act due twice at the same version: wait longer each time, then it is a fault (wake.md 9). */
const PATIENCE = [1 * MINUTE, 5 * MINUTE, 30 * MINUTE];
const AFTER_FAULT = 15 * MINUTE;

const quick = {
  startToCloseTimeout: '30 seconds',
  // The worker gives signs of life (infrastructure/temporal/worker): one that was killed is noticed in seconds.
  heartbeatTimeout: '12 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '20 seconds', maximumAttempts: 8 },
} as const;
const patient = { ...quick, startToCloseTimeout: '2 minutes' } as const;

const reads = proxyActivities<Record<string, (input: ProcessInput) => Promise<Turn>>>(quick);
const doings = proxyActivities<Record<string, (input: ActInput) => Promise<ActAnswer>>>(patient);
const { raiseFault } = proxyActivities<LoopActivities>({ startToCloseTimeout: '30 seconds' });

/**
 * One loop for every process: lower the flag, read, act or wait (wake.md 6).
 *
 * @param kind the process; its read is the activity `<kind>.read`, an act that is due `<kind>.<act>`
 * @param acts the acts this version of the workflow knows, in the office's order; another one that is due is a fault
 */
export async function untilEnded(
  kind: ProcessKind,
  acts: readonly string[],
  input: ProcessInput,
): Promise<void> {
  let woken = true;
  setHandler(wake, () => {
    woken = true;
  });
  const rest = async (ms?: number): Promise<void> => {
    if (ms === undefined) await condition(() => woken);
    else if (ms > 0) await condition(() => woken, ms);
  };
  /** Only with the flag down and nothing outstanding (wake.md 8): the new run begins with a read of its own. */
  const beginAnewWhenLong = async (): Promise<void> => {
    if (!woken && workflowInfo().historyLength > MOST_EVENTS) await continueAsNew<ProcessWorkflow>(input);
  };
  let last = '';
  /** How often the act was tried at this version, and until when it is left alone; a wake meanwhile only reads again. */
  let tries = 0;
  let restUntil: number | null = null;

  for (;;) {
    await beginAnewWhenLong();
    woken = false; // here and nowhere else: lowered after the read, a wake would be lost until the next timer
    const turn = await attempt('read', () => reads[`${kind}.read`]?.(input));
    if (turn === FAILED || turn === undefined) {
      await rest(AFTER_FAULT);
      continue;
    }
    if (turn.ended) {
      if (woken) continue;
      return;
    }
    if (turn.due === null) {
      // Nothing was due in between: the same act later, such as the next reminder, is no repetition.
      last = '';
      // A process that is only ever woken meets a raised flag above, and would never begin anew there.
      await beginAnewWhenLong();
      await rest(turn.nextAt === null ? undefined : turn.nextAt - Date.now());
      continue;
    }
    const { due } = turn;
    const now = `${due}@${turn.version}`;
    if (now !== last) {
      tries = 0;
      restUntil = null;
    }
    last = now;
    if (tries > 0) {
      if (restUntil === null) {
        const wait = PATIENCE[tries - 1];
        if (wait === undefined) await raiseFault({ ...input, kind, act: due, code: 'repeats' });
        restUntil = Date.now() + (wait ?? AFTER_FAULT);
      }
      await rest(restUntil - Date.now());
      if (woken && Date.now() < restUntil) continue;
      restUntil = null;
    }
    tries += 1;
    const answer = acts.includes(due)
      ? await attempt(due, () => doings[`${kind}.${due}`]?.({ ...input, version: turn.version, due }))
      : await raiseFault({ ...input, kind, act: due, code: 'unknown-act' }).then(() => FAILED);
    if (answer === FAILED) await rest(AFTER_FAULT);
  }

  /** A workflow never fails: an activity that gave up becomes a fault row (wake.md 10). */
  async function attempt<Answer>(
    act: string,
    run: () => Promise<Answer> | undefined,
  ): Promise<Answer | typeof FAILED | undefined> {
    try {
      return await run();
    } catch (error) {
      await raiseFault({ ...input, kind, act, code: codeOf(error) });
      return FAILED;
    }
  }
}

const FAILED = 'failed';

/** The shape of a process workflow, for continue-as-new. */
type ProcessWorkflow = (input: ProcessInput) => Promise<void>;

/** The failure's type alone: messages may hold what a payload holds. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause !== null && typeof cause === 'object' && 'type' in cause && typeof cause.type === 'string')
    return cause.type;
  return error instanceof Error ? error.name : 'unknown';
}

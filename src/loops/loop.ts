import type { Log } from '../contracts/ports';

/** Something a worker does all the time (wake.md 18). Any number of workers may run it: rows are taken by lease. */
export interface Loop {
  readonly name: string;
  readonly everyMs: number;
  /** @returns how many rows were handled; more than none means: again at once. */
  readonly turn: () => Promise<number>;
}

export interface RunningLoop {
  /** Ends after the turn that is under way. */
  stop(): Promise<void>;
}

/** Runs a loop until it is stopped; a failed turn is logged by its error's name and tried again at the next tick. */
export function startLoop(loop: Loop, log: Log): RunningLoop {
  let stopped = false;
  let wakeUp: () => void = () => undefined;
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const running = (async () => {
    while (!stopped) {
      const handled = await loop.turn().catch((error: unknown) => {
        log.warn(
          { loop: loop.name, error: error instanceof Error ? error.name : 'unknown' },
          'loop turn failed',
        );
        return 0;
      });
      if (handled === 0 && !stopped) await pause(loop.everyMs);
    }
  })();
  return {
    async stop() {
      stopped = true;
      wakeUp();
      await running;
    },
  };
}

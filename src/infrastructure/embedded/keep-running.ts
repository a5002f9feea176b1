import { setTimeout as wait } from 'node:timers/promises';
import type { RunningProcess } from './processes';

export interface KeepOptions {
  /** What it is called on the screen. */
  readonly name: string;
  readonly first: RunningProcess;
  readonly restart: () => Promise<RunningProcess>;
  readonly stop: (running: RunningProcess) => Promise<void>;
  readonly say: (line: string) => void;
  /** Why a process ended (as `gone` says it) that it is no use to start again after. */
  readonly hopeless?: string;
  /** Told the process number after each start. */
  readonly onStart: (pid: number) => void;
}

/** A process that is started again whenever it dies, until it is stopped. */
export interface KeptProcess {
  stop(): Promise<void>;
}

const shortestPauseMs = 100;
const longestPauseMs = 15_000;
/** One that has lived for so long was well: the next pause is short again. */
const healthyLifeMs = 30_000;

/** Watches a process and starts it again with growing pauses. */
export function keepRunning(options: KeepOptions): KeptProcess {
  const { name, say } = options;
  const stopping = new AbortController();
  let running: RunningProcess | undefined = options.first;
  options.onStart(options.first.pid);

  const watch = async () => {
    let pauseMs = shortestPauseMs;
    while (!stopping.signal.aborted) {
      const begun = performance.now();
      const why = (await running?.gone) ?? '';
      if (stopping.signal.aborted) return;
      if (why === options.hopeless) {
        say(`! ${name} stannade (${why}) och startas inte om: inställningarna är fel.`);
        return;
      }
      if (performance.now() - begun > healthyLifeMs) pauseMs = shortestPauseMs;
      if (running !== undefined) say(`! ${name} stannade (${why}) och startas om.`);
      running = undefined;
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      try {
        running = await options.restart();
        options.onStart(running.pid);
      } catch (error) {
        say(`! ${name} kunde inte startas om: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  const watched = watch();

  return {
    async stop() {
      stopping.abort();
      if (running !== undefined) await options.stop(running);
      await watched;
      // A restart may have been under way when the stop came.
      if (running?.isAlive() === true) await options.stop(running);
    },
  };
}

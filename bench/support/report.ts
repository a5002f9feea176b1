import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** Prints one figure, with the goal beside it where there is one. */
export function say(what: string, figure: string, goal?: string): void {
  const beside = goal === undefined ? '' : `   goal ${goal}`;
  process.stdout.write(`${what.padEnd(50)} ${figure}${beside}\n`);
}

/** What the figures were measured on, and how busy it was: another load than near zero makes them worse than they are. */
export function sayMachine(): void {
  const model = (cpus()[0]?.model ?? 'unknown').trim();
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GB`;
  say(
    'Machine',
    `${availableParallelism()} cores (${model}), ${memory}, ${process.platform} ${process.arch}`,
  );
  say('Node', process.version);
  sayLoad('at the start');
}

export function sayLoad(when: string): void {
  const [minute = 0] = loadavg();
  say(`Load ${when} (runnable processes, last minute)`, minute.toFixed(2));
}

/** A quantile by nearest rank. @param share between 0 and 1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);

export const ms = (value: number): string => `${value.toFixed(1)} ms`;

/** Runs a benchmark to its end; a fault ends the process with code 1. */
export function run(benchmark: () => Promise<void>): void {
  sayMachine();
  benchmark().then(
    () => {
      sayLoad('at the end');
      process.exit(0);
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
}

import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readCase } from './composition/case-parts';
import { runChaos } from './composition/chaos-runs';
import { root } from './composition/parts';
import { exitCodes, runTool } from './composition/run-tool';
import { faultLine } from './installation/file/file-fault';

const USAGE =
  'Användning: npm run chaos -- [--runs 30] [--only 7] [--seed 1] [--case <ärendefil.json>] [--ms-per-day 100] [--lanes 1] [--report <fil>]';

const SEEDS = 1_000_000;
const SLOWEST_DAY_MS = 300;

const Options = z.object({
  runs: z.coerce.number().int().min(1).max(1000).default(30),
  only: z.coerce.number().int().min(1).max(1000).optional(),
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(SEEDS)
    .default(() => randomInt(SEEDS)),
  case: z.string().default(path.join(root, 'data', 'case-files', 'namnden-2026-02-20.json')),
  'ms-per-day': z.coerce.number().min(10).max(SLOWEST_DAY_MS).default(100),
  lanes: z.coerce.number().int().min(1).max(8).default(1),
  report: z.string().optional(),
});

/** `npm run chaos`: plays a case many times while processes are killed (docs/chaos.md). */
async function main(): Promise<number> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const { values } = parseArgs({
    options: {
      runs: { type: 'string' },
      only: { type: 'string' },
      seed: { type: 'string' },
      case: { type: 'string' },
      'ms-per-day': { type: 'string' },
      lanes: { type: 'string' },
      report: { type: 'string' },
    },
  });
  const options = Options.safeParse(values);
  if (!options.success) {
    for (const { path: where, message } of options.error.issues)
      process.stderr.write(`--${where.join('.')}: ${message}\n`);
    process.stderr.write(`${USAGE}\n`);
    return exitCodes.usage;
  }
  const reading = await readCase(options.data.case);
  if (!reading.ok) {
    for (const fault of reading.faults) say(faultLine(fault));
    return 1;
  }
  const { runs, only, seed, lanes, report } = options.data;
  const told = await runChaos(reading.case, {
    runs: only === undefined ? Array.from({ length: runs }, (_, index) => index + 1) : [only],
    seed,
    lanes,
    dayMs: options.data['ms-per-day'],
    env: process.env,
    say,
  });
  if (report !== undefined) writeFileSync(report, `${JSON.stringify(told, null, 2)}\n`);
  return told.failed === 0 ? 0 : 1;
}

runTool(main, USAGE);

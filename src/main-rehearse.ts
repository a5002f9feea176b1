import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readCase } from './composition/case-parts';
import { rehearse } from './composition/rehearsal';
import { exitCodes, runTool } from './composition/run-tool';
import { faultLine } from './installation/file/file-fault';

const USAGE = 'Användning: npm run rehearse -- <ärendefil.json> --out <mapp> [--check]';

/** `npm run rehearse`: plays a case file on a fast clock (docs/case-files.md). */
async function main(): Promise<number> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, check: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (file === undefined || (values.out === undefined && !values.check)) {
    process.stderr.write(`${USAGE}\n`);
    return exitCodes.usage;
  }
  const reading = await readCase(file);
  if (!reading.ok) {
    for (const fault of reading.faults) say(faultLine(fault));
    say(`${reading.faults.length} fel i ärendefilen. Inget har spelats upp.`);
    return 1;
  }
  if (values.check) {
    say('Ärendefilen har inga fel.');
    return 0;
  }
  const out = path.resolve(values.out ?? '');
  for (const part of ['handlingar', 'mejl', 'loggar', 'timeline.json']) {
    await rm(path.join(out, part), { recursive: true, force: true });
  }
  const played = await rehearse(reading.case, { out, env: process.env, say });
  const documents = await filesIn(path.join(out, 'handlingar'));
  say(`Klart: ${played.length} steg och ${documents} handlingar. Allt som kom ut ligger i ${out}`);
  return 0;
}

/** How many files a folder holds; none where nothing was put into it. */
async function filesIn(folder: string): Promise<number> {
  return existsSync(folder) ? (await readdir(folder)).length : 0;
}

runTool(main, USAGE);

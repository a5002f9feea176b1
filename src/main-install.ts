import { parseArgs } from 'node:util';
import { install, installElected, readCounty } from './composition/install';
import { exitCodes, runTool } from './composition/run-tool';
import { readInstallSettings } from './config';
import type { County } from './contracts/case-files/county';
import { faultLine, type FileFault } from './installation/file/file-fault';
import { readElectedFile } from './installation/file/read-elected-file';

const USAGE = [
  'Användning: node dist/main-install.js [--check] <länsfil.json>',
  '     eller: node dist/main-install.js [--check] --elected <förtroendevalda.csv> --body <organ>',
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Enters who there is into an installation (docs/operations.md): bodies, people and roles, out of one file. */
async function main(): Promise<number> {
  const asked = readArguments();
  if (asked === null) {
    for (const line of USAGE) process.stderr.write(`${line}\n`);
    process.stderr.write(
      'Exempel att börja från är exempel.json och fortroendevalda.csv i data/installation; allt står i docs/operations.md.\n',
    );
    return exitCodes.usage;
  }
  if (asked.body !== null) return enterRegister(asked.file, asked.body, asked.check);
  const settings = asked.check ? null : readInstallSettings(process.env);
  const reading = await readCounty(asked.file);
  if (!reading.ok) return tellFaults(reading.faults);
  if (settings === null) {
    say('Filen har inga fel.');
    return 0;
  }
  const { entered, found } = await install(reading.county, settings, say);
  if (entered === 0) {
    say('Allt i filen är redan infört. Inget har ändrats.');
    return 0;
  }
  say(
    `Klart: ${entered} uppgifter är införda${found > 0 ? `, ${found} fanns redan och är som de var` : ''}.`,
  );
  sayWhatIsNext(reading.county, settings.publicUrl.replace(/\/$/, ''));
  return 0;
}

/** Enters who holds the seats of a body, as the register of elected people has it. */
async function enterRegister(file: string, slug: string, check: boolean): Promise<number> {
  const settings = readInstallSettings(process.env);
  const read = readElectedFile(file);
  const outcome = await installElected(read, { slug, check }, settings, say);
  if (outcome === null) return tellFaults(read.faults);
  const { people, takes, ends, found } = outcome;
  if (check) say('Filen har inga fel.');
  if (people + takes + ends === 0) {
    say('Allt i filen är redan infört. Inget har ändrats.');
    return 0;
  }
  say(check ? 'Så mycket skulle föras in:' : 'Klart. Så mycket är infört:');
  say(`  personer som läggs upp: ${people}`);
  say(`  uppdrag som börjar: ${takes}`);
  say(`  uppdrag som får en sista dag: ${ends}`);
  say(`Uppdrag som redan var införda: ${found}.`);
  return 0;
}

function tellFaults(faults: readonly FileFault[]): number {
  for (const fault of faults) process.stderr.write(`${faultLine(fault)}\n`);
  process.stderr.write(`${faults.length} fel i filen. Inget har förts in.\n`);
  return exitCodes.faultyFile;
}

/** What was asked for; `body` is null for a county file. */
interface Asked {
  readonly file: string;
  readonly body: string | null;
  readonly check: boolean;
}

function readArguments(): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        check: { type: 'boolean', default: false },
        elected: { type: 'string' },
        body: { type: 'string' },
      },
    });
    const { check, elected, body } = values;
    const [file, ...more] = positionals;
    if (elected !== undefined && body !== undefined && file === undefined)
      return { file: elected, body, check };
    if (elected !== undefined || body !== undefined || file === undefined || more.length > 0) return null;
    return { file, body: null, check };
  } catch {
    return null;
  }
}

function sayWhatIsNext(county: County, url: string): void {
  say('Nästa steg:');
  say('  1. Starta api och worker: node dist/main-api.js och node dist/main-worker.js');
  say(`  2. Sekreteraren öppnar ${url}/logga-in, skriver sin e-postadress och trycker på`);
  say('     Skicka en inloggningslänk. Brevet har en länk som gäller en gång.');
  say(`  3. Den som vill logga in med lösenord sätter ett på ${url}/mig`);
  const has = (wanted: string): boolean => county.roles.some(({ role }) => role === wanted);
  if (!has('secretary'))
    say('Obs: ingen i filen är sekreterare (secretary). Utan sekreterare planeras inga sammanträden.');
  if (!has('operator'))
    say('Obs: ingen i filen är driftansvarig (operator). Utan en sådan ser ingen driftsidan /drift.');
}

runTool(main);

import { parseArgs } from 'node:util';
import { install, readCounty } from './composition/install';
import { exitCodes, runTool } from './composition/run-tool';
import { readInstallSettings } from './config';
import type { County } from './contracts/case-files/county';
import { faultLine } from './installation/file/file-fault';

const USAGE = 'Användning: node dist/main-install.js [--check] <länsfil.json>';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Enters who there is into an installation (docs/operations.md): bodies, people and roles, out of one file. */
async function main(): Promise<number> {
  const asked = readArguments();
  if (asked === null) {
    process.stderr.write(
      `${USAGE}\nEtt exempel att börja från är data/installation/exempel.json; allt står i docs/operations.md.\n`,
    );
    return exitCodes.usage;
  }
  const settings = asked.check ? null : readInstallSettings(process.env);
  const reading = await readCounty(asked.file);
  if (!reading.ok) {
    for (const fault of reading.faults) process.stderr.write(`${faultLine(fault)}\n`);
    process.stderr.write(`${reading.faults.length} fel i filen. Inget har förts in.\n`);
    return exitCodes.faultyFile;
  }
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

function readArguments(): { readonly file: string; readonly check: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { check: { type: 'boolean', default: false } },
    });
    const [file, ...more] = positionals;
    return file === undefined || more.length > 0 ? null : { file, check: values.check };
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

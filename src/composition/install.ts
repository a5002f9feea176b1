import path from 'node:path';
import { createRunner } from '../commands/runner/run';
import type { InstallSettings } from '../config';
import type { County } from '../contracts/case-files/county';
import { createClock, machineNow, realLine } from '../infrastructure/clock/clock';
import { createLog } from '../infrastructure/log';
import { enterElected, type ElectedOutcome } from '../installation/enter-elected';
import { installCounty } from '../installation/install-county';
import { readCountyFile, type CountyReading } from '../installation/file/read-county-file';
import type { ElectedFile } from '../installation/file/read-elected-file';
import type { OfficeDeps } from '../installation/office';
import { readProfile } from '../installation/read-profile';
import { connectOrm } from '../store/orm';
import { root } from './parts';

const shipped = () => readProfile(path.join(root, 'data'));

/** Reads a county file against the shipped profiles of rules of procedure. */
export async function readCounty(file: string): Promise<CountyReading> {
  return readCountyFile(file, await shipped());
}

/** Enters a county into the installation. */
export function install(
  county: County,
  settings: InstallSettings,
  say: (line: string) => void,
): Promise<{ readonly entered: number; readonly found: number }> {
  return withOffice(settings, say, async (deps) => installCounty(deps, county, await shipped()));
}

/** Enters a file of the register of elected people, or only tells what it would change. @returns null when it has faults */
export function installElected(
  file: ElectedFile,
  { slug, check }: { readonly slug: string; readonly check: boolean },
  settings: InstallSettings,
  say: (line: string) => void,
): Promise<ElectedOutcome | null> {
  return withOffice(settings, say, (deps) => enterElected(deps, file, slug, { check }));
}

/**
 * An office with no more than the database: what is entered sends no letter and makes no link, so the installation's
 * secrets are not asked for; a meeting that it concerns is woken by the worker.
 */
async function withOffice<Result>(
  settings: InstallSettings,
  say: (line: string) => void,
  work: (deps: OfficeDeps) => Promise<Result>,
): Promise<Result> {
  const orm = await connectOrm(settings.appUrl, 2);
  try {
    const run = createRunner({
      em: orm.em,
      clock: createClock(realLine, machineNow),
      wakeSender: { send: () => Promise.reject(new Error('left to the relay')) },
      log: createLog('tool', 'error'),
      secret: '',
      sealer: {
        seal: () => {
          throw new Error('nothing that is entered is sealed');
        },
      },
    });
    return await work({ run, em: orm.em, say });
  } finally {
    await orm.close();
  }
}

import path from 'node:path';
import { createRunner } from '../commands/runner/run';
import type { InstallSettings } from '../config';
import type { County } from '../contracts/case-files/county';
import { createClock, machineNow, realLine } from '../infrastructure/clock/clock';
import { createLog } from '../infrastructure/log';
import { installCounty } from '../installation/install-county';
import { readCountyFile, type CountyReading } from '../installation/file/read-county-file';
import { readProfile } from '../installation/read-profile';
import { connectOrm } from '../store/orm';
import { root } from './parts';

const shipped = () => readProfile(path.join(root, 'data'));

/** Reads a county file against the shipped profiles of rules of procedure. */
export async function readCounty(file: string): Promise<CountyReading> {
  return readCountyFile(file, await shipped());
}

/**
 * Enters a county with no more than the database: what is entered sends no letter and makes no link, so the installation's
 * secrets are not asked for; a meeting that it concerns is woken by the worker.
 */
export async function install(
  county: County,
  settings: InstallSettings,
  say: (line: string) => void,
): Promise<{ readonly entered: number; readonly found: number }> {
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
    return await installCounty({ run, em: orm.em, say }, county, await shipped());
  } finally {
    await orm.close();
  }
}

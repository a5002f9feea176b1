import { z } from 'zod';
import { ConfigFault } from '../config';
import { StartFault } from '../infrastructure/embedded/start-fault';
import { InstallationFault } from '../installation/installation-fault';
import { LoadFault } from '../installation/office';
import { PlayFault } from '../rehearsal/play-fault';
import { databaseFault } from './database-fault';

/** A file or an argument that cannot be used, as in sysexits.h; api and worker end with the last of them likewise. */
export const exitCodes = { usage: 64, faultyFile: 65, faultySettings: 78 } as const;

/** What went wrong and can be mended by whoever runs the program: told without the place in the code. */
export class ToldFault extends Error {}

/**
 * Runs a program that ends by itself. Faulty settings end it with code 78, all else that goes wrong with 1.
 * @param usage told instead where an option is unknown or lacks its value, with code 64
 */
export function runTool(main: () => Promise<number>, usage?: string): void {
  z.config(z.locales.sv());
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      if (usage !== undefined && isArgumentFault(error)) {
        process.stderr.write(`${usage}\n`);
        process.exit(exitCodes.usage);
      }
      process.stderr.write(`${whyNot(error)}\n`);
      process.exit(error instanceof ConfigFault ? exitCodes.faultySettings : 1);
    },
  );
}

const toldKinds = [ConfigFault, InstallationFault, LoadFault, PlayFault, StartFault, ToldFault];

const isArgumentFault = (error: unknown): boolean =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (toldKinds.some((kind) => error instanceof kind)) return error.message;
  return databaseFault(error) ?? error.stack ?? error.message;
}

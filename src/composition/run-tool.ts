import { z } from 'zod';
import { ConfigFault } from '../config';
import { InstallationFault } from '../installation/installation-fault';
import { LoadFault } from '../installation/office';
import { databaseFault } from './database-fault';

/** A file or an argument that cannot be used, as in sysexits.h; api and worker end with the last of them likewise. */
export const exitCodes = { usage: 64, faultyFile: 65, faultySettings: 78 } as const;

/** What went wrong and can be mended by whoever runs the program: told without the place in the code. */
export class ToldFault extends Error {}

/** Runs a program that ends by itself. Faulty settings end it with code 78, all else that goes wrong with 1. */
export function runTool(main: () => Promise<number>): void {
  z.config(z.locales.sv());
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`${whyNot(error)}\n`);
      process.exit(error instanceof ConfigFault ? exitCodes.faultySettings : 1);
    },
  );
}

const toldKinds = [ConfigFault, InstallationFault, LoadFault, ToldFault];

function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (toldKinds.some((kind) => error instanceof kind)) return error.message;
  return databaseFault(error) ?? error.stack ?? error.message;
}

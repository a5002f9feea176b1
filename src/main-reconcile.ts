import { join } from 'node:path';
import { createParts } from './composition/parts';
import { runTool, ToldFault } from './composition/run-tool';
import { holdMails } from './commands/processes/hold-mails';
import { reconcile } from './commands/processes/reconcile';
import { readConfig } from './config';
import { dayOf } from './domain/time/stockholm';
import { runningInstallation } from './infrastructure/embedded/running-installation';
import { createLog } from './infrastructure/log';

/** The settings given, or those of the installation that `npm start` runs here. */
function settings(): NodeJS.ProcessEnv {
  if ((process.env['DATABASE_URL'] ?? '').trim() !== '') return process.env;
  const root = process.env['SAMRAD_DATA_DIR'] ?? join(__dirname, '..', '.samrad');
  const running = runningInstallation(root);
  if (running !== null) return { ...process.env, ...running };
  throw new ToldFault(
    'Ingen databas är angiven och npm start körs inte här. Starta med npm start, eller ange DATABASE_URL och de andra inställningarna i docs/operations.md.',
  );
}

/**
 * `npm run reconcile`: wakes every open row. The worker's relay delivers the wakes.
 * With `--restored`, before the worker starts on a restored database: letters that wait are held for the operator.
 */
async function main(): Promise<number> {
  const config = readConfig(settings());
  const parts = await createParts(config, createLog('tool', config.logLevel));
  try {
    if (process.argv.includes('--restored')) {
      const held = await holdMails(parts.orm.em);
      process.stdout.write(
        `${held} brev hålls. De kan ha gått efter att säkerhetskopian togs: se efter på sidan Drift och släpp dem som ska gå.\n`,
      );
    }
    const woken = await reconcile(parts.orm.em, dayOf(await parts.clock.now()));
    process.stdout.write(`${woken} processer väcks. De läser sina rader på nytt och gör det som återstår.\n`);
    return 0;
  } finally {
    await parts.close();
  }
}

runTool(main);

import { createParts } from './composition/parts';
import { runTool } from './composition/run-tool';
import { toolSettings } from './composition/tool-settings';
import { holdMails } from './commands/processes/hold-mails';
import { reconcile } from './commands/processes/reconcile';
import { readConfig } from './config';
import { dayOf } from './domain/time/stockholm';
import { createLog } from './infrastructure/log';

/**
 * `npm run reconcile`: wakes every open row. The worker's relay delivers the wakes.
 * With `--restored`, before the worker starts on a restored database: letters that wait are held for the operator.
 */
async function main(): Promise<number> {
  const config = readConfig(toolSettings());
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

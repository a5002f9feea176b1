import { createParts } from './composition/parts';
import { reconcile } from './commands/processes/reconcile';
import { readConfig } from './config';
import { dayOf } from './domain/time/stockholm';
import { createLog } from './infrastructure/log';

/** `npm run reconcile`: wakes every open row. The worker's relay delivers the wakes. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const parts = await createParts(config, createLog('tool', config.logLevel));
  try {
    const woken = await reconcile(parts.orm.em, dayOf(await parts.clock.now()));
    process.stdout.write(`${woken} processer väcks. De läser sina rader på nytt och gör det som återstår.\n`);
  } finally {
    await parts.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

import path from 'node:path';
import { createParts, root } from './composition/parts';
import { readConfig } from './config';
import { loadDemo } from './demo/load-demo';
import { createLog } from './infrastructure/log';
import { migrate } from './store/migrate';

/** Brings the schema to this release and, in the demo, loads the invented county into an empty database. */
async function main(): Promise<void> {
  const say = (line: string): boolean => process.stdout.write(`${line}\n`);
  const config = readConfig(process.env);
  const ownerUrl = process.env['DATABASE_OWNER_URL'] ?? '';
  if (ownerUrl === '')
    throw new Error('DATABASE_OWNER_URL: saknas. Ange anslutningen för den roll som äger schemat.');
  const done = await migrate(ownerUrl);
  if (done.length > 0) say(`Databasen är uppdaterad (${String(done.length)} steg)`);
  if (!config.demo) return;
  const parts = await createParts(config, createLog('tool', 'error'));
  try {
    const now = await parts.clock.now();
    await loadDemo({ run: parts.run, em: parts.orm.em, say, dataFolder: path.join(root, 'data'), now });
  } finally {
    await parts.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});

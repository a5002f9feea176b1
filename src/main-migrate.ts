import path from 'node:path';
import { createParts, root } from './composition/parts';
import { databaseFault } from './composition/database-fault';
import { runTool, ToldFault } from './composition/run-tool';
import { readMigrationSettings } from './config';
import { loadDemo } from './demo/load-demo';
import { createLog } from './infrastructure/log';
import { migrate } from './store/migrate';
import { connectOrm } from './store/orm';

/** Brings the schema to this release and, in the demo, loads the invented county into an empty database. */
async function main(): Promise<number> {
  const say = (line: string): boolean => process.stdout.write(`${line}\n`);
  const { ownerUrl, appUrl, demo } = readMigrationSettings(process.env);
  const done = await telling('DATABASE_OWNER_URL', () => migrate(ownerUrl));
  if (done.length > 0) say(`Databasen är uppdaterad (${String(done.length)} steg)`);
  await telling('DATABASE_URL', () => readAs(appUrl));
  if (demo === null) {
    if (done.length === 0) say('Databasen är redan den här versionens. Inget har ändrats.');
    return 0;
  }
  const parts = await createParts(demo, createLog('tool', 'error'));
  try {
    const now = await parts.clock.now();
    await loadDemo({ run: parts.run, em: parts.orm.em, say, dataFolder: path.join(root, 'data'), now });
  } finally {
    await parts.close();
  }
  return 0;
}

/** What api and worker will do: sign in as their role, and read. */
async function readAs(url: string): Promise<void> {
  const orm = await connectOrm(url, 1);
  try {
    await orm.em.fork().execute('select 1 from authority limit 1');
  } finally {
    await orm.close();
  }
}

/** Two addresses are used here: what is wrong with one of them is told with its name. */
async function telling<Result>(setting: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    const sentence = error instanceof Error ? databaseFault(error) : null;
    throw sentence === null ? error : new ToldFault(`${setting}: ${sentence}`);
  }
}

runTool(main);

// npm run chaos -- --runs 30 --seed 1: plays a case while processes are killed (docs/chaos.md).
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whyNotHere } from './setup/machine.mjs';
import { giveUp, say } from './setup/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const why = whyNotHere(process.platform, process.version);
if (why !== undefined) giveUp(why);

const { installPackages } = await import('./setup/packages.mjs');
await installPackages(root);
const { build } = await import('./build.mjs');
try {
  await build((line) => say(`· ${line}`));
} catch (error) {
  giveUp(`Programmet kunde inte byggas: ${error.message}`);
}
process.setSourceMapsEnabled?.(true);
createRequire(import.meta.url)(join(root, 'dist', 'main-chaos.js'));

// npm start: sees to it that everything is there, then hands over to the supervisor (src/main.ts).
// Until the packages are installed this runs on Node alone, so it imports nothing else at the top.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whyNotHere } from './setup/machine.mjs';
import { giveUp, say } from './setup/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const why = whyNotHere(process.platform, process.version);
if (why !== undefined) giveUp(why);

say(`Samråd startar (Node ${process.version}).`);
const { installPackages } = await import('./setup/packages.mjs');
await installPackages(root);
const { build } = await import('./build.mjs');
try {
  await build((line) => say(`· ${line}`));
} catch (error) {
  giveUp(`Programmet kunde inte byggas: ${error.message}`);
}
// `npm start --fresh` gives the word to npm, which hands it on as a setting.
if (process.env.npm_config_fresh === 'true' && !process.argv.includes('--fresh'))
  process.argv.push('--fresh');
process.setSourceMapsEnabled?.(true);
createRequire(import.meta.url)(join(root, 'dist', 'main.js'));

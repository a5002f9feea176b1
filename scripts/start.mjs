// npm start: sees to it that everything is there, then hands over to the supervisor (src/main.ts).
// Until the packages are installed this runs on Node alone, so it imports nothing else at the top.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeReady } from './setup/ready.mjs';
import { runsAlready } from './setup/running.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

if (!runsAlready(root)) await makeReady(root, `Samråd startar (Node ${process.version}).`);
// `npm start --fresh` gives the word to npm, which hands it on as a setting.
if (process.env.npm_config_fresh === 'true' && !process.argv.includes('--fresh'))
  process.argv.push('--fresh');
process.setSourceMapsEnabled?.(true);
createRequire(import.meta.url)(join(root, 'dist', 'main.js'));

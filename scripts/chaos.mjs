// npm run chaos -- --runs 30 --seed 1: plays a case while processes are killed (docs/chaos.md).
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeReady } from './setup/ready.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

await makeReady(root);
process.setSourceMapsEnabled?.(true);
createRequire(import.meta.url)(join(root, 'dist', 'main-chaos.js'));

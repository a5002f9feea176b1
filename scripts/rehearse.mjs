// npm run rehearse -- <case file> --out <folder>: plays a case on a fast clock (docs/case-files.md).
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeReady } from './setup/ready.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

await makeReady(root);
process.setSourceMapsEnabled?.(true);
createRequire(import.meta.url)(join(root, 'dist', 'main-rehearse.js'));

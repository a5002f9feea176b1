// npm run build: the same set-up as npm start, without starting anything. What runs in production is dist/ (docs/operations.md).
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeReady } from './setup/ready.mjs';
import { say } from './setup/say.mjs';

await makeReady(dirname(dirname(fileURLToPath(import.meta.url))), `Samråd byggs (Node ${process.version}).`);
say('Klart: dist/ är färdig. Hur den körs står i docs/operations.md.');

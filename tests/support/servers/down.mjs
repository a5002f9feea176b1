import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeDown } from './left-behind.mjs';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

export default async function down() {
  await takeDown(root);
}

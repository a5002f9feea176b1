// The replay needs no servers, only the bundle of workflow code.
import { build } from '../../scripts/build.mjs';

export default async function built() {
  await build((line) => process.stdout.write(`· ${line}\n`), { tolerant: process.env.CI !== 'true' });
}

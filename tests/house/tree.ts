import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The root of the house. */
export const root = join(__dirname, '..', '..');

const notOurs = new Set([
  'node_modules',
  'dist',
  '.git',
  '.samrad',
  'coverage',
  'utdata',
  '.hypothesis',
  '.schemathesis',
]);

/** Every file of ours under a folder, as paths from the root with forward slashes. */
export function filesUnder(folder = '.'): string[] {
  const files: string[] = [];
  const walk = (at: string) => {
    for (const entry of readdirSync(join(root, at), { withFileTypes: true })) {
      if (notOurs.has(entry.name)) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) files.push(relative('.', path));
    }
  };
  walk(folder);
  return files.sort();
}

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesUnder, root } from './tree';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Components that say something by themselves when they are handed nothing. */
const wholeByThemselves: ReadonlySet<string> = new Set(['autosave-status', 'autosave-stopped']);

describe('the templates of pages', () => {
  const folders = ['templates/components', 'templates/pages', 'templates/layouts'];
  const templates = folders.flatMap((folder) => filesUnder(folder)).filter((path) => path.endsWith('.hbs'));

  it('are found', () => {
    expect(templates.length).toBeGreaterThan(50);
  });

  it('hand every component what it is to show: nothing else of the page reaches it', () => {
    const left = templates.flatMap((path) =>
      [...read(path).matchAll(/\{\{#?>\s*([\w/-]+)\s*\}\}/gu)]
        .map(([, name]) => name ?? '')
        .filter((name) => !wholeByThemselves.has(name))
        .map((name) => `${basename(path)}: ${name}`),
    );
    expect(left).toEqual([]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesUnder, root } from './tree';

const textFiles = /\.(ts|mjs|cjs|js|json|md|hbs|css|svg|txt|html|yml|yaml)$|^\.ci\/run$|^LICENSE$/;
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the files of the house', () => {
  it('are short enough to be read in one go: at most 250 lines of source', () => {
    const long = filesUnder('src')
      .filter((path) => path.endsWith('.ts'))
      .map((path) => ({ path, lines: read(path).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });

  it('lie at most twenty in a folder, but for a sequence and lists that mirror one another (ADR 0023)', () => {
    const exempt = /^src\/(store\/migrations|i18n\/(sv|en)\/pages)$/;
    const folders = new Map<string, number>();
    for (const path of filesUnder('src').filter((path) => path.endsWith('.ts'))) {
      folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
    }
    const crowded = [...folders].filter(([folder, files]) => files > 20 && !exempt.test(folder));
    expect(crowded).toEqual([]);
  });

  it('are named in kebab-case, and none is a drawer for everything', () => {
    const odd = filesUnder('src')
      .filter((path) => path.endsWith('.ts'))
      .map((path) => path.split('/').at(-1) ?? '')
      .filter(
        (name) =>
          !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/.test(name) || /^(utils?|misc|common)\./.test(name),
      );
    expect(odd).toEqual([]);
  });

  it('gather nothing under one name but the bundle of workflows', () => {
    const barrels = filesUnder('src').filter(
      (path) => path.endsWith('/index.ts') && path !== 'src/workflows/index.ts',
    );
    expect(barrels).toEqual([]);
  });

  // The words are put together here so that this file does not hold them itself.
  it.each([
    ['/wo', 'rk/'],
    ['.lib', 'rary/'],
    ['registry.', 'npmjs'],
    ['../sha', 'red'],
    ['/tmp/', 'briefs'],
  ])('know nothing of the place where they were written (%s%s)', (start, end) => {
    const knowing = filesUnder()
      .filter((path) => textFiles.test(path))
      .filter((path) => read(path).includes(`${start}${end}`));
    expect(knowing).toEqual([]);
  });

  it('leave nothing for later: no notes of unfinished work, no skipped tests, no silenced checks', () => {
    const words = [
      'TO' + 'DO',
      'FIX' + 'ME',
      'eslint-' + 'disable',
      '@ts-' + 'ignore',
      '@ts-' + 'expect-error',
    ];
    const skipped = new RegExp(
      `\\b(it|test|describe)\\.(${'sk' + 'ip'}|${'on' + 'ly'}|${'to' + 'do'})\\b|\\bx(it|describe)\\(`,
    );
    const unfinished = filesUnder()
      .filter((path) => /^(src|tests|scripts|assets|bench)\/.*\.(ts|mjs|cjs)$/.test(path))
      .filter((path) => words.some((word) => read(path).includes(word)) || skipped.test(read(path)));
    expect(unfinished).toEqual([]);
  });

  it('stand under the licence that package.json names', () => {
    expect((JSON.parse(read('package.json')) as { license: string }).license).toBe('EUPL-1.2');
    expect(read('LICENSE')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  });

  it('need every package that is installed for them', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    // protobufjs: without it as a direct dependency two versions are installed and histories cannot be replayed.
    const neededUnnamed = new Set(['protobufjs']);
    const sources = filesUnder()
      .filter((path) =>
        /^((src|tests|scripts|assets|bench)\/.*\.(ts|mjs|cjs|css)|[^/]+\.(mjs|cjs))$/.test(path),
      )
      .map(read)
      .join('\n');
    const unused = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => !name.startsWith('@types/') && !neededUnnamed.has(name) && !sources.includes(name),
    );
    expect(unused).toEqual([]);
  });

  it('say nothing in package-lock.json about where packages were fetched', () => {
    expect(existsSync(join(root, 'package-lock.json'))).toBe(true);
    expect(read('package-lock.json')).not.toMatch(/"resolved": "http/);
  });
});

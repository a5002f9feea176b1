// Jest loads the product anew for each test file, which costs two seconds of a processor. Where the whole suite is run,
// test files of one folder are therefore run several in one.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** The folders whose files load the whole product, and set no time limit of their own for all of a file. */
export const together = [
  'activities',
  'api',
  'commands',
  'documents',
  'domain',
  'i18n',
  'installation',
  'loops',
  'store',
];
/** So much test text, a minute or so of tests, goes into one. */
const MOST_BYTES = 60_000;
/** Takes long enough to be begun early, by itself. */
const alone = ['api/access/walk.', 'api/posts/junk-forms.'];

/**
 * Writes the files that stand for several into `.samrad/together`, as `<folder>-<number>.test.ts`.
 * @param root of the project
 */
export function gather(root) {
  const folder = join(root, '.samrad', 'together');
  mkdirSync(folder, { recursive: true });
  const written = new Set();
  for (const part of together) {
    const files = testFiles(join(root, 'tests', part));
    const single = files.filter((file) => alone.some((name) => file.includes(name)));
    const groups = [
      ...single.map((file) => [file]),
      ...spread(files.filter((file) => !single.includes(file))),
    ];
    for (const [index, group] of groups.entries()) {
      const name = `${part}-${index + 1}.test.ts`;
      writeFileSync(join(folder, name), words(root, folder, group));
      written.add(name);
    }
  }
  for (const name of readdirSync(folder)) if (!written.has(name)) rmSync(join(folder, name));
}

/** The files that a file stands for: itself, where it is none of these. */
export function standsFor(file) {
  if (basename(dirname(file)) !== 'together') return [file];
  return [...readFileSync(file, 'utf8').matchAll(/require\('(.+)'\)/g)].map(([, to]) =>
    join(dirname(file), to),
  );
}

const testFiles = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith('.test.ts'))
    .sort();

/** Groups of much the same size: the largest file first, each into the group that has least. */
function spread(files) {
  const sized = files.map((file) => ({ file, size: statSync(file).size }));
  const whole = sized.reduce((sum, { size }) => sum + size, 0);
  const groups = Array.from({ length: Math.max(1, Math.ceil(whole / MOST_BYTES)) }, () => ({
    files: [],
    size: 0,
  }));
  for (const { file, size } of sized.sort((a, b) => b.size - a.size)) {
    const least = groups.reduce((a, b) => (b.size < a.size ? b : a));
    least.files.push(file);
    least.size += size;
  }
  return groups.map((group) => group.files.sort()).filter((group) => group.length > 0);
}

/** A description around each, so that what a file sets up before and after holds for it alone, and a fault names it. */
const words = (root, folder, group) =>
  group
    .map(
      (file) => `describe('${relative(root, file)}', () => {\n  require('${relative(folder, file)}');\n});\n`,
    )
    .join('');

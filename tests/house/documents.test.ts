import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { processKinds } from '../../src/contracts/processes';
import { filesUnder, root } from './tree';

/** Paths that architecture.md and adding-a-process.md give as examples of what is to come. */
const examples = /(assessments|special-assessment|prescriptions|loan)/i;

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const all = filesUnder();
const papers = all.filter((path) => /^(README|CONTRIBUTING)\.md$|^docs\/.*\.md$/.test(path));
const sources = all.filter((path) => /^(src|tests|scripts|bench)\/.*\.(ts|mjs|cjs)$/.test(path));
/** Names of files that tests make up themselves. */
const madeUp = new Set(sources.filter((path) => /^tests\/(rehearsal|house)\//.test(path)));

/** Everything in a text that a pattern's first group takes. */
const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, first]) => (first === undefined ? [] : [first]));

describe('what the documents and the code refer to', () => {
  it('is there: every link, and every file of the house that a document names', () => {
    const leadingNowhere = papers.flatMap((path) => {
      const text = read(path);
      const links = found(text, /\]\((?!https?:|#|mailto:)([^)#\s]+)/g).map((link) =>
        join(dirname(path), link),
      );
      const named = found(text, /`((?:src|docs|tests|scripts|templates|data)\/[\w./-]*\w)`/g);
      return [...links, ...named]
        .filter((target) => !examples.test(target))
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${path}: ${target}`);
    });
    expect(leadingNowhere).toEqual([]);
  });

  it('is there: every document that code or another document cites', () => {
    const unknown = [...papers, ...sources.filter((path) => !madeUp.has(path))].flatMap((path) =>
      found(read(path), /(?<![\w/-])((?:docs\/)?(?:[a-z]+(?:-[a-z]+)*)\.md)\b/g)
        .filter((name) => {
          const base = name.replace(/^docs\//, '');
          return !existsSync(join(root, 'docs', base)) && !existsSync(join(root, dirname(path), name));
        })
        .map((name) => `${path}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('is there: every decision that is cited by its number', () => {
    const decisions = all.flatMap((path) => found(path, /^docs\/adr\/(\d{4})-/g));
    const unknown = [...papers, ...sources].flatMap((path) =>
      found(read(path), /\b(?:docs\/adr\/|ADR )(\d{4})\b/g)
        .filter((number) => !decisions.includes(number))
        .map((number) => `${path}: ${number}`),
    );
    expect(unknown).toEqual([]);
  });

  it('is explained: every requirement that is cited stands in docs/requirements.md', () => {
    const code = /(?<![\w/.-])([BMRQJPUSNTKDLEC]-\d{1,2})(?![\w-])/g;
    const firstCells = found(read('docs/requirements.md'), /^\| ([^|]*)\|/gm).join('\n');
    const known = new Set(found(firstCells, code));
    const unknown = [...papers, ...sources]
      .flatMap((path) => found(read(path), code).map((cited) => ({ path, cited })))
      .filter(({ cited }) => !known.has(cited))
      .map(({ path, cited }) => `${path}: ${cited}`);
    expect(unknown).toEqual([]);
  });

  it('is explained: every rule of the law and of the wake, and every case, that is cited by its number', () => {
    const law = read('docs/law.md');
    const wake = read('docs/wake.md');
    const cases = new Set(found(read('docs/requirements.md'), /^\| (\d+) +\|/gm));
    const unknown = sources
      .filter((path) => path !== 'tests/house/documents.test.ts')
      .flatMap((path) => {
        const text = read(path);
        const rules = found(text, /law\.md ([A-Z]\d*)\b/g).filter(
          (rule) => !law.includes(`| ${rule} `) && !law.includes(`## ${rule}. `),
        );
        const wakes = found(text, /wake\.md (\d+)/g).filter((rule) => !wake.includes(`\n${rule}. `));
        const named = found(text, /['( ]case (\d+)[:)'.;]/g).filter(
          (name) => path.startsWith('tests/') && !cases.has(name),
        );
        return [...rules, ...wakes, ...named].map((rule) => `${path}: ${rule}`);
      });
    expect(unknown).toEqual([]);
  });
});

describe('every process', () => {
  const carried = processKinds.filter((kind) => kind !== 'sweep');

  it('is woken from its rows after a lost workflow server', () => {
    const rows = read('src/store/queries/processes/open-rows.ts');
    expect(carried.filter((kind) => !rows.includes(`select '${kind}'`))).toEqual([]);
  });

  it('is watched for missing wakes', () => {
    const rows = read('tests/support/watched-runner.ts');
    expect(carried.filter((kind) => !rows.includes(`select '${kind}'`))).toEqual([]);
  });

  it('stands in the table of architecture.md', () => {
    const map = read('docs/architecture.md');
    expect(processKinds.filter((kind) => !map.includes(`| \`${kind}\``))).toEqual([]);
  });
});

describe('every setting', () => {
  const manual = read('docs/operations.md');

  it('that api and worker read is in the table of docs/operations.md', () => {
    const settings = found(read('src/config.ts'), /^ {4}([A-Z][A-Z_]+): z\b/gm);
    expect(settings).toContain('SAMRAD_PUBLIC_URL');
    expect(settings.filter((name) => !manual.includes(`\`${name}\``))).toEqual([]);
  });

  it('that any program of the house reads is there too', () => {
    const named = sources
      .filter((path) => path.startsWith('src/'))
      .flatMap((path) =>
        found(read(path), /\b((?:SAMRAD|DATABASE|SMTP)_[A-Z_]*[A-Z]|TEMPORAL_[A-Z_]*[A-Z])\b/g),
      );
    expect([...new Set(named)].filter((name) => !manual.includes(`\`${name}\``))).toEqual([]);
  });

  it('in the short table of README is one of them', () => {
    const short = found(read('README.md'), /`((?:SAMRAD|DATABASE|SMTP|TEMPORAL)_[A-Z_]+)`/g);
    expect(short.filter((name) => !manual.includes(`\`${name}\``))).toEqual([]);
  });
});

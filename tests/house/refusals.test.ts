import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalCatalogue, type RefusalCode } from '../../src/domain/refusals/catalogue';
import { filesUnder, root } from './tree';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const sources = (folder: string, but: (path: string) => boolean = () => false): string =>
  filesUnder(folder)
    .filter((path) => path.endsWith('.ts') && !but(path))
    .map(read)
    .join('\n');

describe('every refusal', () => {
  const codes = Object.keys(refusalCatalogue) as RefusalCode[];
  const ofCatalogue = /^src[\\/](domain[\\/]refusals|i18n[\\/](sv|en)[\\/]refusals)[\\/]/;
  /** The words that look like codes, each once: a code within a longer one is another word. */
  const wordsOf = (text: string): Set<string> => new Set(text.match(/[a-z0-9]+(?:-[a-z0-9]+)+/g));

  it('is given somewhere in the product beside its catalogue and its sentences', () => {
    // Only what stands in quotes is given: comments and addresses speak of codes too.
    const given = wordsOf(
      (sources('src', (path) => ofCatalogue.test(path)).match(/'[a-z0-9-]+'/g) ?? []).join('\n'),
    );
    expect(codes.filter((code) => !given.has(code))).toEqual([]);
  });

  it('is named by a test that meets it', () => {
    const named = wordsOf(sources('tests'));
    expect(codes.filter((code) => !named.has(code))).toEqual([]);
  });
});

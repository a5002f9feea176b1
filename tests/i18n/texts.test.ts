import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalCatalogue, type RefusalCode } from '../../src/domain/refusals/catalogue';
import { refuse } from '../../src/domain/refusals/refusal';
import { factsInWords } from '../../src/i18n/facts';
import { fillText, type Text } from '../../src/i18n/fill';
import { languages } from '../../src/i18n/languages';
import { refusalText, refusalTexts } from '../../src/i18n/refusal-text';
import { isTextKey, pageTexts, text } from '../../src/i18n/texts';

const placeholders = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)(?::s)?\}/g)].map((match) => match[1] ?? '').sort();
const sentences = (words: Text): string[] => (typeof words === 'string' ? [words] : [words.one, words.other]);
const distinct = (words: Text): string[] => [...new Set(sentences(words).flatMap(placeholders))].sort();

const templates = join(__dirname, '..', '..', 'templates');
const templateSources = ['components', 'layouts', 'pages'].flatMap((folder) =>
  readdirSync(join(templates, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .map((file): [string, string] => [
      `${folder}/${file}`,
      readFileSync(join(templates, folder, file), 'utf8'),
    ]),
);

describe('the texts of pages', () => {
  it('ask for the same facts in both languages', () => {
    const differing = [...pageTexts.sv].filter(
      ([key, words]) => distinct(words).join() !== distinct(pageTexts.en.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it.each(languages)('shout at nobody in %s', (lang) => {
    const shouting = [...pageTexts[lang]].filter(([, words]) =>
      sentences(words).some((words_) => words_.includes('!')),
    );
    expect(shouting.map(([key]) => key)).toEqual([]);
  });

  it.each(templateSources)('exist for every key that %s asks for', (_file, source) => {
    const keys = [...source.matchAll(/[{(]t "([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(keys.filter((key) => !isTextKey(key))).toEqual([]);
  });

  it('count one and many', () => {
    expect(text('sv', 'shell.tasks', { count: 1 })).toBe('1 uppgift');
    expect(text('sv', 'shell.tasks', { count: 3 })).toBe('3 uppgifter');
  });

  it.each([
    ['Almby', 'Anslag på Almbys tavla'],
    ['Hallnäs', 'Anslag på Hallnäs tavla'],
    ['Alunda Linz', 'Anslag på Alunda Linz tavla'],
  ])('say whose it is: %s', (principal, words) => {
    expect(fillText('Anslag på {principal:s} tavla', { principal })).toBe(words);
  });

  it.each([
    ['sv', '5.3, 7', '5.3 och 7'],
    ['en', '8, 10, 12', '8, 10 and 12'],
    ['sv', '7', '7'],
    ['sv', '2026-02-20', 'fredag 20 februari 2026'],
  ] as const)('name several items as %s does: %s', (lang, items, words) => {
    expect(factsInWords(lang, { items })).toEqual({ items: words });
  });

  it('are never shown with a hole', () => {
    expect(() => fillText('Senast {day}.')).toThrow(RangeError);
  });
});

describe('the sentences of refusals', () => {
  const codes = Object.keys(refusalCatalogue) as RefusalCode[];

  it.each(codes)('%s asks for the same facts in both languages', (code) => {
    const facts = (lang: 'sv' | 'en'): string[] => [...new Set(placeholders(refusalTexts[lang][code]))];
    expect(facts('en')).toEqual(facts('sv'));
  });

  it.each(codes)('%s ends its sentences and blames nobody', (code) => {
    for (const lang of languages) {
      expect(refusalTexts[lang][code]).toMatch(/[.:}]$/);
      expect(refusalTexts[lang][code]).not.toContain('!');
    }
  });

  // N-2: the rule, and then what to do instead. One sentence is enough where it is what to do.
  it.each(codes)('%s says what to do instead', (code) => {
    for (const lang of languages) {
      expect(refusalTexts[lang][code]).toMatch(/[.:}] \S|^(Ange|State) /);
    }
  });

  it('are filled with what happened', () => {
    const refusal = refuse('too-many-requests', { seconds: 30 });
    expect(refusalText('sv', refusal)).toBe(
      'För många försök på kort tid. Vänta 30 sekunder och försök igen.',
    );
  });
});

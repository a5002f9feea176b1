import { refusalCatalogue } from '../../src/domain/refusals/catalogue';
import type { RefusalEntry } from '../../src/domain/refusals/entry';
import { refuse } from '../../src/domain/refusals/refusal';
import { refusalText } from '../../src/i18n/refusal-text';
import { citedInFull, ruleText } from '../../src/i18n/rules';

describe('the source of a rule, as a reader meets it', () => {
  it.each([
    ['KL 5:69', 'kommunallagen 5 kap. 69 §'],
    ['KL 6:28, 6:30', 'kommunallagen 6 kap. 28 § och 6 kap. 30 §'],
    ['OSL 5:2', 'offentlighets- och sekretesslagen 5 kap. 2 §'],
    ['reglementet 9 §', 'reglementet 9\u00a0§'],
    ['M-13', undefined],
  ])('%s is %s', (rule, words) => {
    expect(ruleText('sv', rule)).toBe(words);
  });

  it('is said in English too', () => {
    expect(ruleText('en', 'KL 5:69')).toBe('the Local Government Act (kommunallagen) chapter 5 section 69');
  });

  it('is spelled out also within a sentence', () => {
    expect(citedInFull('sv', 'Punkten ska vara stängd (KL 6:25). Jämför OSL 5:2, 5:5.')).toBe(
      'Punkten ska vara stängd (kommunallagen 6 kap. 25 §). ' +
        'Jämför offentlighets- och sekretesslagen 5 kap. 2 § och 5 kap. 5 §.',
    );
    expect(citedInFull('en', 'The item is closed (KL 6:25).')).toBe(
      'The item is closed (the Local Government Act, chapter 6 section 25).',
    );
  });

  it.each(['sv', 'en'] as const)('is spelled out in what a refused reader meets, in %s', (lang) => {
    const words = refusalText(lang, refuse('reservation-after-close'));
    expect(words).not.toMatch(/KL \d/);
  });

  it('leaves no abbreviation of a law in any refusal', () => {
    const entries: RefusalEntry[] = Object.values(refusalCatalogue);
    for (const { rule } of entries) {
      if (rule !== undefined) expect(ruleText('sv', rule) ?? '').not.toMatch(/^[A-Z]{2,3} /);
    }
  });
});

import { breakLines, runsOf } from '../../../src/documents/pdf/flow/lines';
import { StructNode } from '../../../src/documents/pdf/structure';
import { PARAGRAPH_STYLE } from '../../../src/documents/pdf/style';

const linesOf = (text: string, width: number): string[] => {
  const runs = runsOf(
    [{ type: 'text', text, strong: false, emphasis: false }],
    new StructNode('P'),
    PARAGRAPH_STYLE.body,
    1,
    () => undefined,
  );
  return breakLines(runs, width).map((line) =>
    line.fragments
      .map((fragment) => fragment.text)
      .join('')
      .trimEnd(),
  );
};

describe('a line', () => {
  it('breaks between words', () => {
    expect(linesOf('Nämnden beslutar att anta förslaget', 90)).toEqual([
      'Nämnden beslutar',
      'att anta förslaget',
    ]);
  });

  it('keeps a sum, a paragraph and a time together with their signs', () => {
    for (const words of ['1 250 000 kr', '§ 12', 'kl. 09.00', '010-555 01 00', '12 %']) {
      for (let width = 70; width < 200; width += 7)
        expect(
          linesOf(`Summan uppgår till ${words} i år`, width).filter((line) => line.includes(words)),
        ).toHaveLength(1);
    }
  });

  it('never breaks a date or a registry number at its hyphens', () => {
    for (let width = 60; width < 160; width += 7)
      expect(
        linesOf('Daterad 2026-02-20 i HMC260004-1 hos nämnden', width).filter((line) =>
          /2026-02-20|HMC260004-1/.test(line),
        ).length,
      ).toBeGreaterThan(0);
    expect(linesOf('Den 2026-02-20', 60)).toEqual(['Den', '2026-02-20']);
  });

  it('breaks a compound at its hyphen and a long address at its signs', () => {
    expect(linesOf('Patient-journalsystemet', 90)).toEqual(['Patient-', 'journalsystemet']);
    expect(linesOf('https://www.vasterdal.example/handboken/kommunikation', 120)[0]).toMatch(/[./]$/);
  });

  it('breaks within a word only where it is longer than the line, and loses no letter', () => {
    const word = 'Hjälpmedelsförskrivningsprocessbeskrivning';
    const lines = linesOf(word, 60);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toBe(word);
  });

  it('shows a soft hyphen only where the line ends there', () => {
    expect(linesOf('hjälpmedels\u00adcentrum', 200)).toEqual(['hjälpmedelscentrum']);
    expect(linesOf('hjälpmedels\u00adcentrum', 70)).toEqual(['hjälpmedels-', 'centrum']);
  });
});

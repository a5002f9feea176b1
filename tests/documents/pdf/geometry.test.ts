import { widthOf } from '../../../src/documents/pdf/fonts';
import { PAGE } from '../../../src/documents/pdf/style';
import { shownTexts } from '../../support/pdf-structure';
import type { ShownText } from '../../support/pdf-letters';
import { everyDocument } from '../support/every-document';
import { pdfOf, showcase } from '../support/showcase';

/** A little less than the text is wide: which face it is set in does not matter here. */
const rightOf = (text: ShownText): number =>
  text.x + widthOf('regular', text.size, text.text.trimEnd()) * 0.93;

/** Texts on one line whose letters lie on each other. */
const collisions = (page: readonly ShownText[]): string[] => {
  const found: string[] = [];
  for (const one of page) {
    for (const other of page) {
      if (
        one !== other &&
        Math.abs(one.y - other.y) < Math.min(one.size, other.size) * 0.6 &&
        one.x <= other.x &&
        rightOf(one) > other.x + 0.5
      )
        found.push(`"${one.text}" and "${other.text}"`);
    }
  }
  return found;
};

const outside = (page: readonly ShownText[]): string[] =>
  page
    .filter((text) => text.x < 0 || rightOf(text) > PAGE.width || text.y < 0 || text.y > PAGE.height)
    .map((text) => text.text);

describe.each([...everyDocument, ['alla-delar', async () => ({ pdf: await pdfOf(showcase) })] as const])(
  'the pages of "%s"',
  (_kind, render) => {
    it('have no letters on top of each other and none outside the page', async () => {
      const pages = await shownTexts((await render()).pdf);
      expect(pages.flat().length).toBeGreaterThan(10);
      expect(pages.flatMap(collisions)).toEqual([]);
      expect(pages.flatMap(outside)).toEqual([]);
    });
  },
);

describe('the head of the pages', () => {
  const long = 'Gemensam nämnd för hjälpmedel, språktolkning och familjerådgivning i Västerdals län';
  const address = 'Region Västerdal, https://www.regionvasterdal.example/anslagstavla';
  const pages = '<p>Text.</p><section class="page"><p>Text.</p></section>';

  it.each([
    ['a long reference', { organisation: 'Gemensam hjälpmedelsnämnd', reference: address }],
    ['a long name', { organisation: long, unit: 'Region Västerdal', reference: 'Sammanträde 2026-02-20' }],
    ['both', { organisation: long, unit: long, reference: address }],
    ['one word that is wider than its room', { organisation: 'nämnd'.repeat(40), reference: address }],
  ])('keeps its words apart with %s, on the first page and on those that follow', async (_case, header) => {
    const shown = await shownTexts(
      await pdfOf(`<h1>R</h1>${pages}`, { header: { kind: 'Anslag', ...header } }),
    );
    expect(shown).toHaveLength(2);
    expect(shown.flatMap(collisions)).toEqual([]);
    expect(shown.flatMap(outside)).toEqual([]);
    const heads = shown.map((page) => page.map(({ text }) => text.trim()).join(' '));
    expect(heads[0]).toContain('Sida 1 (2)');
    expect(heads[1]).toContain('Sida 2 (2)');
  });

  it('sets a long name in several lines above the text and loses nothing of it', async () => {
    const [page = []] = await shownTexts(
      await pdfOf('<h1>Rubrik</h1>', {
        header: { organisation: long, unit: 'Region Västerdal', kind: 'Anslag', reference: 'HMC260004' },
      }),
    );
    const words = page.map(({ text }) => text.trim());
    expect(words.join(' ')).toContain(long);
    const y = (text: string): number => page.find((shown) => shown.text.trim() === text)?.y ?? Number.NaN;
    expect(y('Region Västerdal')).toBeLessThan(y('Rubrik') - 20);
  });
});

/** The words of each page's text, the heads and numbers left out; `fill` lines stand before what is looked at. */
const pagesAfter = async (fill: number, html: string): Promise<string[][]> => {
  const before = '<p>rad</p>'.repeat(fill);
  const pages = await shownTexts(await pdfOf(`<article><h1>R</h1>${before}${html}</article>`));
  return pages.map((page) =>
    page.filter(({ mcid }) => mcid !== undefined).map(({ text }) => text.replace(/\u00a0/g, ' ').trim()),
  );
};
const fills = Array.from({ length: 12 }, (_each, at) => 20 + at);

describe('the end of a page', () => {
  it.each([
    [
      'who gets the decision',
      '<ul class="plain"><li>ett</li><li>två</li><li>tre</li></ul>',
      ['ett', 'två', 'tre'],
    ],
    [
      'what it rests on',
      '<ul><li>ett</li><li>två</li><li>tre</li><li>fyra</li></ul>',
      ['ett', 'två', 'tre', 'fyra'],
    ],
  ])('never cuts a short list with its heading: %s', async (_case, list, words) => {
    const seen = new Set<number>();
    for (const fill of fills) {
      const pages = await pagesAfter(fill, `<h2>Expedieras till</h2>${list}`);
      const holding = pages.filter((page) =>
        ['Expedieras till', ...words].some((word) => page.includes(word)),
      );
      expect([fill, holding.length]).toEqual([fill, 1]);
      seen.add(pages.length);
    }
    expect([...seen].sort()).toEqual([1, 2]);
  });

  it('lets a longer list run on', async () => {
    const list = `<ul>${'<li>punkt</li>'.repeat(6)}</ul>`;
    const cut = [];
    for (const fill of fills)
      cut.push((await pagesAfter(fill, list)).filter((page) => page.includes('punkt')).length);
    expect(cut).toContain(2);
  });

  it('leaves no title alone on the last page', async () => {
    const items = '<section class="item"><h2>14 Anmälningar</h2><p>Noteras.</p></section>';
    for (const fill of fills) {
      const pages = await pagesAfter(
        fill,
        `${items}<section class="item"><h2>15 Övriga frågor</h2></section>`,
      );
      const last = pages.findIndex((page) => page.includes('15 Övriga frågor'));
      expect(pages[last]).toContain('Noteras.');
    }
  });

  it('leaves what certifies an extract with the last words of its paragraph', async () => {
    const paragraph =
      '<section class="item"><h2>§ 6 Avgifter</h2><p>Beslutet skickas till huvudmännen.</p></section>';
    const ending =
      '<section class="ending"><hr><p>Justerat.</p><p>Rätt utdraget intygas</p><p>Annika Roos</p></section>';
    const counts = new Set<number>();
    for (const fill of fills) {
      const pages = await pagesAfter(fill, paragraph + ending);
      const holding = pages.find((page) => page.includes('Rätt utdraget intygas'));
      expect(holding).toEqual(expect.arrayContaining(['Beslutet skickas till huvudmännen.', 'Annika Roos']));
      counts.add(pages.length);
    }
    expect([...counts].sort()).toEqual([1, 2]);
  });
});

describe('a list', () => {
  it('has its labels to the left of its text, the dots below each other', async () => {
    const [page = []] = await shownTexts(
      await pdfOf('<h1>R</h1><ol start="9"><li>nio</li><li>tio</li></ol><ul><li>punkt</li></ul>'),
    );
    const at = (text: string): number => page.find((shown) => shown.text.trim() === text)?.x ?? Number.NaN;
    expect(at('9.')).toBeGreaterThan(at('10.'));
    expect(at('10.') + widthOf('regular', 10.5, '10.')).toBeLessThan(at('tio'));
    expect(at('9.') + widthOf('regular', 10.5, '9.')).toBeCloseTo(
      at('10.') + widthOf('regular', 10.5, '10.'),
      0,
    );
    expect(at('•')).toBeLessThan(at('punkt'));
    expect(at('nio')).toBe(at('tio'));
  });
});

import fc from 'fast-check';
import { renderHtml } from '../../../src/documents/text/html';
import { parseText } from '../../../src/documents/text/profile';
import { writeText } from '../../../src/documents/text/write';
import { structureFindings } from '../../support/pdf-structure';
import { pdfOf } from '../support/showcase';
import { documents, sources } from '../text/arbitrary-text';

const document = (text: string): Promise<Buffer> =>
  pdfOf(
    `<article><h1>Rubrik</h1><h2>Avsnitt</h2>${renderHtml(parseText(text), { headingLevel: 3 })}</article>`,
  );

describe('any text that can be saved', () => {
  it('can be set, and the tags are right, when the editor made it', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (root) => {
        expect(await structureFindings(await document(writeText(root)))).toEqual([]);
      }),
      { numRuns: 60, seed: 20260220 },
    );
  });

  it('can be set, and the tags are right, when somebody typed it', async () => {
    await fc.assert(
      fc.asyncProperty(sources, async (text) => {
        expect(await structureFindings(await document(text))).toEqual([]);
      }),
      { numRuns: 80, seed: 20260220 },
    );
  });

  it.each([
    ['quotes within quotes', `${'>'.repeat(60)} djupt`],
    [
      'lists within lists',
      Array.from({ length: 40 }, (_item, at) => `${' '.repeat(at * 2)}- nivå ${at}`).join('\n'),
    ],
    [
      'a table of twenty columns',
      `|${' kolumn |'.repeat(20)}\n|${' --- |'.repeat(20)}\n|${' värde med flera ord |'.repeat(20)}`,
    ],
    [
      'a table in which one cell is longer than a page',
      `| A | B |\n| --- | --- |\n| ${'mycket lång text i en cell '.repeat(500)} | kort |`,
    ],
    ['one word longer than a page is wide', 'å'.repeat(4000)],
    ['thirty pages of it', 'Nämnden beslutar att anta förslaget.\n\n'.repeat(1200)],
    ['nothing', ''],
  ])('can be set when it is %s', async (_name, text) => {
    expect(await structureFindings(await document(text))).toEqual([]);
  });
});

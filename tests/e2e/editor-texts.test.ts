import fc from 'fast-check';
import type { Mark, Node as Doc } from 'prosemirror-model';
import { marks, nodes, schema } from '../../assets/editor/schema';
import { toDoc } from '../../assets/editor/to-doc';
import { toTree } from '../../assets/editor/to-tree';
import { parseText } from '../../src/documents/text/profile';
import { writeText } from '../../src/documents/text/write';

const write = (doc: Doc): string => writeText(toTree(doc));
const read = (text: string): Doc => toDoc(parseText(text));

/** Words as the office writes them, and words made to break a parser. */
const words = fc.constantFrom(
  'nämnden',
  'beslutar',
  '§',
  '12',
  '2026.',
  '1.',
  '-',
  '#',
  '*stjärna*',
  '_under_',
  '<b>',
  '&amp;',
  '|',
  '\\',
  '[länk](x)',
  'https://example.se/a_b',
  '>',
  '~~',
  '`kod`',
  '+46',
  'Beslut:',
);
const sentence = fc.array(words, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
const markSet = fc
  .subarray([marks.strong.create(), marks.em.create(), marks.link.create({ href: 'https://example.se/p' })])
  .map((chosen): readonly Mark[] => chosen.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), []));
const inline = fc
  .array(fc.tuple(sentence, markSet), { minLength: 1, maxLength: 4 })
  .map((runs) => runs.map(([text, set], at) => schema.text(at === 0 ? text : ` ${text}`, set)));
const paragraph = inline.map((content) => nodes.paragraph.create(null, content));
const heading = fc
  .tuple(fc.constantFrom(1, 2), inline)
  .map(([level, content]) => nodes.heading.create({ level }, content));
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 3 }))
  .chain(([width, height]) =>
    fc.array(paragraph, { minLength: width * height, maxLength: width * height }).map((cells) =>
      nodes.table.create(
        null,
        Array.from({ length: height }, (_row, y) =>
          nodes.table_row.create(
            null,
            Array.from({ length: width }, (_cell, x) =>
              (y === 0 ? nodes.table_header : nodes.table_cell).create(null, cells[y * width + x]),
            ),
          ),
        ),
      ),
    ),
  );
const { block } = fc.letrec<{ block: Doc; item: Doc; list: Doc; quote: Doc }>((tie) => ({
  item: fc
    .tuple(paragraph, fc.option(tie('list'), { nil: undefined, maxDepth: 2, depthIdentifier: 'lists' }))
    .map(([first, inner]) => nodes.list_item.create(null, inner === undefined ? [first] : [first, inner])),
  list: fc
    .tuple(fc.boolean(), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
    .map(([numbered, items]) => (numbered ? nodes.ordered_list : nodes.bullet_list).create(null, items)),
  quote: fc
    .array(paragraph, { minLength: 1, maxLength: 2 })
    .map((inner) => nodes.blockquote.create(null, inner)),
  block: fc.oneof({ maxDepth: 3 }, paragraph, heading, table, tie('list'), tie('quote')),
}));
const document = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((blocks) => nodes.doc.create(null, blocks));

const spoken = (doc: Doc): string => doc.textBetween(0, doc.content.size, '\n', ' ');

describe('a text written in the editor', () => {
  it('says the same, letter for letter, after it has been stored and read again', () => {
    fc.assert(
      fc.property(document, (doc) => {
        expect(spoken(read(write(doc)))).toBe(spoken(doc));
      }),
      { numRuns: 500 },
    );
  });

  it('is written the same a second time', () => {
    fc.assert(
      fc.property(document, (doc) => {
        const text = write(doc);
        expect(write(read(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['bold that ends in a colon before a letter', '**Beslut:**nämnden'],
    ['a subheading under a heading', '# Bakgrund\n\n## Kostnad\n\nText.'],
    ['a hard line break', 'Första raden\\\nandra raden'],
    ['a numbered list that starts at three', '3. tredje\n4. fjärde'],
    ['aligned columns', '| Post | Belopp |\n| - | -: |\n| Drift | 2 600 000 |'],
    ['a quotation with a list', '> Ur avtalet:\n>\n> - första\n> - andra'],
    ['a loose list', '- första\n\n- andra'],
  ])('keeps %s', (_what, text) => {
    expect(read(write(read(text))).eq(read(text))).toBe(true);
  });
});

import fc from 'fast-check';
import type { BlockContent, ListItem, PhrasingContent, Root, TableRow } from 'mdast';

/** Words that try to be something else in Markdown: list markers, headings, escapes, marks, entities, addresses. */
const HOSTILE = [
  '1.',
  '2026.',
  '-',
  '+',
  '*',
  '**',
  '_',
  '#',
  '##',
  '>',
  '|',
  '\\',
  '[x]',
  '(y)',
  '<b>',
  '&amp;',
  '&',
  '~',
  '`kod`',
  '---',
  '===',
  ':---',
  '!',
  '![a](b)',
  'https://example.se',
  'a@b.se',
  'www.x.se',
  '[1]: /x',
  '§',
  '12 %',
];
const OFFICE = [
  'Nämnden',
  'beslutar',
  'att',
  'anta',
  'förslaget',
  'Ärendet',
  'överlämnas',
  'till',
  'huvudmännen',
  '”citat”',
  'kl.',
  '09.00',
  '§ 12',
  '1\u00a0250\u00a0000',
  'kr',
  'ADL-fotpall',
  '(bilaga',
  '2)',
];

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...OFFICE) },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));

/** Inline content as the editor makes it: no space at the edges of marks, no mark inside the same mark. */
const plain = words.map((value): PhrasingContent => ({ type: 'text', value }));
const marked = fc.oneof(
  { weight: 3, arbitrary: plain },
  {
    weight: 1,
    arbitrary: words.map((value): PhrasingContent => ({
      type: 'strong',
      children: [{ type: 'text', value }],
    })),
  },
  {
    weight: 1,
    arbitrary: words.map((value): PhrasingContent => ({
      type: 'emphasis',
      children: [{ type: 'text', value }],
    })),
  },
  {
    weight: 1,
    arbitrary: words.map((value): PhrasingContent => ({
      type: 'strong',
      children: [
        { type: 'text', value: 'fet' },
        { type: 'text', value: ' ' },
        { type: 'emphasis', children: [{ type: 'text', value }] },
      ],
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        words,
        fc.constantFrom(
          'https://example.se/a?b=1&c=(2)',
          'mailto:registrator@example.se',
          '/arenden/12#p4',
          '#p1',
        ),
      )
      .map(([value, url]): PhrasingContent => ({
        type: 'link',
        url,
        title: null,
        children: [{ type: 'text', value }],
      })),
  },
);

/** Neighbours are parted by a space, and neighbouring texts become one, as a parser would read them. */
const inlineOf = (parts: readonly PhrasingContent[], breaks: boolean): PhrasingContent[] => {
  const result: PhrasingContent[] = [];
  const text = (value: string): void => {
    const last = result.at(-1);
    if (last?.type === 'text') last.value += value;
    else result.push({ type: 'text', value });
  };
  parts.forEach((part, at) => {
    if (at > 0) {
      if (breaks && at % 3 === 2) result.push({ type: 'break' });
      else text(at % 4 === 3 && breaks ? '\n' : ' ');
    }
    if (part.type === 'text') text(part.value);
    else result.push(part);
  });
  return result.map(mergeChildren);
};

const mergeChildren = (part: PhrasingContent): PhrasingContent => {
  if (!('children' in part)) return part;
  const children: PhrasingContent[] = [];
  for (const child of part.children) {
    const last = children.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else children.push({ ...child });
  }
  return { ...part, children };
};

const inline = fc.array(marked, { minLength: 1, maxLength: 5 }).map((parts) => inlineOf(parts, true));
const oneLine = fc.array(marked, { minLength: 1, maxLength: 3 }).map((parts) => inlineOf(parts, false));

const paragraph = inline.map((children): BlockContent => ({ type: 'paragraph', children }));

const table = fc.integer({ min: 1, max: 4 }).chain((columns) => {
  const cells = fc.array(
    fc.oneof({ weight: 4, arbitrary: oneLine }, { weight: 1, arbitrary: fc.constant<PhrasingContent[]>([]) }),
    { minLength: columns, maxLength: columns },
  );
  const row = cells.map((list): TableRow => ({
    type: 'tableRow',
    children: list.map((children) => ({ type: 'tableCell', children })),
  }));
  return fc
    .tuple(
      fc.array(row, { minLength: 1, maxLength: 4 }),
      fc.array(fc.constantFrom('left' as const, 'right' as const, 'center' as const, null), {
        minLength: columns,
        maxLength: columns,
      }),
    )
    .map(([rows, align]): BlockContent => ({ type: 'table', align, children: rows }));
});

const list = (deeper: fc.Arbitrary<BlockContent>): fc.Arbitrary<BlockContent> =>
  fc
    .tuple(
      fc.boolean(),
      fc.integer({ min: 1, max: 2030 }),
      fc.boolean(),
      fc.array(fc.tuple(paragraph, fc.array(deeper, { maxLength: 2 })), { minLength: 1, maxLength: 4 }),
    )
    .map(([ordered, start, loose, items]): BlockContent => {
      const spread =
        loose && (items.length > 1 || items.some(([, rest]) => rest.length > 0))
          ? true
          : items.some(([, rest]) => rest.some((block) => !fitsTight(block)) || rest.length > 1);
      const children = items.map(([first, rest]): ListItem => ({
        type: 'listItem',
        spread,
        children: [first, ...apart(rest)],
      }));
      return { type: 'list', ordered, start: ordered ? start : null, spread, children };
    });

const fitsTight = (block: BlockContent): boolean =>
  block.type === 'list' && (block.ordered !== true || block.start === 1);

/** Two lists of one kind beside each other are one list to any reader, so the editor never makes them. */
const apart = (blocks: readonly BlockContent[]): BlockContent[] =>
  blocks.flatMap((block, at): BlockContent[] =>
    block.type === 'list' && blocks[at - 1]?.type === 'list'
      ? [{ type: 'paragraph', children: [{ type: 'text', value: 'Vidare' }] }, block]
      : [block],
  );

const block: fc.Arbitrary<BlockContent> = fc.letrec<{ block: BlockContent }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'blocks' },
    { weight: 5, arbitrary: paragraph },
    {
      weight: 1,
      arbitrary: oneLine.map((children): BlockContent => ({ type: 'heading', depth: 1, children })),
    },
    { weight: 1, arbitrary: table },
    { weight: 2, arbitrary: list(tie('block')) },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('block'), { minLength: 1, maxLength: 3 })
        .map((children): BlockContent => ({ type: 'blockquote', children: apart(children) })),
    },
  ),
})).block;

/** Documents as the editor hands them in. */
export const documents: fc.Arbitrary<Root> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((children): Root => ({ type: 'root', children: apart(children) }));

/** Source text as anybody might type it. */
export const sources: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...OFFICE, ...HOSTILE),
      fc.constantFrom(
        '\n',
        '\n\n',
        '    ',
        '  \n',
        '\\\n',
        '- ',
        '1. ',
        '> ',
        '| a | b |\n| --- | --- |\n| 1 | 2 |\n',
        '## ',
        '**',
        '*',
        ' ',
      ),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(' ').replace(/ ?\n ?/g, '\n'));

import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { parseText } from '../../../src/documents/text/profile';
import { writeText } from '../../../src/documents/text/write';
import { documents, sources } from './arbitrary-text';

/** The tree without the lines it stood on. */
const bare = (node: Nodes): Nodes => {
  const rest = { ...node };
  delete rest.position;
  return 'children' in rest ? ({ ...rest, children: rest.children.map(bare) } as Nodes) : rest;
};
const read = (text: string): Nodes => bare(parseText(text));

describe('a text that is read, written and read again', () => {
  it('is the same when the editor made it', () => {
    fc.assert(
      fc.property(documents, (root: Root) => {
        const written = writeText(root);
        expect(read(written)).toEqual(root);
        expect(writeText(parseText(written))).toBe(written);
      }),
      { numRuns: 300, seed: 20260220 },
    );
  });

  it('is the same when somebody typed it', () => {
    fc.assert(
      fc.property(sources, (text) => {
        const first = read(text);
        expect(read(writeText(parseText(text)))).toEqual(first);
      }),
      { numRuns: 3000, seed: 20260220 },
    );
  });
});

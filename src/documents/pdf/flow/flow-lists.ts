import type { DefinitionsBlock, ListBlock, ParagraphBlock } from '../read/blocks';
import type { Flow } from './flow';
import { flowColumns, type FlowBlocks } from './flow-columns';
import { flowParagraph } from './flow-text';
import { widthOf } from '../fonts';
import { heightOf, type Strip } from '../strips';
import type { StructNode } from '../structure';
import { DEFINITIONS, LEAST_WIDTH, LIST, PARAGRAPH_STYLE } from '../style';

/** Lays out a list with its labels; numbers and dots stand below each other. */
export function flowList(flow: Flow, block: ListBlock, flowBlocks: FlowBlocks): void {
  const style = PARAGRAPH_STYLE.body;
  const list = flow.parent.child('L', {
    listNumbering: block.look === 'plain' ? 'None' : block.ordered ? 'Decimal' : 'Disc',
  });
  const indent = indentOf(flow, block);
  const from = flow.out.length;
  block.items.forEach((item, at) => {
    const node = list.child('LI');
    if (at > 0) flow.gap(block.look === 'plain' ? 0 : LIST.itemGap);
    const label =
      block.look === 'plain'
        ? undefined
        : labelOf(flow, node.child('Lbl'), block.ordered ? `${block.start + at}.` : '•', indent);
    const inner = flow.inner(node.child('LBody'), {
      x: flow.x + indent,
      width: Math.max(LEAST_WIDTH, flow.width - indent),
    });
    const [only] = item;
    if (block.look === 'plain' && only?.type === 'paragraph' && item.length === 1)
      flowParagraph(inner, only, LIST.hang);
    else flowBlocks(inner, item);
    const [first, ...rest] = inner.out;
    if (first && label)
      inner.out.splice(0, inner.out.length, { ...first, paint: both(label, first.paint) }, ...rest);
    flow.take(inner);
  });
  // A short list is read at a glance: who gets the decision, what it rests on.
  const lines = flow.out.slice(from);
  if (lines.length <= LIST.keptLines && heightOf(lines) < LIST.keptHeight) flow.keep(from, false);
  flow.gap(style.after);
}

/** As wide as the widest number of the list needs. */
function indentOf(flow: Flow, block: ListBlock): number {
  if (block.look === 'plain') return 0;
  const widest = block.ordered
    ? widthOf('regular', PARAGRAPH_STYLE.body.size, `${block.start + block.items.length - 1}.`)
    : 0;
  return Math.max(LIST.indent, widest + LIST.labelGap + 1) * flow.scale;
}

/** A label's number stands to the right, so that the dots of 9. and 10. are below each other. */
function labelOf(flow: Flow, node: StructNode, text: string, indent: number): Strip['paint'] {
  const inner = flow.inner(node, { width: indent - LIST.labelGap * flow.scale });
  inner.lines(
    [{ type: 'text', text, strong: false, emphasis: false }],
    node,
    PARAGRAPH_STYLE.body,
    text === '•' ? 'center' : 'right',
  );
  const [strip] = inner.out;
  return (painter, y) => strip?.paint(painter, y);
}

function both(one: Strip['paint'], other: Strip['paint']): Strip['paint'] {
  return (painter, y) => {
    one(painter, y);
    other(painter, y);
  };
}

/** A list of terms is a list whose labels are the terms: PDF 1.7 has no element of its own for it. */
export function flowDefinitions(flow: Flow, block: DefinitionsBlock, flowBlocks: FlowBlocks): void {
  const list = flow.parent.child('L', { listNumbering: 'None' });
  for (const entry of block.entries) {
    const item = list.child('LI');
    const term: ParagraphBlock = {
      type: 'paragraph',
      look: 'bare',
      align: 'left',
      inline: entry.term.map((part) => (part.type === 'text' ? { ...part, strong: true } : part)),
    };
    flow.gap(DEFINITIONS.entryGap);
    flowColumns(
      flow,
      [
        { node: item.child('Lbl'), share: DEFINITIONS.termShare, content: [term] },
        { node: item.child('LBody'), share: 1 - DEFINITIONS.termShare, content: entry.content },
      ],
      flowBlocks,
    );
  }
  flow.gap(PARAGRAPH_STYLE.body.after + 4);
}

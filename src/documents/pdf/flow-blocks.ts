import type {
  Block,
  DefinitionsBlock,
  FigureBlock,
  GroupBlock,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
  RuleBlock,
} from './blocks';
import type { Flow } from './flow';
import { flowColumns } from './flow-columns';
import { flowTable } from './flow-table';
import { widthOf } from './fonts';
import { textOf } from './read-inline';
import { heightOf, type Ground, type Strip } from './strips';
import type { StructNode } from './structure';
import { BOX, CAPTION_STYLE, COLOUR, HEADING_STYLE, LIST, PARAGRAPH_STYLE } from './style';

/** Lays blocks out as strips, building the structure tree beneath the flow's element. */
export function flowBlocks(flow: Flow, blocks: readonly Block[]): void {
  blocks.forEach((block, at) => {
    const from = flow.out.length;
    flowBlock(flow, block);
    // "... beslutar" with a colon and its points belong together.
    const next = blocks[at + 1];
    if (
      block.type === 'paragraph' &&
      (next?.type === 'list' || next?.type === 'table') &&
      textOf(block.inline).endsWith(':')
    )
      flow.keep(Math.max(from, flow.out.length - 2), true);
    if (block.type === 'paragraph' && block.look === 'label') flow.keep(from, true);
  });
}

function flowBlock(flow: Flow, block: Block): void {
  switch (block.type) {
    case 'heading':
      return flowHeading(flow, block);
    case 'paragraph':
      return flowParagraph(flow, block);
    case 'list':
      return flowList(flow, block);
    case 'definitions':
      return flowDefinitions(flow, block);
    case 'table':
      return flowTable(flow, block, flowBlocks);
    case 'quote': {
      const inset = 14;
      const inner = flow.inner(flow.parent.child('BlockQuote'), {
        x: flow.x + inset,
        width: flow.width - inset,
        ground: { x: flow.x, width: flow.width, look: 'quote' },
      });
      flow.gap(PARAGRAPH_STYLE.body.after);
      flowBlocks(inner, block.content);
      flow.take(inner);
      return;
    }
    case 'figure':
      return flowFigure(flow, block);
    case 'rule':
      return flowRule(flow, block);
    case 'group':
      return flowGroup(flow, block);
  }
}

function flowHeading(flow: Flow, block: HeadingBlock): void {
  const style = HEADING_STYLE[block.level];
  const node = flow.parent.child(`H${block.level}`);
  const words = textOf(block.inline);
  flow.gap(style.before);
  const from = flow.out.length;
  flow.lines(block.inline, node, style, 'left', (painter, y) => {
    painter.bookmark(block.level, words, y);
    if (block.id !== undefined) painter.destination(block.id, y);
  });
  flow.keep(from, true);
  flow.gap(style.after);
}

function flowParagraph(flow: Flow, block: ParagraphBlock): void {
  const style = PARAGRAPH_STYLE[block.look];
  const lang = block.lang === undefined ? {} : { lang: block.lang };
  const node = block.look === 'bare' ? flow.parent : flow.parent.child('P', lang);
  flow.gap(style.before);
  flow.lines(block.inline, node, style, block.align);
  flow.gap(style.after);
}

function flowList(flow: Flow, block: ListBlock): void {
  const style = PARAGRAPH_STYLE.body;
  const list = flow.parent.child('L', {
    listNumbering: block.look === 'plain' ? 'None' : block.ordered ? 'Decimal' : 'Disc',
  });
  const indent = indentOf(flow, block);
  block.items.forEach((item, at) => {
    const node = list.child('LI');
    if (at > 0) flow.gap(block.look === 'plain' ? 0 : LIST.itemGap);
    const label =
      block.look === 'plain'
        ? undefined
        : labelOf(flow, node.child('Lbl'), block.ordered ? `${block.start + at}.` : '•', indent);
    const inner = flow.inner(node.child('LBody'), { x: flow.x + indent, width: flow.width - indent });
    flowBlocks(inner, item);
    const [first, ...rest] = inner.out;
    if (first && label)
      inner.out.splice(0, inner.out.length, { ...first, paint: both(label, first.paint) }, ...rest);
    flow.take(inner);
  });
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
function flowDefinitions(flow: Flow, block: DefinitionsBlock): void {
  const list = flow.parent.child('L', { listNumbering: 'None' });
  for (const entry of block.entries) {
    const item = list.child('LI');
    const term: ParagraphBlock = {
      type: 'paragraph',
      look: 'bare',
      align: 'left',
      inline: entry.term.map((part) => (part.type === 'text' ? { ...part, strong: true } : part)),
    };
    flow.gap(4);
    flowColumns(
      flow,
      [
        { node: item.child('Lbl'), share: 0.25, content: [term] },
        { node: item.child('LBody'), share: 0.75, content: entry.content },
      ],
      flowBlocks,
    );
  }
  flow.gap(PARAGRAPH_STYLE.body.after);
}

function flowFigure(flow: Flow, block: FigureBlock): void {
  const shrink = Math.min(1, flow.width / block.width);
  const [width, height] = [block.width * shrink, block.height * shrink];
  const node = flow.parent.child('Figure', { alt: block.alt });
  const slot = node.slot();
  flow.gap(8);
  flow.push({
    height,
    keepWithNext: block.caption !== undefined,
    paint: (painter, y) => painter.picture(slot, block.picture, flow.x, y, width, height),
  });
  flow.gap(4);
  if (block.caption) flow.lines(block.caption, flow.parent.child('Caption'), CAPTION_STYLE, 'left');
  flow.gap(10);
}

function flowRule(flow: Flow, block: RuleBlock): void {
  const signature = block.look === 'signature';
  flow.gap(signature ? 0 : 8);
  const height = signature ? 34 : 1;
  flow.push({
    height,
    keepWithNext: signature,
    paint: (painter, y) =>
      painter.rule(flow.x, y + height - 0.5, flow.width, signature ? COLOUR.ink : COLOUR.line, 0.6),
  });
  flow.gap(signature ? 3 : 8);
}

function flowGroup(flow: Flow, block: GroupBlock): void {
  const node = flow.parent.child(block.role, block.lang === undefined ? {} : { lang: block.lang });
  if (block.look === 'columns') {
    const columns = block.content.filter((child) => child.type === 'group');
    flowColumns(
      flow,
      columns.map((column) => ({
        node: node.child(column.role),
        share: 1 / columns.length,
        content: column.content,
      })),
      flowBlocks,
    );
    flow.gap(PARAGRAPH_STYLE.body.after);
    return;
  }
  if (block.look === 'box') return flowBox(flow, block, node);
  if (block.look === 'page') flow.pageBreak();
  if (block.look === 'item') {
    flow.gap(18);
    flow.push({
      height: 0.6,
      keepWithNext: true,
      dropAtTop: true,
      paint: (painter, y) => painter.rule(flow.x, y, flow.width, COLOUR.line, 0.6),
    });
  }
  const inner = flow.inner(node);
  flowBlocks(inner, block.content);
  if (block.look === 'item') inner.openWith(14);
  const from = flow.out.length;
  flow.take(inner);
  if (block.look === 'keep') flow.keep(from, false);
}

function flowBox(flow: Flow, block: GroupBlock, node: StructNode): void {
  const ground: Ground = { x: flow.x, width: flow.width, look: 'box' };
  const inner = flow.inner(node, { x: flow.x + BOX.padX, width: flow.width - 2 * BOX.padX, ground });
  const pad = (keepWithNext: boolean): void =>
    inner.push({ height: BOX.padY, keepWithNext, paint: () => undefined });
  flow.gap(8);
  pad(true);
  const from = inner.out.length;
  flowBlocks(inner, block.content);
  inner.openWith(0, from);
  inner.closeGap();
  const last = inner.out.at(-1);
  if (last) last.keepWithNext = true;
  pad(false);
  // A short box stays whole; a long one may go over the page.
  if (heightOf(inner.out) < 260) inner.keep(0, false);
  flow.take(inner);
  flow.gap(12);
}

import type { Block, FigureBlock, GroupBlock, ParagraphBlock, RuleBlock } from '../read/blocks';
import type { Flow } from './flow';
import { flowColumns } from './flow-columns';
import { flowDefinitions, flowList } from './flow-lists';
import { flowTable } from './flow-table';
import { flowHeading, flowParagraph } from './flow-text';
import { textOf } from '../read/read-inline';
import { heightOf, type Ground } from '../strips';
import type { StructNode } from '../structure';
import { BOX, CAPTION_STYLE, COLOUR, LEAST_WIDTH, PARAGRAPH_STYLE } from '../style';

/** Lays blocks out as strips, building the structure tree beneath the flow's element. */
export function flowBlocks(flow: Flow, blocks: readonly Block[]): void {
  blocks.forEach((block, at) => {
    const from = flow.out.length;
    // A title that nothing follows, such as "Övriga frågor", does not stand alone on a last page.
    if (at === blocks.length - 1 && isBareItem(block)) flow.keep(from - 1, true);
    flowBlock(flow, block);
    if (block.type === 'paragraph') keepIntroduction(flow, block, blocks[at + 1], from);
  });
}

function isBareItem(block: Block): boolean {
  return block.type === 'group' && block.look === 'item' && block.content.every(isHeading);
}

const isHeading = ({ type }: Block): boolean => type === 'heading';

/** A label, a number below a title, "beslutar:" with its points and a name above what it said stand with what they introduce. */
function keepIntroduction(flow: Flow, block: ParagraphBlock, next: Block | undefined, from: number): void {
  if (block.look === 'label' || block.look === 'meta') flow.keep(from, true);
  const points = (next?.type === 'list' || next?.type === 'table') && textOf(block.inline).endsWith(':');
  if (points || next?.type === 'quote') flow.keep(Math.max(from, flow.out.length - 2), true);
}

function flowBlock(flow: Flow, block: Block): void {
  switch (block.type) {
    case 'heading':
      flowHeading(flow, block);
      return;
    case 'paragraph':
      flowParagraph(flow, block);
      return;
    case 'list':
      flowList(flow, block, flowBlocks);
      return;
    case 'definitions':
      flowDefinitions(flow, block, flowBlocks);
      return;
    case 'table':
      flowTable(flow, block, flowBlocks);
      return;
    case 'quote': {
      const inset = 14;
      const inner = flow.inner(flow.parent.child('BlockQuote'), {
        x: flow.x + inset,
        width: Math.max(LEAST_WIDTH, flow.width - inset),
        ground: { x: flow.x, width: flow.width, look: 'quote' },
      });
      flow.gap(PARAGRAPH_STYLE.body.after);
      flowBlocks(inner, block.content);
      flow.take(inner);
      return;
    }
    case 'figure':
      flowFigure(flow, block);
      return;
    case 'rule':
      flowRule(flow, block);
      return;
    case 'group':
      flowGroup(flow, block);
      return;
  }
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
    // One column alone is half as wide as the text: a third signature stands below the first, not across the page.
    const columns = block.content.filter((child) => child.type === 'group');
    flow.gap(14);
    flowColumns(
      flow,
      columns.map((column) => ({
        node: node.child(column.role),
        share: 1 / Math.max(2, columns.length),
        content: column.content,
      })),
      flowBlocks,
    );
    flow.gap(PARAGRAPH_STYLE.body.after);
    return;
  }
  if (block.look === 'box') {
    flowBox(flow, block, node);
    return;
  }
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
  if (block.look === 'ending') flow.keep(Math.max(0, from - 1), false);
}

function flowBox(flow: Flow, block: GroupBlock, node: StructNode): void {
  const ground: Ground = { x: flow.x, width: flow.width, look: 'box' };
  const inner = flow.inner(node, { x: flow.x + BOX.padX, width: flow.width - 2 * BOX.padX, ground });
  const pad = (keepWithNext: boolean): void =>
    inner.push({ height: BOX.padY, keepWithNext, paint: () => undefined });
  flow.gap(11);
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

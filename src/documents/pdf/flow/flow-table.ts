import type { Block, TableBlock, TableRow } from '../read/blocks';
import { columnWidths } from './column-widths';
import type { Flow } from './flow';
import { besideStrip, type FlowBlocks } from './flow-columns';
import type { Strip } from '../strips';
import { StructNode } from '../structure';
import { CAPTION_STYLE, COLOUR, PARAGRAPH_STYLE, TABLE, TABLE_SCALE } from '../style';

/**
 * Lays out a data table: caption, head (repeated as an artifact on each page the table reaches), rows.
 * A row that does not fit moves to the next page; one that is higher than a page is cut between lines.
 */
export function flowTable(flow: Flow, block: TableBlock, flowBlocks: FlowBlocks): void {
  const table = flow.parent.child('Table');
  const widths = columnWidths(block, flow.width);
  flow.gap(6);
  if (block.caption) {
    const from = flow.out.length;
    flow.lines(block.caption, table.child('Caption'), CAPTION_STYLE, 'left');
    flow.keep(from, true);
    flow.gap(3);
  }
  const head = headStrips(flow, block, widths, table, flowBlocks);
  const repeat = headStrips(flow, block, widths, new StructNode('Table', {}, true), flowBlocks);
  const again = repeat.length > 0 ? merged(repeat) : undefined;
  for (const strip of head) flow.push({ ...strip, keepWithNext: true });
  const body = table.child('TBody');
  block.body.forEach((row, at) => {
    const strip = rowStrip(flow, row, widths, body.child('TR'), 'body', flowBlocks, again);
    // A last row alone below a repeated head looks like a mistake.
    flow.push({ ...strip, keepWithNext: at === block.body.length - 2 && block.body.length > 2 });
  });
  flow.gap(PARAGRAPH_STYLE.body.after + 5);
}

function headStrips(
  flow: Flow,
  block: TableBlock,
  widths: readonly number[],
  table: StructNode,
  flowBlocks: FlowBlocks,
): Strip[] {
  if (block.head.length === 0) return [];
  const head = table.child('THead');
  return block.head.map((row) => rowStrip(flow, row, widths, head.child('TR'), 'head', flowBlocks));
}

function rowStrip(
  flow: Flow,
  row: TableRow,
  widths: readonly number[],
  node: StructNode,
  part: 'head' | 'body',
  flowBlocks: FlowBlocks,
  repeat?: Strip,
): Strip {
  let x = flow.x;
  let column = 0;
  const stacks = row.cells.map((cell) => {
    const width = widths.slice(column, column + cell.span).reduce((sum, each) => sum + each, 0);
    const span = cell.span > 1 ? { columnSpan: cell.span } : {};
    const host = cell.scope ? node.child('TH', { scope: cell.scope, ...span }) : node.child('TD', span);
    const inner = flow.inner(host, {
      x: x + TABLE.padX,
      width: width - 2 * TABLE.padX,
      scale: flow.scale * TABLE_SCALE,
    });
    x += width;
    column += cell.span;
    flowBlocks(inner, cell.scope ? cell.content.map(strong) : cell.content);
    return inner.out;
  });
  const line =
    part === 'head' ? { colour: COLOUR.strongLine, thickness: 1 } : { colour: COLOUR.line, thickness: 0.5 };
  return besideStrip(stacks, TABLE.padY, flow.grounds, {
    ...(repeat ? { repeat } : {}),
    edge: (painter, bottom) => painter.rule(flow.x, bottom, flow.width, line.colour, line.thickness),
  });
}

function strong(block: Block): Block {
  if (block.type !== 'paragraph') return block;
  return {
    ...block,
    inline: block.inline.map((part) => (part.type === 'text' ? { ...part, strong: true } : part)),
  };
}

/** Several head rows as one strip, so that they are repeated together. */
function merged(strips: readonly Strip[]): Strip {
  const [first, ...rest] = strips;
  if (!first) throw new Error('no strips to merge');
  const height = strips.reduce((sum, strip) => sum + strip.height, 0);
  return {
    ...first,
    height,
    paint: (painter, y) => {
      let top = y;
      for (const strip of [first, ...rest]) {
        strip.paint(painter, top);
        top += strip.height;
      }
    },
  };
}

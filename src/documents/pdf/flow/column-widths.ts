import type { Block, Inline, TableBlock } from '../read/blocks';
import { widthOf } from '../fonts';
import { textOf } from '../read/read-inline';
import { LIST, TABLE } from '../style';

interface Need {
  /** Width of the longest word. */
  least: number;
  /** Width of the text on one line. */
  most: number;
}

/** No column's wish for one line may push the others to slivers. */
const MOST_SHARE = 0.6;

/**
 * Widths of a table's columns in points, together as wide as the table: given shares first, the rest by what the cells hold.
 * @param width of the table in points
 */
export function columnWidths(table: TableBlock, width: number): number[] {
  const needs = table.widths.map((share, column): Need => {
    if (share !== null) return { least: (share / 100) * width, most: (share / 100) * width };
    return needOf(table, column, width);
  });
  const most = sum(needs.map((need) => need.most));
  const least = sum(needs.map((need) => need.least));
  if (most <= width) {
    const free = needs.filter((_need, column) => table.widths[column] === null);
    const base = sum(free.map((need) => need.most));
    const extra = width - most;
    return needs.map((need, column) =>
      table.widths[column] === null || base === 0
        ? need.most + extra * (base === 0 ? 1 / needs.length : need.most / base)
        : need.most,
    );
  }
  if (least >= width) return needs.map((need) => (need.least / least) * width);
  const share = (width - least) / (most - least);
  return needs.map((need) => need.least + (need.most - need.least) * share);
}

function needOf(table: TableBlock, column: number, width: number): Need {
  const need: Need = { least: 0, most: 0 };
  for (const row of [...table.head, ...table.body]) {
    let at = 0;
    for (const cell of row.cells) {
      if (at === column && cell.span === 1) {
        for (const block of cell.content) widen(need, block, 0);
      }
      at += cell.span;
    }
  }
  return {
    least: Math.min(need.least + 2 * TABLE.padX, width * MOST_SHARE),
    most: Math.min(need.most + 2 * TABLE.padX + 0.5, width * MOST_SHARE),
  };
}

function widen(need: Need, block: Block, indent: number): void {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      for (const line of linesOf(block.inline)) {
        need.most = Math.max(need.most, indent + widthOf('semibold', TABLE.size, line));
        for (const word of line.split(' '))
          need.least = Math.max(need.least, indent + widthOf('semibold', TABLE.size, word));
      }
      return;
    case 'list':
      for (const item of block.items) for (const child of item) widen(need, child, indent + LIST.indent);
      return;
    case 'group':
    case 'quote':
      for (const child of block.content) widen(need, child, indent);
      return;
    default:
      need.most = Math.max(need.most, 200);
  }
}

function linesOf(inline: readonly Inline[]): string[] {
  const lines = [''];
  for (const part of inline) {
    if (part.type === 'break') lines.push('');
    else
      lines[lines.length - 1] =
        (lines.at(-1) ?? '') + (part.type === 'text' ? part.text : textOf(part.content));
  }
  return lines;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

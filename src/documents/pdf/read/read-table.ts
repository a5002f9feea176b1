import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Align, Block, TableBlock, TableCell, TableRow } from './blocks';
import { DocumentFault } from './document-fault';
import { attributeOf, childElements, onlyAttributes } from './html-element';
import { readInline } from './read-inline';

type Element = DefaultTreeAdapterTypes.Element;
type ReadBlocks = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]) => Block[];

/**
 * Reads a data table: caption, column widths, head rows and body rows.
 * @throws DocumentFault where rows have different numbers of columns (PDF/UA 7.2) or no cell is a header
 */
export function readTable(element: Element, readBlocks: ReadBlocks): TableBlock {
  onlyAttributes(element, ['class']);
  let caption: TableBlock['caption'];
  const widths: (number | null)[] = [];
  const head: TableRow[] = [];
  const body: TableRow[] = [];
  for (const part of childElements(element, ['caption', 'colgroup', 'thead', 'tbody'])) {
    if (part.tagName === 'caption') caption = readInline(part.childNodes);
    else if (part.tagName === 'colgroup') widths.push(...childElements(part, ['col']).map(widthOf));
    else
      (part.tagName === 'thead' ? head : body).push(
        ...childElements(part, ['tr']).map((row) => readRow(row, readBlocks)),
      );
  }
  const rows = [...head, ...body];
  const columns = columnsOf(rows[0]);
  if (rows.length === 0 || columns === 0) throw new DocumentFault('a table without cells');
  if (rows.some((row) => columnsOf(row) !== columns))
    throw new DocumentFault('rows of a table have different numbers of columns');
  if (!rows.some((row) => row.cells.some((cell) => cell.scope)))
    throw new DocumentFault('a table without header cells');
  while (widths.length < columns) widths.push(null);
  return { type: 'table', widths, head, body, ...(caption === undefined ? {} : { caption }) };
}

function columnsOf(row: TableRow | undefined): number {
  return row ? row.cells.reduce((sum, cell) => sum + cell.span, 0) : 0;
}

function widthOf(column: Element): number | null {
  const share = attributeOf(column, 'data-width');
  return share === undefined ? null : Number(share);
}

function readRow(row: Element, readBlocks: ReadBlocks): TableRow {
  return { cells: childElements(row, ['th', 'td']).map((cell) => readCell(cell, readBlocks)) };
}

function readCell(cell: Element, readBlocks: ReadBlocks): TableCell {
  onlyAttributes(cell, ['scope', 'colspan', 'data-align', 'class']);
  const align = alignOf(cell);
  const content = readBlocks(cell.childNodes).map((block) =>
    block.type === 'paragraph' && align !== 'left' ? { ...block, align } : block,
  );
  const span = Number(attributeOf(cell, 'colspan') ?? '1');
  if (cell.tagName === 'td') return { span, content };
  const scope = attributeOf(cell, 'scope');
  if (scope !== 'col' && scope !== 'row')
    throw new DocumentFault('a header cell needs scope "col" or "row" (PDF/UA 7.5)');
  return { span, content, scope: scope === 'col' ? 'Column' : 'Row' };
}

function alignOf(cell: Element): Align {
  const align = attributeOf(cell, 'data-align') ?? 'left';
  if (align !== 'left' && align !== 'right' && align !== 'center')
    throw new DocumentFault(`data-align "${align}"`);
  return align;
}

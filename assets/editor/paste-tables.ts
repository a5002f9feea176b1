const blocksInCell = 'p, li, ul, ol, div, h1, h2, h3, h4, br';

/** A cell of Samråd-text is one line and never spans: blocks are joined, spans become empty cells, row one the header. */
export function flattenTable(page: Document, table: HTMLTableElement): void {
  const grid = gridOf(table);
  const width = Math.max(0, ...grid.map((row) => row.length));
  const flat = page.createElement('table');
  grid.forEach((cells, y) => {
    const row = flat.insertRow();
    for (let x = 0; x < width; x += 1) {
      const cell = page.createElement(y === 0 ? 'th' : 'td');
      row.append(cell);
      const from = cells[x];
      if (from) cell.append(...joined(from));
    }
  });
  table.replaceWith(flat);
}

/** Each cell at its row and column; places that a span covers hold null. */
function gridOf(table: HTMLTableElement): (HTMLTableCellElement | null)[][] {
  const grid: (HTMLTableCellElement | null)[][] = [];
  [...table.rows].forEach((row, y) => {
    for (const cell of row.cells) {
      let x = 0;
      while (grid[y]?.[x] !== undefined) x += 1;
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let right = 0; right < cell.colSpan; right += 1) {
          const line = (grid[y + down] ??= []);
          line[x + right] = down === 0 && right === 0 ? cell : null;
        }
      }
    }
  });
  return grid.slice(0, table.rows.length);
}

function joined(cell: HTMLTableCellElement): ChildNode[] {
  for (const block of cell.querySelectorAll(blocksInCell)) block.after(' ');
  for (const block of [...cell.querySelectorAll(blocksInCell)].reverse())
    block.replaceWith(...block.childNodes);
  return [...cell.childNodes];
}

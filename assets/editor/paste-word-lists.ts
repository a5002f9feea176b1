interface OpenList {
  readonly level: number;
  readonly list: Element;
}

/** Around the marker that Word has typed out: "1." or a bullet. */
const markerSpan = '[data-css*="mso-list:Ignore" i], [data-css*="mso-list: Ignore" i]';

/** Word writes a list as flat paragraphs, with the level in the style and the marker as text: builds the lists again. */
export function buildWordLists(page: Document): void {
  const open: OpenList[] = [];
  for (const block of page.body.querySelectorAll('p, h1, h2, h3, h4, table')) {
    const css = block.getAttribute('data-css') ?? '';
    const level = Number(/mso-list:\s*l\d+\s+level(\d+)/i.exec(css)?.[1] ?? '0');
    const ignored = block.querySelector(markerSpan);
    const marker = (ignored?.textContent ?? '').trim();
    ignored?.remove();
    if (level > 0 && block.tagName === 'P') addItem(page, open, block, level, marker);
    else if (block.closest('td, th') === null) open.length = 0;
  }
}

function addItem(page: Document, open: OpenList[], block: Element, level: number, marker: string): void {
  const ordered = /^(\d+|[a-zåäö]|[ivx]+)[.)]/i.test(marker);
  while (isPast(open.at(-1), level, ordered)) open.pop();
  let top = open.at(-1);
  if (top === undefined || top.level < level) {
    const list = page.createElement(ordered ? 'ol' : 'ul');
    const start = numberOf(marker);
    if (ordered && start > 1) list.setAttribute('start', String(start));
    if (top === undefined) block.before(list);
    else top.list.lastElementChild?.append(list);
    top = { level, list };
    open.push(top);
  }
  const item = page.createElement('li');
  top.list.append(item);
  item.append(block);
}

function isPast(top: OpenList | undefined, level: number, ordered: boolean): boolean {
  if (top === undefined || top.level < level) return false;
  return top.level > level || (top.list.tagName === 'OL') !== ordered;
}

/** The number of a marker such as "3.", "c)" or "iv."; a lone i, v or x is a Roman number, as Word writes it. */
function numberOf(marker: string): number {
  const said = (/^(\d+|[a-zåäö]+)/i.exec(marker)?.[1] ?? '').toLowerCase();
  if (/^\d/.test(said)) return Number.parseInt(said, 10);
  if (!/^[ivx]+$/.test(said)) return 'abcdefghijklmnopqrstuvwxyzåäö'.indexOf(said) + 1;
  const values = Array.from(said, (letter) => ({ i: 1, v: 5, x: 10 })[letter] ?? 0);
  return values.reduce((sum, value, at) => (value < (values[at + 1] ?? 0) ? sum - value : sum + value), 0);
}

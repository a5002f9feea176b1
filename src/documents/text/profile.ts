import MarkdownIt from 'markdown-it';
import type { Heading, Nodes, Parents, Root } from 'mdast';

/** Schemes a link may have; anything else stays as the text that was typed. */
const SAFE_LINK = /^(https?:|mailto:|tel:|\/(?![/\\])|#)/i;

// Switched-off syntax stays as typed text, so nothing a writer typed can vanish. The preset's own nesting limit of 20
// would drop deep list levels silently.
const markdown = new MarkdownIt('commonmark', { html: false, maxNesting: 100 })
  .enable('table')
  .disable(['code', 'fence', 'backticks', 'image', 'reference', 'lheading']);
markdown.validateLink = (url) => SAFE_LINK.test(url);

type Token = ReturnType<typeof markdown.parse>[number];

/** True for an address that a text may link to. */
export function isSafeLink(url: string): boolean {
  return SAFE_LINK.test(url);
}

/** Forms post CRLF; one text has one spelling, or comparing and hashing it would lie. */
export function normaliseText(content: string): string {
  return content.replace(/\r\n?/g, '\n');
}

/**
 * Reads Samråd-text 1: paragraphs, two heading levels, nested lists, bold, italic, tables with a header row, quotes, links.
 * Blocks carry the lines they stand on (`position`), nothing else does. Never throws; every string is a text.
 */
export function parseText(content: string): Root {
  const root: Root = { type: 'root', children: [] };
  const open: Parents[] = [root];
  append(markdown.parse(normaliseText(content), {}), open);
  rankHeadings(root);
  return root;
}

function append(tokens: readonly Token[], open: Parents[]): void {
  for (const token of tokens) {
    if (token.type === 'inline') {
      append(token.children ?? [], open);
      continue;
    }
    const node = nodeOf(token);
    if (!node) continue;
    if (token.nesting === -1) {
      open.pop();
      continue;
    }
    const parent = open.at(-1);
    if (!parent) continue;
    placeIn(parent, node, token, open);
    if (token.nesting === 1) open.push(node as Parents);
  }
}

function placeIn(parent: Parents, node: Nodes, token: Token, open: readonly Parents[]): void {
  if (token.map && parent.type !== 'tableRow') {
    node.position = { start: { line: token.map[0] + 1, column: 1 }, end: { line: token.map[1], column: 1 } };
  }
  if (token.type === 'paragraph_open' && !token.hidden && parent.type === 'listItem') {
    parent.spread = true;
    const list = open.at(-2);
    if (list?.type === 'list') list.spread = true;
  }
  if (token.type === 'th_open') {
    const table = open.at(-2);
    if (table?.type === 'table') table.align?.push(alignmentOf(token));
  }
  const last = parent.children.at(-1);
  if (node.type === 'text' && last?.type === 'text') last.value += node.value;
  else if (node.type !== 'text' || node.value !== '') (parent.children as Nodes[]).push(node);
}

function alignmentOf(token: Token): 'left' | 'right' | 'center' | null {
  const found = /text-align:(left|right|center)/.exec(attribute(token, 'style') ?? '')?.[1];
  return found === undefined ? null : (found as 'left' | 'right' | 'center');
}

function attribute(token: Token, name: string): string | null {
  const value: string | number | null = token.attrGet(name);
  return value === null ? null : String(value);
}

/** The smallest level used becomes 1, every deeper one 2: a text pasted with ## and ### keeps both of its levels. */
function rankHeadings(root: Root): void {
  const headings: Heading[] = [];
  const collect = (node: Nodes): void => {
    if (node.type === 'heading') headings.push(node);
    else if ('children' in node) for (const child of node.children) collect(child);
  };
  collect(root);
  const smallest = Math.min(...headings.map((heading) => heading.depth));
  for (const heading of headings) heading.depth = heading.depth === smallest ? 1 : 2;
}

function nodeOf(token: Token): Nodes | undefined {
  switch (token.type.replace(/_(open|close)$/, '')) {
    case 'paragraph':
      return { type: 'paragraph', children: [] };
    case 'heading':
      return { type: 'heading', depth: Number(token.tag.slice(1)) as Heading['depth'], children: [] };
    case 'blockquote':
      return { type: 'blockquote', children: [] };
    case 'hr':
      return { type: 'thematicBreak' };
    case 'bullet_list':
      return { type: 'list', ordered: false, start: null, spread: false, children: [] };
    case 'ordered_list':
      return {
        type: 'list',
        ordered: true,
        start: Number(attribute(token, 'start') ?? '1'),
        spread: false,
        children: [],
      };
    case 'list_item':
      return { type: 'listItem', spread: false, children: [] };
    case 'table':
      return { type: 'table', align: [], children: [] };
    case 'tr':
      return { type: 'tableRow', children: [] };
    case 'th':
    case 'td':
      return { type: 'tableCell', children: [] };
    case 'text':
    case 'text_special':
      return { type: 'text', value: token.content };
    case 'softbreak':
      return { type: 'text', value: '\n' };
    case 'hardbreak':
      return { type: 'break' };
    case 'strong':
      return { type: 'strong', children: [] };
    case 'em':
      return { type: 'emphasis', children: [] };
    case 'link':
      return {
        type: 'link',
        url: attribute(token, 'href') ?? '',
        title: attribute(token, 'title'),
        children: [],
      };
    default:
      return undefined;
  }
}

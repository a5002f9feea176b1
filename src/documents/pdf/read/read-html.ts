import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import type {
  Block,
  GroupLook,
  HeadingLevel,
  ListBlock,
  ParagraphBlock,
  ParagraphLook,
  RuleBlock,
} from './blocks';
import { DocumentFault } from './document-fault';
import { attributeOf, childElements, classOf, onlyAttributes } from './html-element';
import { readFigure } from './read-figure';
import { isInline, readInline, textOf } from './read-inline';
import { readTable } from './read-table';

type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/**
 * Reads a document's semantic HTML as blocks.
 * @param html the fragment a template made; only the elements of docs/adr/0010
 * @throws DocumentFault on an element, class or nesting that is not in the list, and on a skipped heading level
 */
export function readHtml(html: string): Block[] {
  const blocks = readBlocks(parseFragment(html).childNodes);
  checkHeadings(blocks);
  return blocks;
}

/** Reads what may stand in a section, cell or list item: blocks, and stretches of bare text between them. */
function readBlocks(nodes: readonly ChildNode[]): Block[] {
  const blocks: Block[] = [];
  let bare: ChildNode[] = [];
  const flush = (): void => {
    const inline = readInline(bare);
    bare = [];
    if (inline.length > 0) blocks.push({ type: 'paragraph', look: 'bare', align: 'left', inline });
  };
  for (const node of nodes) {
    if (node.nodeName === '#comment') continue;
    if (isInline(node)) {
      bare.push(node);
      continue;
    }
    flush();
    if ('tagName' in node) blocks.push(...readBlock(node));
  }
  flush();
  return blocks;
}

function readBlock(element: Element): Block[] {
  switch (element.tagName) {
    case 'article':
      onlyAttributes(element, ['class', 'lang']);
      return readBlocks(element.childNodes);
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4': {
      onlyAttributes(element, ['id']);
      const id = attributeOf(element, 'id');
      const inline = readInline(element.childNodes);
      if (inline.length === 0) throw new DocumentFault('a heading has no words');
      return [
        {
          type: 'heading',
          level: Number(element.tagName.slice(1)) as HeadingLevel,
          inline,
          ...(id === undefined ? {} : { id }),
        },
      ];
    }
    case 'p':
      return readParagraph(element);
    case 'ul':
    case 'ol':
      return [readList(element)];
    case 'dl':
      return [readDefinitions(element)];
    case 'table':
      return [readTable(element, readBlocks)];
    case 'blockquote':
      return [{ type: 'quote', content: readBlocks(element.childNodes) }];
    case 'figure':
      return [readFigure(element)];
    case 'hr':
      return [
        {
          type: 'rule',
          look: classOf(element, ['plain', 'signature'] as const) ?? 'plain',
        } satisfies RuleBlock,
      ];
    case 'section':
    case 'div':
      return readGroup(element);
    default:
      throw new DocumentFault(`<${element.tagName}> is not in the list of elements (docs/adr/0010)`);
  }
}

const PARAGRAPH_CLASSES = ['lead', 'meta', 'label', 'small', 'right'] as const;

function readParagraph(element: Element): ParagraphBlock[] {
  onlyAttributes(element, ['class', 'lang']);
  const name = classOf(element, PARAGRAPH_CLASSES);
  const inline = readInline(element.childNodes);
  if (inline.length === 0) return [];
  const look: ParagraphLook = name === undefined || name === 'right' ? 'body' : name;
  const lang = attributeOf(element, 'lang');
  return [
    {
      type: 'paragraph',
      look,
      align: name === 'right' ? 'right' : 'left',
      inline,
      ...(lang === undefined ? {} : { lang }),
    },
  ];
}

function readList(element: Element): ListBlock {
  onlyAttributes(element, ['class', 'start']);
  const items = childElements(element, ['li']).map((item) => readBlocks(item.childNodes));
  return {
    type: 'list',
    ordered: element.tagName === 'ol',
    start: Number(attributeOf(element, 'start') ?? '1'),
    look: classOf(element, ['plain'] as const) ?? 'marked',
    items: items.filter((item) => item.length > 0),
  };
}

function readDefinitions(element: Element): Block {
  const entries: { term: ReturnType<typeof readInline>; content: Block[] }[] = [];
  for (const part of childElements(element, ['dt', 'dd'])) {
    if (part.tagName === 'dt') {
      entries.push({ term: readInline(part.childNodes), content: [] });
      continue;
    }
    const entry = entries.at(-1);
    if (!entry) throw new DocumentFault('<dd> before the first <dt>');
    entry.content.push(...readBlocks(part.childNodes));
  }
  return { type: 'definitions', entries };
}

const GROUP_CLASSES = ['box', 'keep', 'ending', 'page', 'item', 'columns'] as const;

function readGroup(element: Element): Block[] {
  onlyAttributes(element, ['class', 'lang']);
  const look: GroupLook = classOf(element, GROUP_CLASSES) ?? 'plain';
  const content = readBlocks(element.childNodes);
  if (content.length === 0) return [];
  if (look === 'columns' && !content.every((child) => child.type === 'group'))
    throw new DocumentFault('columns hold <div> or <section> only');
  const lang = attributeOf(element, 'lang');
  return [
    {
      type: 'group',
      look,
      role: element.tagName === 'section' ? 'Sect' : 'Div',
      content,
      ...(lang === undefined ? {} : { lang }),
    },
  ];
}

/** PDF/UA 7.4.2: the first heading is of level 1, and no level is skipped on the way down. */
function checkHeadings(blocks: readonly Block[]): void {
  let last = 0;
  const check = (block: Block): void => {
    if (block.type === 'heading') {
      if (block.level > last + 1)
        throw new DocumentFault(`heading level ${block.level} after ${last}: "${textOf(block.inline)}"`);
      last = block.level;
    }
    for (const child of childBlocks(block)) check(child);
  };
  for (const block of blocks) check(block);
}

function childBlocks(block: Block): readonly Block[] {
  switch (block.type) {
    case 'group':
    case 'quote':
      return block.content;
    case 'list':
      return block.items.flat();
    case 'definitions':
      return block.entries.flatMap((entry) => entry.content);
    case 'table':
      return [...block.head, ...block.body].flatMap((row) => row.cells.flatMap((cell) => cell.content));
    default:
      return [];
  }
}

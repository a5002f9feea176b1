import type {
  AlignType,
  BlockContent,
  Heading,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  TableRow,
} from 'mdast';
import type { Node as Doc } from 'prosemirror-model';
import { nodes } from './schema';
import { toPhrasing } from './to-phrasing';

/**
 * An editor document as the tree that `writeText` writes. Empty paragraphs are not kept. Subheadings in a text without
 * headings become headings, as every reader of the text will see them.
 */
export function toTree(doc: Doc): Root {
  const children = blocks(doc);
  const headings = headingsIn(children);
  if (headings.every(({ depth }) => depth === 2)) for (const heading of headings) heading.depth = 1;
  return { type: 'root', children };
}

function headingsIn(list: readonly RootContent[]): Heading[] {
  return list.flatMap((node): Heading[] => {
    if (node.type === 'heading') return [node];
    return node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem'
      ? headingsIn(node.children)
      : [];
  });
}

const blocks = (node: Doc): BlockContent[] => node.children.flatMap((child) => block(child));

function block(node: Doc): BlockContent[] {
  switch (node.type) {
    case nodes.heading:
      return filled(node, (children) => ({
        type: 'heading',
        depth: node.attrs['level'] === 1 ? 1 : 2,
        children,
      }));
    case nodes.blockquote:
      return [{ type: 'blockquote', children: blocks(node) }];
    case nodes.horizontal_rule:
      return [{ type: 'thematicBreak' }];
    case nodes.bullet_list:
    case nodes.ordered_list:
      return [list(node)];
    case nodes.table:
      return [table(node)];
    default:
      return filled(node, (children) => ({ type: 'paragraph', children }));
  }
}

function filled(node: Doc, make: (children: PhrasingContent[]) => BlockContent): BlockContent[] {
  const children = toPhrasing(node, false);
  return children.length > 0 ? [make(children)] : [];
}

function list(node: Doc): BlockContent {
  const needsAir = node.children.some((item) =>
    item.children.some((child, at) => at > 0 && !fitsTight(child)),
  );
  const spread = node.attrs['loose'] === true || needsAir;
  const children = node.children.map((item): ListItem => ({
    type: 'listItem',
    spread,
    children: blocks(item),
  }));
  const ordered = node.type === nodes.ordered_list;
  return { type: 'list', ordered, start: ordered ? Number(node.attrs['order']) : null, spread, children };
}

/** In a list without blank lines only a list can follow an item's text, and a numbered one only from 1. */
const fitsTight = (child: Doc): boolean =>
  child.type === nodes.bullet_list || (child.type === nodes.ordered_list && child.attrs['order'] === 1);

function table(node: Doc): BlockContent {
  const align = (node.firstChild?.children ?? []).map((cell) => cell.attrs['align'] as AlignType);
  const children = node.children.map((row): TableRow => ({
    type: 'tableRow',
    children: row.children.map((cell) => ({
      type: 'tableCell',
      children: cell.firstChild === null ? [] : toPhrasing(cell.firstChild, true),
    })),
  }));
  return { type: 'table', align, children };
}

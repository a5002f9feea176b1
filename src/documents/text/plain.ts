import type { Nodes, Root } from 'mdast';

/** A text without its marks, for lists, search and comparing: blocks apart by an empty line, cells by " | ", items by "- ". */
export function plainText(root: Root): string {
  return blocks(root.children);
}

/** The words of one block, marks left out. */
export function plainOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'break':
      return '\n';
    case 'list':
      return node.children
        .map(
          (item, at) =>
            `${node.ordered === true ? `${(node.start ?? 1) + at}.` : '-'} ${blocks(item.children, '\n')}`,
        )
        .join('\n');
    case 'table':
      return node.children.map((row) => row.children.map(plainOf).join(' | ')).join('\n');
    case 'root':
    case 'blockquote':
    case 'listItem':
      return blocks(node.children);
    default:
      return 'children' in node ? node.children.map(plainOf).join('') : '';
  }
}

function blocks(nodes: readonly Nodes[], between = '\n\n'): string {
  return nodes
    .map(plainOf)
    .filter((text) => text !== '')
    .join(between);
}

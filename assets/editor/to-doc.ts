import type { PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { Mark, Node as Doc } from 'prosemirror-model';
import { marks, nodes, schema } from './schema';

/** A parsed text as an editor document. No Markdown syntax is known here: escaping and parsing stay in the parser. */
export function toDoc(tree: Root): Doc {
  return nodes.doc.create(null, blocks(tree.children));
}

function blocks(list: readonly RootContent[]): Doc[] {
  const result = list.flatMap((node) => block(node));
  return result.length > 0 ? result : [nodes.paragraph.create()];
}

function block(node: RootContent): Doc[] {
  switch (node.type) {
    case 'paragraph':
      return [nodes.paragraph.create(null, inline(node.children, []))];
    case 'heading':
      return [nodes.heading.create({ level: node.depth === 1 ? 1 : 2 }, inline(node.children, []))];
    case 'blockquote':
      return [nodes.blockquote.create(null, blocks(node.children))];
    case 'thematicBreak':
      return [nodes.horizontal_rule.create()];
    case 'list': {
      const items = node.children.map((item) => {
        const content = blocks(item.children);
        const first = content[0]?.type === nodes.paragraph ? [] : [nodes.paragraph.create()];
        return nodes.list_item.create(null, [...first, ...content]);
      });
      const loose = node.spread === true || node.children.some((item) => item.spread === true);
      const kind = node.ordered === true ? nodes.ordered_list : nodes.bullet_list;
      return [kind.create(node.ordered === true ? { order: node.start ?? 1, loose } : { loose }, items)];
    }
    case 'table':
      return [table(node)];
    default:
      return 'value' in node && node.value !== ''
        ? [nodes.paragraph.create(null, schema.text(node.value))]
        : [];
  }
}

function table(node: Table): Doc {
  const width = node.children[0]?.children.length ?? 1;
  const rows = node.children.map((row, index) => {
    const kind = index === 0 ? nodes.table_header : nodes.table_cell;
    const cells = Array.from({ length: width }, (_none, column) =>
      kind.create(
        { align: node.align?.[column] ?? null },
        nodes.paragraph.create(null, inline(row.children[column]?.children ?? [], [])),
      ),
    );
    return nodes.table_row.create(null, cells);
  });
  return nodes.table.create(null, rows);
}

function inline(list: readonly PhrasingContent[], active: readonly Mark[]): Doc[] {
  return list.flatMap((node): Doc[] => {
    switch (node.type) {
      case 'text':
        return lines(node.value, active);
      case 'break':
        return [nodes.hard_break.create(null, null, active)];
      case 'strong':
        return inline(node.children, marks.strong.create().addToSet(active));
      case 'emphasis':
        return inline(node.children, marks.em.create().addToSet(active));
      case 'link': {
        const link = marks.link.create({ href: node.url, title: node.title ?? null });
        return inline(node.children, link.addToSet(active));
      }
      default:
        return 'value' in node && node.value !== '' ? [schema.text(node.value, active)] : [];
    }
  });
}

/** Whoever wrote in the plain field meant a line break by a new line. */
function lines(value: string, active: readonly Mark[]): Doc[] {
  return value
    .split('\n')
    .flatMap((line, index): Doc[] => [
      ...(index > 0 ? [nodes.hard_break.create(null, null, active)] : []),
      ...(line === '' ? [] : [schema.text(line, active)]),
    ]);
}

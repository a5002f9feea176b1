import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list';
import type { Mark, NodeType } from 'prosemirror-model';
import { TextSelection, type Command, type EditorState } from 'prosemirror-state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteTable, isInTable } from 'prosemirror-tables';
import { isSafeLink } from '../../src/documents/text/profile';
import { marks, nodes, schema } from './schema';
import { deleteTableRow } from './tables';

export type Tool =
  | 'bold'
  | 'italic'
  | 'bulletList'
  | 'numberedList'
  | 'indent'
  | 'outdent'
  | 'quote'
  | 'table'
  | 'rowAfter'
  | 'columnAfter'
  | 'deleteRow'
  | 'deleteColumn'
  | 'undo'
  | 'redo';

export type BlockType = 'paragraph' | 'heading' | 'subheading';

/** What each tool does to the text; asked without `dispatch` it says whether it can. */
export const tools: Readonly<Record<Tool, Command>> = {
  bold: toggleMark(marks.strong),
  italic: toggleMark(marks.em),
  bulletList: (state, dispatch, view) => toggleList(nodes.bullet_list)(state, dispatch, view),
  numberedList: (state, dispatch, view) => toggleList(nodes.ordered_list)(state, dispatch, view),
  indent: sinkListItem(nodes.list_item),
  outdent: liftListItem(nodes.list_item),
  quote: (state, dispatch) =>
    (isInside(state, nodes.blockquote) ? lift : wrapIn(nodes.blockquote))(state, dispatch),
  table: (state, dispatch) => insertTable(state, dispatch),
  rowAfter: addRowAfter,
  columnAfter: addColumnAfter,
  deleteRow: deleteTableRow,
  deleteColumn: (state, dispatch) => deleteColumn(state, dispatch) || deleteTable(state, dispatch),
  undo,
  redo,
};

export const blockTypes: Readonly<Record<BlockType, Command>> = {
  paragraph: setBlockType(nodes.paragraph),
  heading: setBlockType(nodes.heading, { level: 1 }),
  subheading: setBlockType(nodes.heading, { level: 2 }),
};

/** The kind of text that the caret stands in. */
export function currentBlockType(state: EditorState): BlockType {
  const { parent } = state.selection.$from;
  if (parent.type !== nodes.heading) return 'paragraph';
  return parent.attrs['level'] === 1 ? 'heading' : 'subheading';
}

/** Whether a tool that can be on is on where the caret stands; undefined for tools that only act. */
export function isPressed(state: EditorState, tool: Tool): boolean | undefined {
  switch (tool) {
    case 'bold':
      return hasMark(state, 'strong');
    case 'italic':
      return hasMark(state, 'em');
    case 'bulletList':
      return nearestList(state)?.type === nodes.bullet_list;
    case 'numberedList':
      return nearestList(state)?.type === nodes.ordered_list;
    case 'quote':
      return isInside(state, nodes.blockquote);
    default:
      return undefined;
  }
}

/** The address of the link that the caret stands in or that is selected, or an empty string. */
export function currentLink(state: EditorState): string {
  const { from, to, empty } = state.selection;
  if (empty) return String(linkAround(state)?.mark.attrs['href'] ?? '');
  let found: Mark | undefined;
  state.doc.nodesBetween(from, to, (node) => {
    found ??= marks.link.isInSet(node.marks);
  });
  return String(found?.attrs['href'] ?? '');
}

/**
 * Links the selection, or the whole link that the caret stands in; elsewhere the address is inserted as its own text.
 * An empty address takes the link away.
 */
export function setLink(href: string): Command {
  return (state, dispatch) => {
    const around = linkAround(state);
    const { from, to } = around ?? state.selection;
    if (href === '') {
      if (from === to) return false;
      dispatch?.(state.tr.removeMark(from, to, marks.link));
      return true;
    }
    if (!isSafeLink(href)) return false;
    const mark = marks.link.create({ ...around?.mark.attrs, href });
    dispatch?.(
      from === to
        ? state.tr.insert(from, schema.text(href, [mark]))
        : state.tr.removeMark(from, to, marks.link).addMark(from, to, mark),
    );
    return true;
  };
}

/** The link that a caret without selection stands in, from its first letter to its last, also where a part is bold. */
function linkAround({ selection: { $from, empty } }: EditorState) {
  const mark = empty ? marks.link.isInSet($from.marks()) : undefined;
  if (mark === undefined) return undefined;
  const { children } = $from.parent;
  let first = $from.index();
  let end = first;
  while (first > 0 && children[first - 1]?.marks.some((one) => one.eq(mark)) === true) first -= 1;
  while (children[end]?.marks.some((one) => one.eq(mark)) === true) end += 1;
  const size = (nodesBefore: number): number =>
    children.slice(0, nodesBefore).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  return { mark, from: $from.start() + size(first), to: $from.start() + size(end) };
}

export { isInTable };

function hasMark(state: EditorState, name: 'strong' | 'em'): boolean {
  const { from, to, empty, $from } = state.selection;
  if (!empty) return state.doc.rangeHasMark(from, to, marks[name]);
  return marks[name].isInSet(state.storedMarks ?? $from.marks()) !== undefined;
}

function isInside(state: EditorState, type: NodeType): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type === type) return true;
  return false;
}

function nearestList(state: EditorState): { readonly type: NodeType; readonly at: number } | undefined {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type } = $from.node(depth);
    if (type === nodes.bullet_list || type === nodes.ordered_list) return { type, at: $from.before(depth) };
  }
  return undefined;
}

/** A list of the same kind is lifted away, one of the other kind is changed in place. */
function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const list = nearestList(state);
    if (list === undefined) return wrapInList(type)(state, dispatch);
    if (list.type === type) return liftListItem(nodes.list_item)(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup(list.at, type));
    return true;
  };
}

/** Two columns, a header row and two rows; the caret goes to the first cell. */
const insertTable: Command = (state, dispatch) => {
  if (isInTable(state) || isInside(state, nodes.list_item)) return false;
  if (dispatch === undefined) return true;
  const cell = (type: NodeType) => type.create(null, nodes.paragraph.create());
  const rows = [nodes.table_header, nodes.table_cell, nodes.table_cell].map((type) =>
    nodes.table_row.create(null, [cell(type), cell(type)]),
  );
  const tr = state.tr.replaceSelectionWith(nodes.table.create(null, rows));
  let first = -1;
  tr.doc.nodesBetween(Math.max(0, state.selection.from - 2), tr.doc.content.size, (node, at) => {
    if (first < 0 && node.type === nodes.table_header) first = at + 2;
    return first < 0;
  });
  dispatch(tr.setSelection(TextSelection.create(tr.doc, first)).scrollIntoView());
  return true;
};

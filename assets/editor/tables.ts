import { Fragment, Slice, type Node as Doc } from 'prosemirror-model';
import { TextSelection, type Command } from 'prosemirror-state';
import {
  CellSelection,
  addRowAfter,
  deleteRow,
  deleteTable,
  isInTable,
  nextCell,
  selectedRect,
  selectionCell,
} from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import { nodes, schema } from './schema';

/** Enter in a cell goes to the cell below, and from the last row to a new one: a cell is one line. */
export const cellBelow: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const $cell = selectionCell(state);
  let { tr } = state;
  if (nextCell($cell, 'vert', 1) === null)
    addRowAfter(state, (added) => {
      tr = added;
    });
  const $below = nextCell(tr.doc.resolve($cell.pos), 'vert', 1);
  if ($below !== null)
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, $below.pos + 2)).scrollIntoView());
  return true;
};

/** The header row stays as long as the table has others: without it the next row would be read as one. */
export const deleteTableRow: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const { top, bottom, map } = selectedRect(state);
  if (top === 0 && bottom < map.height) return false;
  return deleteRow(state, dispatch) || deleteTable(state, dispatch);
};

/** What is pasted into a cell becomes one line; its paragraphs would split the table. Pasted cells stay cells. */
export function pasteIntoCell(view: EditorView, slice: Slice): boolean {
  const { state } = view;
  if (!isInTable(state) || state.selection instanceof CellSelection) return false;
  if (slice.content.firstChild?.type.spec['tableRole'] !== undefined) return false;
  const line = nodes.paragraph.create(null, oneLine(slice.content));
  const joined = new Slice(Fragment.from(line), 1, 1);
  view.dispatch(state.tr.replaceSelection(joined).scrollIntoView().setMeta('paste', true));
  return true;
}

function oneLine(content: Fragment): Doc[] {
  return content.content.reduce<Doc[]>((line, node) => {
    if (node.type === nodes.hard_break) return [...line, schema.text(' ')];
    if (node.isInline) return [...line, node];
    const inside = oneLine(node.content);
    return line.length === 0 || inside.length === 0
      ? [...line, ...inside]
      : [...line, schema.text(' '), ...inside];
  }, []);
}

import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { gapCursor } from 'prosemirror-gapcursor';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { tools } from './commands';
import { nodes } from './schema';
import { cellBelow } from './tables';

const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

/**
 * Keys and typing rules. Tab is never bound, so that the text is no keyboard trap (WCAG 2.1.2). Headings have no key:
 * AltGr is sent as Ctrl+Alt on Windows, and AltGr+2 must stay "@" on a Swedish keyboard. "2026. " starts no list.
 */
export function editorPlugins(): Plugin[] {
  const keys = keymap({
    'Mod-b': tools.bold,
    'Mod-i': tools.italic,
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    Enter: chainCommands(cellBelow, splitListItem(nodes.list_item)),
    'Shift-Enter': lineBreak,
    'Alt-Shift-ArrowRight': tools.indent,
    'Alt-Shift-ArrowLeft': tools.outdent,
  });
  const rules = inputRules({
    rules: [
      wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
      wrappingInputRule(/^(\d{1,2})\.\s$/, nodes.ordered_list, (match) => ({ order: Number(match[1]) })),
    ],
  });
  return [history(), rules, keys, keymap(baseKeymap), gapCursor(), tableEditing()];
}

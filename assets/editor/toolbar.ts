import type { EditorView } from 'prosemirror-view';
import { icons, type IconName } from '../../src/api/render/icons';
import {
  blockTypes,
  currentBlockType,
  isInTable,
  isPressed,
  tools,
  type BlockType,
  type Tool,
} from './commands';
import { openLinkDialog } from './link-dialog';
import { word } from './words';

interface Button {
  readonly tool: Tool | 'link';
  readonly icon?: IconName;
  readonly keys?: string;
}

/** Table commands show only inside a table; there they have words, since no icon tells a row from a column. */
const groups: readonly { readonly only?: 'inTable' | 'outsideTable'; readonly buttons: readonly Button[] }[] =
  [
    {
      buttons: [
        { tool: 'bold', icon: 'bold', keys: 'Control+B' },
        { tool: 'italic', icon: 'italic', keys: 'Control+I' },
        { tool: 'link', icon: 'link' },
      ],
    },
    {
      buttons: [
        { tool: 'bulletList', icon: 'bulletList' },
        { tool: 'numberedList', icon: 'numberedList' },
        { tool: 'indent', icon: 'indent', keys: 'Alt+Shift+ArrowRight' },
        { tool: 'outdent', icon: 'outdent', keys: 'Alt+Shift+ArrowLeft' },
        { tool: 'quote', icon: 'quote' },
      ],
    },
    { only: 'outsideTable', buttons: [{ tool: 'table', icon: 'table' }] },
    {
      only: 'inTable',
      buttons: [
        { tool: 'rowAfter' },
        { tool: 'columnAfter' },
        { tool: 'deleteRow' },
        { tool: 'deleteColumn' },
      ],
    },
    {
      buttons: [
        { tool: 'undo', icon: 'undo', keys: 'Control+Z' },
        { tool: 'redo', icon: 'redo', keys: 'Control+Y' },
      ],
    },
  ];

const blockNames: readonly BlockType[] = ['paragraph', 'heading', 'subheading'];

export interface Toolbar {
  readonly dom: HTMLElement;
  /** Shows what is on and what can be done where the caret now stands. */
  readonly refresh: () => void;
  /** Moves focus to the tool that was used last. */
  readonly enter: () => void;
}

/** A toolbar with one tab stop (ARIA toolbar pattern): arrows, Home and End move inside it, Esc goes back to the text. */
export function createToolbar(view: EditorView, controls: string, name: string): Toolbar {
  const dom = document.createElement('div');
  dom.className = 'rich-text__bar';
  dom.setAttribute('role', 'toolbar');
  dom.setAttribute('aria-label', word('toolbar', { name }));
  dom.setAttribute('aria-controls', controls);
  const select = createBlockSelect(view);
  const made = groups.map((group) => ({ ...group, ...createGroup(view, group.buttons) }));
  dom.append(select, ...made.map(({ box }) => box));
  const buttons = made.flatMap((group) => group.made);
  let stop: HTMLElement = select;

  const reachable = (): HTMLElement[] =>
    [select, ...buttons.map(({ dom: button }) => button)].filter((item) => item.closest('[hidden]') === null);
  const setStop = (item: HTMLElement): void => {
    stop = item;
    for (const other of [select, ...buttons.map(({ dom: button }) => button)])
      other.tabIndex = other === item ? 0 : -1;
  };
  const refresh = (): void => {
    const { state } = view;
    select.value = currentBlockType(state);
    const inTable = isInTable(state);
    for (const { box, only } of made) {
      const hide = only !== undefined && (only === 'inTable') !== inTable;
      if (hide && box.contains(document.activeElement)) view.focus();
      box.hidden = hide;
    }
    for (const { tool, dom: button } of buttons) {
      if (tool === 'link') continue;
      const pressed = isPressed(state, tool);
      if (pressed !== undefined) button.setAttribute('aria-pressed', String(pressed));
      button.setAttribute('aria-disabled', String(!tools[tool](state)));
    }
    if (!reachable().includes(stop)) setStop(select);
  };
  dom.addEventListener('focusin', (event) => {
    if (event.target instanceof HTMLElement) setStop(event.target);
  });
  dom.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') view.focus();
    const items = reachable();
    const at = items.indexOf(stop);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    items[(to + items.length) % items.length]?.focus();
  });
  setStop(select);
  refresh();
  return { dom, refresh, enter: () => stop.focus() };
}

function createBlockSelect(view: EditorView): HTMLSelectElement {
  const select = document.createElement('select');
  select.setAttribute('aria-label', word('blockType'));
  select.append(...blockNames.map((name) => new Option(word(name), name)));
  select.addEventListener('change', () => {
    const chosen = blockNames.find((name) => name === select.value) ?? 'paragraph';
    blockTypes[chosen](view.state, view.dispatch);
    // A kind that cannot stand there, such as a heading in a list, changes nothing.
    select.value = currentBlockType(view.state);
  });
  // The form's autosave listens for typed text, not for the tools.
  select.addEventListener('input', (event) => event.stopPropagation());
  return select;
}

function createGroup(view: EditorView, buttons: readonly Button[]) {
  const box = document.createElement('div');
  box.className = 'rich-text__group';
  const made = buttons.map(({ tool, icon, keys }) => {
    const dom = document.createElement('button');
    dom.type = 'button';
    if (icon === undefined) dom.textContent = word(tool);
    else {
      dom.append(drawn(icon));
      dom.setAttribute('aria-label', word(tool));
      dom.title = word(tool);
    }
    if (keys !== undefined) dom.setAttribute('aria-keyshortcuts', keys);
    // Pressing a button with the mouse must not take the selection away from the text.
    dom.addEventListener('mousedown', (event) => event.preventDefault());
    dom.addEventListener('click', () => {
      if (dom.getAttribute('aria-disabled') === 'true') return;
      if (tool === 'link') openLinkDialog(view);
      else {
        tools[tool](view.state, view.dispatch, view);
        view.focus();
      }
    });
    return { tool, dom };
  });
  box.append(...made.map(({ dom }) => dom));
  return { box, made };
}

function drawn(name: IconName): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('class', 'sam-icon');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', icons[name]);
  svg.append(path);
  return svg;
}

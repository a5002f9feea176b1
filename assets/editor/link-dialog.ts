import type { EditorView } from 'prosemirror-view';
import { isSafeLink } from '../../src/documents/text/profile';
import { currentLink, setLink } from './commands';
import { word } from './words';

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Asks for an address and links the selection to it. Esc and "Avbryt" leave the text as it was. */
export function openLinkDialog(view: EditorView): void {
  const input = element('input', {
    class: 'ds-input',
    id: 'rich-text-link',
    type: 'text',
    inputmode: 'url',
    'aria-describedby': 'rich-text-link-hint',
  });
  input.value = currentLink(view.state);
  const hint = element('p', { class: 'sam-hint', id: 'rich-text-link-hint' }, word('linkHint'));
  const field = element(
    'div',
    { class: 'ds-field' },
    element('label', { class: 'ds-label', for: 'rich-text-link' }, word('linkAddress')),
    hint,
    input,
  );
  const save = element('button', { class: 'ds-button', type: 'submit', value: 'save' }, word('save'));
  const cancel = element(
    'button',
    { class: 'ds-button', 'data-variant': 'secondary', type: 'button' },
    word('cancel'),
  );
  const form = element(
    'form',
    { method: 'dialog' },
    element('h2', { class: 'ds-heading', 'data-size': 'xs', id: 'rich-text-link-title' }, word('linkTitle')),
    field,
    element('div', { class: 'sam-buttons' }, save, cancel),
  );
  const dialog = element(
    'dialog',
    { class: 'ds-dialog rich-text__dialog', 'aria-labelledby': 'rich-text-link-title' },
    form,
  );
  form.addEventListener('submit', (event) => {
    const href = input.value.trim();
    if (href === '' || isSafeLink(href)) return;
    event.preventDefault();
    hint.textContent = word('linkUnsafe');
    hint.className = 'ds-validation-message';
    input.setAttribute('aria-invalid', 'true');
    input.focus();
  });
  cancel.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (dialog.returnValue === 'save') setLink(input.value.trim())(view.state, view.dispatch);
    view.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

import type { Node as Doc } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { parseText } from '../../src/documents/text/profile';
import { writeText } from '../../src/documents/text/write';
import { editorPlugins } from './keys';
import { cleanPastedHtml, ownSerializer } from './paste';
import { pasteIntoCell } from './tables';
import { toDoc } from './to-doc';
import { createToolbar, type Toolbar } from './toolbar';
import { toTree } from './to-tree';
import { word } from './words';

/** A write of a long text takes 10 to 50 ms: not on each key. */
const writeDelayMs = 200;
const taken = ['aria-describedby', 'aria-invalid', 'aria-required'] as const;

/**
 * `<rich-text><label/><textarea/></rich-text>`: an editor over the textarea, which stays the form's field. Without
 * scripts the textarea is used as it is. A text that nobody changed is posted as it came, letter for letter.
 */
class RichText extends HTMLElement {
  #view: EditorView | undefined;
  #toolbar: Toolbar | undefined;
  #textarea: HTMLTextAreaElement | undefined;
  #form: HTMLFormElement | null = null;
  #added: Element[] = [];
  #pending = 0;
  #opened: { readonly doc: Doc; readonly text: string } | undefined;

  connectedCallback(): void {
    const textarea = this.querySelector('textarea');
    const label = textarea?.labels[0];
    if (textarea === null || label === undefined) return;
    this.#textarea = textarea;
    label.id ||= `${textarea.id}-label`;
    const view = new EditorView(null, {
      state: this.#startState(),
      attributes: this.#attributes(textarea, label.id),
      transformPastedHTML: cleanPastedHtml,
      clipboardSerializer: ownSerializer,
      handlePaste: (into, _event, slice) => pasteIntoCell(into, slice),
      handleKeyDown: (_view, event) => {
        if (!event.altKey || event.key !== 'F10') return false;
        this.#toolbar?.enter();
        return true;
      },
      dispatchTransaction: (transaction) => {
        view.updateState(view.state.apply(transaction));
        if (transaction.docChanged) this.#writeSoon();
        this.#toolbar?.refresh();
      },
    });
    this.#view = view;
    this.#toolbar = createToolbar(view, `${textarea.id}-editor`, label.textContent.trim());
    const keys = document.createElement('p');
    keys.className = 'sr-only';
    keys.id = `${textarea.id}-keys`;
    keys.textContent = word('keys');
    this.#added = [this.#toolbar.dom, view.dom, keys];
    textarea.after(...this.#added);
    // Hidden to the eye only: the label, the error summary's link and `required` still reach it and are sent on.
    textarea.classList.add('rich-text__source');
    textarea.tabIndex = -1;
    textarea.setAttribute('aria-hidden', 'true');
    textarea.addEventListener('focus', this.#focusText);
    this.#form = textarea.form;
    this.#form?.addEventListener('reset', this.#reload);
    this.#form?.addEventListener('formdata', this.#fill);
    this.dataset['ready'] = '';
  }

  disconnectedCallback(): void {
    clearTimeout(this.#pending);
    this.#form?.removeEventListener('reset', this.#reload);
    this.#form?.removeEventListener('formdata', this.#fill);
    this.#textarea?.removeEventListener('focus', this.#focusText);
    this.#view?.destroy();
    for (const element of this.#added) element.remove();
  }

  #attributes(textarea: HTMLTextAreaElement, labelId: string): Record<string, string> {
    const attributes: Record<string, string> = {
      id: `${textarea.id}-editor`,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': labelId,
      lang: textarea.lang || 'sv',
      spellcheck: 'true',
      class: 'rich-text__text',
    };
    for (const name of taken) {
      const value = textarea.getAttribute(name);
      if (value !== null) attributes[name] = value;
    }
    const described = (attributes['aria-describedby'] ?? '').split(' ');
    const stays = described.filter((id) => id !== '' && id !== `${textarea.id}-format`);
    attributes['aria-describedby'] = [...stays, `${textarea.id}-keys`].join(' ');
    return attributes;
  }

  #startState(): EditorState {
    const text = this.#textarea?.value ?? '';
    const doc = toDoc(parseText(text));
    this.#opened = { doc, text };
    return EditorState.create({ doc, plugins: editorPlugins() });
  }

  readonly #focusText = (): void => this.#view?.focus();

  readonly #reload = (): void => {
    setTimeout(() => {
      this.#view?.updateState(this.#startState());
      this.#toolbar?.refresh();
    });
  };

  /** A form that is sent while a write waits gets the newest text. */
  readonly #fill = (event: FormDataEvent): void => {
    if (this.#pending === 0 || this.#textarea === undefined) return;
    event.formData.set(this.#textarea.name, this.#text());
  };

  #writeSoon(): void {
    clearTimeout(this.#pending);
    this.#pending = window.setTimeout(() => {
      this.#pending = 0;
      if (this.#textarea === undefined) return;
      this.#textarea.value = this.#text();
      this.#textarea.dispatchEvent(new Event('input', { bubbles: true }));
    }, writeDelayMs);
  }

  #text(): string {
    if (this.#view === undefined) return this.#textarea?.value ?? '';
    const { doc } = this.#view.state;
    if (this.#opened?.doc.eq(doc) === true) return this.#opened.text;
    return writeText(toTree(doc));
  }
}

customElements.define('rich-text', RichText);

import { DOMSerializer, type Fragment } from 'prosemirror-model';
import { flattenTable } from './paste-tables';
import { buildWordLists } from './paste-word-lists';
import { schema } from './schema';

/** Marks what is copied here. Other editors of the same make leave ProseMirror's own mark too, with styles inside. */
const ownMark = 'data-samrad-text';

class OwnSerializer extends DOMSerializer {
  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const dom = super.serializeFragment(fragment, options, target);
    if (target === undefined) dom.firstElementChild?.setAttribute(ownMark, '');
    return dom;
  }
}

/** Writes what is copied or cut from the editor. */
export const ownSerializer = new OwnSerializer(
  DOMSerializer.nodesFromSchema(schema),
  DOMSerializer.marksFromSchema(schema),
);

/**
 * Pasted HTML as plain, style-free HTML. `style` is renamed before anything is parsed: parsing it would be blocked and
 * reported by the pages' policy, and what it says (bold in Google Docs, list levels in Word) would be lost.
 */
export function cleanPastedHtml(html: string): string {
  if (html.includes(ownMark)) return renamedStyles(html);
  const page = new DOMParser().parseFromString(withoutOfficeParts(html), 'text/html');
  buildWordLists(page);
  for (const styled of page.querySelectorAll('[data-css]')) readStyle(page, styled);
  for (const table of page.querySelectorAll('table')) flattenTable(page, table);
  for (const element of page.body.querySelectorAll('*')) removeAttributes(element);
  return page.body.innerHTML;
}

const renamedStyles = (html: string): string => html.replace(/(<[^>]*?\s)style(\s*=)/gi, '$1data-css$2');

function withoutOfficeParts(html: string): string {
  const plain = html
    .replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, '')
    .replace(/<!\[(if|endif)[^>]*>/gi, '')
    .replace(/<(style|xml|script|title)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<\/?o:p[^>]*>/gi, '');
  return renamedStyles(plain);
}

/** Bold and italic of a span become elements; `<b style="font-weight:normal">`, Google Docs' wrapper, is none. */
function readStyle(page: Document, element: Element): void {
  const css = (element.getAttribute('data-css') ?? '').replace(/mso-bidi-[^;]*/gi, '');
  if (/^(B|STRONG|I|EM)$/.test(element.tagName)) {
    if (/font-(weight|style):\s*(normal|400)/i.test(css)) element.replaceWith(...element.childNodes);
    return;
  }
  if (element.tagName !== 'SPAN') return;
  const wrap = (tag: 'strong' | 'em'): void => {
    const wrapper = page.createElement(tag);
    wrapper.append(...element.childNodes);
    element.append(wrapper);
  };
  if (/font-weight:\s*(bold|[6-9]00)/i.test(css)) wrap('strong');
  if (/font-style:\s*italic/i.test(css)) wrap('em');
}

function removeAttributes(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const kept = name === 'start' || (name === 'href' && !value.includes('#_'));
    if (!kept) element.removeAttribute(name);
  }
}

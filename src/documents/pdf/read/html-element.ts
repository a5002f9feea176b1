import type { DefaultTreeAdapterTypes } from 'parse5';
import { DocumentFault } from './document-fault';

type Element = DefaultTreeAdapterTypes.Element;

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** Classes that the page needs and paper does not. */
const SCREEN_ONLY = /^(ds-|document)/;

/** The one class of the list that an element carries, or undefined; a class outside the list is a fault. */
export function classOf<Name extends string>(element: Element, allowed: readonly Name[]): Name | undefined {
  const names = (attributeOf(element, 'class') ?? '')
    .split(/\s+/)
    .filter((name) => name !== '' && !SCREEN_ONLY.test(name));
  const [first, second] = names;
  if (second !== undefined)
    throw new DocumentFault(`<${element.tagName}> has more than one class: ${names.join(' ')}`);
  if (first === undefined) return undefined;
  const known = allowed.find((name) => name === first);
  if (known === undefined)
    throw new DocumentFault(
      `class "${first}" of <${element.tagName}> is not in the list of elements (docs/adr/0010)`,
    );
  return known;
}

/** An attribute that would be lost without a word is a fault of the template. */
export function onlyAttributes(element: Element, allowed: readonly string[]): void {
  for (const { name } of element.attrs) {
    if (!allowed.includes(name))
      throw new DocumentFault(
        `attribute "${name}" of <${element.tagName}> is not in the list of elements (docs/adr/0010)`,
      );
  }
}

/** The child elements, which must all be of the given names; blank text between them is dropped. */
export function childElements(element: Element, names: readonly string[]): Element[] {
  const children: Element[] = [];
  for (const node of element.childNodes) {
    if ('tagName' in node) {
      if (!names.includes(node.tagName)) throw new DocumentFault(`<${node.tagName}> in <${element.tagName}>`);
      children.push(node);
    } else if ('value' in node && node.value.trim() !== '') {
      throw new DocumentFault(`text directly in <${element.tagName}>: "${node.value.trim()}"`);
    }
  }
  return children;
}

import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Inline } from './blocks';
import { DocumentFault } from './document-fault';
import { attributeOf } from './html-element';

type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

const INLINE_ELEMENTS = new Set(['strong', 'b', 'em', 'i', 'a', 'br', 'span', 'abbr', 'time']);

interface Marks {
  readonly strong: boolean;
  readonly emphasis: boolean;
}

export function isInline(node: ChildNode): boolean {
  return node.nodeName === '#text' || ('tagName' in node && INLINE_ELEMENTS.has(node.tagName));
}

/** Reads text and inline elements; runs of blank become one space, and blank at the edges and around breaks goes. */
export function readInline(nodes: readonly ChildNode[]): Inline[] {
  return trimmed(inlineOf(nodes, { strong: false, emphasis: false }));
}

/** The words alone, for bookmarks and messages. */
export function textOf(inline: readonly Inline[]): string {
  return inline
    .map((part) => {
      if (part.type === 'text') return part.text;
      return part.type === 'break' ? ' ' : textOf(part.content);
    })
    .join('');
}

function inlineOf(nodes: readonly ChildNode[], marks: Marks): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.nodeName === '#comment') return [];
    if ('tagName' in node) return elementOf(node, marks);
    if (!('value' in node)) return [];
    const text = node.value.replace(/[ \t\n\f\r]+/g, ' ');
    return text === '' ? [] : [{ type: 'text', text, ...marks }];
  });
}

function elementOf(element: Element, marks: Marks): Inline[] {
  switch (element.tagName) {
    case 'strong':
    case 'b':
      return inlineOf(element.childNodes, { ...marks, strong: true });
    case 'em':
    case 'i':
      return inlineOf(element.childNodes, { ...marks, emphasis: true });
    case 'br':
      return [{ type: 'break' }];
    case 'time':
      return inlineOf(element.childNodes, marks);
    case 'a': {
      const content = trimmed(inlineOf(element.childNodes, marks));
      const href = attributeOf(element, 'href');
      if (href === undefined || href === '' || content.length === 0)
        throw new DocumentFault('a link needs an address and words');
      return [{ type: 'link', href, description: attributeOf(element, 'title') ?? textOf(content), content }];
    }
    case 'span':
    case 'abbr': {
      const content = inlineOf(element.childNodes, marks);
      const lang = attributeOf(element, 'lang');
      const expansion = element.tagName === 'abbr' ? attributeOf(element, 'title') : undefined;
      if (lang === undefined && expansion === undefined) return content;
      return [
        {
          type: 'span',
          content,
          ...(lang === undefined ? {} : { lang }),
          ...(expansion === undefined ? {} : { expansion }),
        },
      ];
    }
    default:
      throw new DocumentFault(`<${element.tagName}> is not an inline element of the list (docs/adr/0010)`);
  }
}

function trimmed(inline: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  let blankBefore = true;
  for (const part of inline) {
    if (part.type === 'text') {
      const text: string = blankBefore ? part.text.replace(/^ +/, '') : part.text;
      if (text === '') continue;
      result.push({ ...part, text });
      blankBefore = text.endsWith(' ');
    } else {
      if (part.type === 'break') dropTrailingBlank(result);
      result.push(part);
      blankBefore = part.type === 'break';
    }
  }
  dropTrailingBlank(result);
  while (result.at(-1)?.type === 'break') result.pop();
  return result;
}

function dropTrailingBlank(inline: Inline[]): void {
  const last = inline.at(-1);
  if (last?.type !== 'text') return;
  const text = last.text.replace(/ +$/, '');
  if (text === '') inline.pop();
  else inline[inline.length - 1] = { ...last, text };
}

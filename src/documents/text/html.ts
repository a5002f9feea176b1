import type { Link, Nodes, PhrasingContent, Root, Table } from 'mdast';
import { plainOf } from './plain';
import { isSafeLink } from './profile';

/** Where a text is placed: the heading level its own first level becomes (1 to 6). */
export interface TextPlace {
  readonly headingLevel: number;
}

/**
 * Renders a text as HTML for page, PDF and mail: escaped, no style attributes, links only to safe addresses.
 * A heading never stands more than one level below the one before it, so the outline has no gaps.
 */
export function renderHtml(root: Root, place: TextPlace): string {
  return new TextHtml(place.headingLevel).blocks(root.children);
}

/** Escapes a string for HTML text and for attribute values in double quotes. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

class TextHtml {
  private lastDepth = 0;

  constructor(private readonly headingLevel: number) {}

  blocks(nodes: readonly Nodes[], tight = false): string {
    return nodes.map((node) => this.block(node, tight)).join('');
  }

  private block(node: Nodes, tight: boolean): string {
    switch (node.type) {
      case 'paragraph':
        return tight ? this.inline(node.children) : `<p>${this.inline(node.children)}</p>`;
      case 'heading': {
        // A heading without words is a slip of the key; announced, it would only puzzle.
        if (plainOf(node).trim() === '') return '';
        this.lastDepth = Math.min(node.depth, this.lastDepth + 1);
        const tag = `h${Math.min(6, this.headingLevel + this.lastDepth - 1)}`;
        return `<${tag}>${this.inline(node.children)}</${tag}>`;
      }
      case 'blockquote':
        return `<blockquote>${this.blocks(node.children)}</blockquote>`;
      case 'thematicBreak':
        return '<hr>';
      case 'list': {
        const items = node.children
          .map((item) => `<li>${this.blocks(item.children, node.spread !== true)}</li>`)
          .join('');
        const start = node.start ?? 1;
        return node.ordered === true
          ? `<ol${start === 1 ? '' : ` start="${start}"`}>${items}</ol>`
          : `<ul>${items}</ul>`;
      }
      case 'table':
        return this.table(node);
      default:
        return '';
    }
  }

  private table(table: Table): string {
    const [head, ...body] = table.children;
    const cells = (row: Table['children'][number], tag: string, scope: string): string =>
      row.children
        .map((cell, at) => {
          const align = table.align?.[at];
          return `<${tag}${scope}${align ? ` data-align="${align}"` : ''}>${this.inline(cell.children)}</${tag}>`;
        })
        .join('');
    const header = head ? `<thead><tr>${cells(head, 'th', ' scope="col"')}</tr></thead>` : '';
    const rows = body.map((row) => `<tr>${cells(row, 'td', '')}</tr>`).join('');
    return `<table>${header}${rows === '' ? '' : `<tbody>${rows}</tbody>`}</table>`;
  }

  private inline(nodes: readonly PhrasingContent[]): string {
    return nodes
      .map((node) => {
        switch (node.type) {
          case 'text':
            // A writer in a plain field means a line break when they press Enter.
            return escapeHtml(node.value).replace(/\n/g, '<br>');
          case 'break':
            return '<br>';
          case 'strong':
            return `<strong>${this.inline(node.children)}</strong>`;
          case 'emphasis':
            return `<em>${this.inline(node.children)}</em>`;
          case 'link':
            return this.link(node);
          default:
            return '';
        }
      })
      .join('');
  }

  /** A link without words shows its address; one to an unsafe address is its words. */
  private link(link: Link): string {
    const words = this.inline(link.children);
    if (!isSafeLink(link.url)) return words;
    const title = link.title ? ` title="${escapeHtml(link.title)}"` : '';
    return `<a href="${escapeHtml(link.url)}"${title}>${plainOf(link).trim() === '' ? escapeHtml(link.url) : words}</a>`;
  }
}

import type { Root } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';

/**
 * Writes a tree back as Samråd-text 1. The editor in the browser uses it; the server stores what was sent and never rewrites a text.
 * @returns text that `parseText` reads as the same tree
 */
export function writeText(root: Root): string {
  return toMarkdown(root, {
    bullet: '-',
    bulletOther: '*',
    rule: '-',
    listItemIndent: 'one',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
  });
}

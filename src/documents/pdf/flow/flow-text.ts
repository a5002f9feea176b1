import type { HeadingBlock, ParagraphBlock } from '../read/blocks';
import type { Flow } from './flow';
import { textOf } from '../read/read-inline';
import { HEADING_STYLE, PARAGRAPH_STYLE } from '../style';

/** Lays out a heading, which stands with what follows and is a bookmark. */
export function flowHeading(flow: Flow, block: HeadingBlock): void {
  const style = HEADING_STYLE[block.level];
  const node = flow.parent.child(`H${block.level}`);
  const words = textOf(block.inline);
  flow.gap(style.before);
  const from = flow.out.length;
  flow.lines(block.inline, node, style, 'left', {
    onFirst: (painter, y) => {
      painter.bookmark(block.level, words, y);
      if (block.id !== undefined) painter.destination(block.id, y);
    },
  });
  flow.keep(from, true);
  flow.gap(style.after);
}

/**
 * Lays out a paragraph.
 * @param hang by how much lines after the first are set in, in points
 */
export function flowParagraph(flow: Flow, block: ParagraphBlock, hang = 0): void {
  const style = PARAGRAPH_STYLE[block.look];
  const lang = block.lang === undefined ? {} : { lang: block.lang };
  const node = block.look === 'bare' ? flow.parent : flow.parent.child('P', lang);
  flow.gap(style.before);
  flow.lines(block.inline, node, style, block.align, { hang: block.look === 'bare' ? hang : 0 });
  flow.gap(style.after);
}

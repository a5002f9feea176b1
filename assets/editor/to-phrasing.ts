import type { PhrasingContent } from 'mdast';
import type { Mark, Node as Doc } from 'prosemirror-model';

/** A word, a run of spaces, or (null) a line break, with its marks. */
interface Piece {
  readonly text: string | null;
  readonly marks: readonly Mark[];
}

/**
 * The content of a paragraph, heading or cell as a tree of marks.
 * @param oneLine a table cell is one line: breaks become spaces
 */
export function toPhrasing(node: Doc, oneLine: boolean): PhrasingContent[] {
  const pieces = node.children.flatMap((child): Piece[] =>
    child.isText
      ? (child.text ?? '')
          .split(/(\s+)/)
          .filter(Boolean)
          .map((text) => ({ text, marks: child.marks }))
      : [{ text: oneLine ? ' ' : null, marks: child.marks }],
  );
  return nest(trimmed(hoisted(pieces)), []);
}

const isSpace = (piece: Piece | undefined): boolean =>
  piece !== undefined && piece.text !== null && piece.text.trim() === '';
const isBlank = (piece: Piece | undefined): boolean =>
  piece !== undefined && (piece.text === null || isSpace(piece));

/** Space at the edge of a mark would lose it ("**fet **text" is not bold): a blank keeps only marks of both its sides. */
function hoisted(pieces: readonly Piece[]): Piece[] {
  const beside = (from: number, way: 1 | -1): readonly Mark[] => {
    let at = from + way;
    while (isBlank(pieces[at])) at += way;
    return pieces[at]?.marks ?? [];
  };
  return pieces.map((piece, at) => {
    if (!isBlank(piece)) return piece;
    const before = beside(at, -1);
    const after = beside(at, 1);
    return {
      text: piece.text,
      marks: piece.marks.filter((mark) => mark.isInSet(before) && mark.isInSet(after)),
    };
  });
}

/** Drops blanks at the ends and spaces beside line breaks: Markdown cannot hold them. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const first = pieces.findIndex((piece) => !isBlank(piece));
  const last = pieces.findLastIndex((piece) => !isBlank(piece));
  if (first < 0) return [];
  const kept = pieces.slice(first, last + 1);
  const meetsBreak = (from: number, way: 1 | -1): boolean => {
    let at = from;
    while (isSpace(kept[at])) at += way;
    return kept[at]?.text === null;
  };
  return kept.filter((piece, at) => !isSpace(piece) || !(meetsBreak(at, 1) || meetsBreak(at, -1)));
}

/** The mark that reaches furthest goes outermost, so that one link or one bold run is never split in two. */
function nest(pieces: readonly Piece[], used: readonly Mark[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  let at = 0;
  while (at < pieces.length) {
    const widest = widestMark(pieces, at, used);
    if (widest === undefined) {
      append(result, pieces[at]?.text ?? null);
      at += 1;
    } else {
      result.push(wrapped(widest.mark, nest(pieces.slice(at, widest.end), [...used, widest.mark])));
      at = widest.end;
    }
  }
  return result;
}

function widestMark(
  pieces: readonly Piece[],
  at: number,
  used: readonly Mark[],
): { readonly mark: Mark; readonly end: number } | undefined {
  const free = (pieces[at]?.marks ?? []).filter((mark) => !mark.isInSet(used));
  const reach = (mark: Mark): number => {
    const end = pieces.findIndex((piece, index) => index > at && !mark.isInSet(piece.marks));
    return end < 0 ? pieces.length : end;
  };
  return free.map((mark) => ({ mark, end: reach(mark) })).sort((one, other) => other.end - one.end)[0];
}

function append(result: PhrasingContent[], text: string | null): void {
  const last = result.at(-1);
  if (text === null) result.push({ type: 'break' });
  else if (last?.type === 'text') last.value += text;
  else result.push({ type: 'text', value: text });
}

function wrapped(mark: Mark, children: PhrasingContent[]): PhrasingContent {
  if (mark.type.name !== 'link') return { type: mark.type.name === 'em' ? 'emphasis' : 'strong', children };
  const title: unknown = mark.attrs['title'];
  return {
    type: 'link',
    url: String(mark.attrs['href']),
    title: typeof title === 'string' ? title : null,
    children,
  };
}

import { diffArrays, diffWords } from 'diff';
import type { Nodes, Root } from 'mdast';
import { plainOf } from './plain';
import { normaliseText, parseText } from './profile';

/** A stretch of words: the same in both texts, only in the new one, or only in the old one. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** One block (paragraph, heading, list item, table row) of two texts laid beside each other. */
export interface BlockChange {
  readonly kind: 'same' | 'added' | 'removed' | 'changed';
  /** Where the block stands, such as "paragraph" or "list/item". */
  readonly place: string;
  /** The block's words, marks left out; of a changed one the new words. */
  readonly text: string;
  /** Word by word, where the block was changed. A change of marks alone has words that are all the same. */
  readonly words: readonly WordChange[];
}

interface Unit {
  readonly place: string;
  readonly text: string;
  /** The source lines: two blocks are the same only if their marks are, too. */
  readonly source: string;
}

const WORDS = new Intl.Segmenter('sv', { granularity: 'word' });
const LIKENESS = 0.5;

/**
 * What changed from one text to another, for a verifier to read: unchanged, added, removed and changed blocks in reading order.
 * Blocks that were replaced are paired when they stand in the same kind of place and share more than half of their words.
 */
export function diffTexts(before: string, after: string): BlockChange[] {
  const [a, b] = [unitsOf(before), unitsOf(after)];
  const result: BlockChange[] = [];
  let removed: Unit[] = [];
  const same = (x: Unit, y: Unit): boolean => x.place === y.place && x.source === y.source;
  for (const part of diffArrays(a, b, { comparator: same })) {
    if (part.removed) {
      removed = part.value;
      continue;
    }
    if (part.added) result.push(...replaced(removed, part.value));
    else
      result.push(
        ...removed.map((unit) => whole('removed', unit)),
        ...part.value.map((unit) => whole('same', unit)),
      );
    removed = [];
  }
  result.push(...removed.map((unit) => whole('removed', unit)));
  return result;
}

function replaced(before: readonly Unit[], after: readonly Unit[]): BlockChange[] {
  const result: BlockChange[] = [];
  let from = 0;
  for (const unit of after) {
    const match = before.findIndex(
      (old, at) => at >= from && old.place === unit.place && likeness(old.text, unit.text) > LIKENESS,
    );
    const old = before[match];
    if (!old) {
      result.push(whole('added', unit));
      continue;
    }
    result.push(...before.slice(from, match).map((gone) => whole('removed', gone)));
    result.push({
      kind: 'changed',
      place: unit.place,
      text: unit.text,
      words: wordChanges(old.text, unit.text),
    });
    from = match + 1;
  }
  result.push(...before.slice(from).map((gone) => whole('removed', gone)));
  return result;
}

function whole(kind: 'same' | 'added' | 'removed', unit: Unit): BlockChange {
  return { kind, place: unit.place, text: unit.text, words: [{ kind, text: unit.text }] };
}

function wordChanges(before: string, after: string): WordChange[] {
  return diffWords(before, after, { intlSegmenter: WORDS }).map((part) => ({
    kind: part.added ? 'added' : part.removed ? 'removed' : 'same',
    text: part.value,
  }));
}

/** Share of words that two blocks have in common, 0 to 1. */
function likeness(a: string, b: string): number {
  const count = new Map<string, number>();
  const [one, other] = [wordsOf(a), wordsOf(b)];
  for (const word of one) count.set(word, (count.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const left = count.get(word) ?? 0;
    if (left > 0) shared += 1;
    count.set(word, left - 1);
  }
  return one.length + other.length === 0 ? 1 : (2 * shared) / (one.length + other.length);
}

function wordsOf(text: string): string[] {
  return [...WORDS.segment(text)]
    .filter((part) => part.isWordLike === true)
    .map((part) => part.segment.toLowerCase());
}

function unitsOf(content: string): Unit[] {
  const lines = normaliseText(content).split('\n');
  const units: Unit[] = [];
  const add = (node: Nodes, path: string): void => {
    const place = path === '' ? node.type : `${path}/${node.type}`;
    if (
      node.type === 'paragraph' ||
      node.type === 'heading' ||
      node.type === 'tableRow' ||
      node.type === 'thematicBreak'
    ) {
      const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 0 } };
      const text = node.type === 'tableRow' ? node.children.map(plainOf).join(' | ') : plainOf(node);
      units.push({
        place,
        text,
        source: lines
          .slice(start.line - 1, end.line)
          .join('\n')
          .trim(),
      });
    } else if ('children' in node) {
      for (const child of node.children) add(child, place);
    }
  };
  const root: Root = parseText(content);
  for (const child of root.children) add(child, '');
  return units;
}

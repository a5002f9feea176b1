import { drawableText, hasGlyph } from '../pdf/fonts';
import { normaliseText } from './profile';

/** Longest text that is stored, in characters (UTF-16 units): a memo of about 30 pages. */
export const TEXT_LIMIT = 100_000;

/** Why a text cannot be stored as it is. Lines and columns are counted from 1. */
export type TextFault =
  | {
      readonly code: 'text-character-without-glyph';
      readonly character: string;
      readonly codePoint: string;
      readonly line: number;
      readonly column: number;
    }
  | { readonly code: 'text-too-long'; readonly length: number; readonly limit: number };

/** The verdict on a text: what to store (line ends normalised), or the first fault. */
export type TextCheck =
  { readonly ok: true; readonly content: string } | { readonly ok: false; readonly fault: TextFault };

/**
 * Checks a text at saving, so that nobody finds out on the day of the summons that a sign is missing from the paper:
 * a character that no font has would make the PDF invalid (PDF/A-3 6.2.11.8, PDF/UA 7.21.8).
 */
export function checkText(content: string): TextCheck {
  // A letter and its accent as two signs, as some systems paste them, are one sign to every font.
  const text = normaliseText(content).normalize('NFC');
  if (text.length > TEXT_LIMIT)
    return { ok: false, fault: { code: 'text-too-long', length: text.length, limit: TEXT_LIMIT } };
  let line = 1;
  let column = 1;
  for (const character of text) {
    if (character === '\n') {
      line += 1;
      column = 1;
      continue;
    }
    const drawn = drawableText(character).codePointAt(0);
    if (drawn !== undefined && !hasGlyph(drawn)) {
      const point = character.codePointAt(0) ?? 0;
      const codePoint = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
      return {
        ok: false,
        fault: { code: 'text-character-without-glyph', character, codePoint, line, column },
      };
    }
    column += 1;
  }
  return { ok: true, content: text };
}

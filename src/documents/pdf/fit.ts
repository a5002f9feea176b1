import { widthOf, type Face } from './fonts';

/** A line that is cut at its end where it is wider than its room; "…" tells that something is left out. */
export function cutToLine(text: string, face: Face, size: number, width: number): string {
  if (widthOf(face, size, text) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && widthOf(face, size, `${letters.join('')}…`) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/**
 * Sets a text in lines no wider than their room, broken at blanks; what the last line cannot hold is cut.
 * @param most how many lines there may be
 */
export function setInLines(text: string, face: Face, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    // The last line takes all that is left and is cut below.
    if (last !== undefined && (widthOf(face, size, longer) <= width || lines.length === most))
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => cutToLine(line, face, size, width));
}

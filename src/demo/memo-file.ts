import { memoSectionKeys, memoSections, type MemoSectionKey } from '../domain/register/memo-sections';

const heading = /^# (.+)$/;

/**
 * Reads a memo's file: each section under a heading of level one with the section's Swedish name.
 * @throws Error on a heading that no memo has, or text before the first
 */
export function readMemoFile(text: string): Map<MemoSectionKey, string> {
  const sections = new Map<MemoSectionKey, string[]>();
  let lines: string[] | undefined;
  for (const line of text.split(/\r?\n/)) {
    const named = heading.exec(line)?.[1];
    if (named !== undefined) {
      lines = [];
      sections.set(sectionKey(named), lines);
    } else if (lines !== undefined) lines.push(line);
    else if (line.trim() !== '') throw new Error('text före första rubriken');
  }
  return new Map([...sections].map(([key, content]) => [key, content.join('\n').trim()]));
}

/** @throws Error when no section has the heading */
export function sectionKey(named: string): MemoSectionKey {
  const key = memoSectionKeys.find((each) => memoSections[each].heading === named.trim());
  if (key === undefined) throw new Error(`"${named}" är inget avsnitt i en tjänsteskrivelse`);
  return key;
}

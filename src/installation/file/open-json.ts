import { readFileSync, statSync } from 'node:fs';
import { parse } from 'jsonc-parser';
import type { FileFault } from './file-fault';
import { SourceText } from './source-text';

/** A JSON file that people write: its value, and where everything in it stands. */
export interface OpenedJson {
  readonly source: SourceText;
  readonly value: unknown;
}

/** Opens a file; comments and a comma too many do no harm. @returns null when there is no such file */
export function openJson(file: string): OpenedJson | null {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const value: unknown = parse(text, [], { allowTrailingComma: true });
  return { source: new SourceText(file, text), value };
}

/** What is said of a file that is not there. */
export function missingFile(file: string): FileFault {
  return { file, line: 1, column: 1, path: '', message: 'filen finns inte' };
}

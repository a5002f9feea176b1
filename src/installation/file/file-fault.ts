/** One thing wrong with a file that people write (a case file, a county file), where it stands. */
export interface FileFault {
  /** The file as it was named. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Such as `acts[3].with.itemId`; empty for the whole file. */
  readonly path: string;
  /** In Swedish: what is wrong and what to write instead. */
  readonly message: string;
}

/** As an editor understands it: file:line:column, then the path and the message. */
export function faultLine({ file, line, column, path, message }: FileFault): string {
  return `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${message}`;
}

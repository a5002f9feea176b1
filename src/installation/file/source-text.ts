import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { z } from 'zod';
import type { FileFault } from './file-fault';

export type JsonPath = readonly (string | number)[];

const options = { disallowComments: false, allowTrailingComma: true } as const;

/** A JSON file with the places of everything in it, so that each fault is told with line and path. Comments are allowed. */
export class SourceText {
  readonly faults: FileFault[] = [];
  private readonly root: Node | undefined;

  constructor(
    readonly file: string,
    private readonly text: string,
  ) {
    const errors: ParseError[] = [];
    this.root = parseTree(text, errors, options);
    for (const { error, offset } of errors) {
      this.faults.push({
        file,
        ...this.place(offset),
        path: '',
        message: syntax(printParseErrorCode(error)),
      });
    }
  }

  /** Says that something is wrong at a path; where that is not in the file, at the nearest thing around it. */
  fault(path: JsonPath, message: string): void {
    const { offset } = this.nearest(path);
    this.faults.push({ file: this.file, ...this.place(offset), path: pathText(path), message });
  }

  /** Every issue of a schema at its own place. Names that are unknown are told one by one. */
  issues(error: z.ZodError, at: JsonPath = []): void {
    for (const issue of error.issues) {
      const path = [...at, ...issue.path.filter((part) => typeof part !== 'symbol')];
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys)
          this.fault([...path, key], 'fältet finns inte; ta bort det eller rätta namnet');
      } else this.fault(path, issue.message);
    }
  }

  private nearest(path: JsonPath): Node {
    for (let length = path.length; length > 0; length -= 1) {
      const found = this.root && findNodeAtLocation(this.root, [...path.slice(0, length)]);
      if (found !== undefined) return found.parent?.type === 'property' ? found.parent : found;
    }
    return this.root ?? { type: 'null', offset: 0, length: 0 };
  }

  private place(offset: number): { readonly line: number; readonly column: number } {
    const before = this.text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}

/** `acts[3].with.itemId` */
function pathText(path: JsonPath): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

function syntax(code: string): string {
  const words: Readonly<Record<string, string>> = {
    CommaExpected: 'här ska det stå ett komma',
    ColonExpected: 'här ska det stå ett kolon',
    CloseBraceExpected: 'klammern } saknas',
    CloseBracketExpected: 'hakparentesen ] saknas',
    PropertyNameExpected: 'här ska ett fältnamn stå inom citattecken',
    ValueExpected: 'här saknas ett värde',
    UnexpectedEndOfString: 'citattecknet saknas i slutet av texten',
    EndOfFileExpected: 'filen borde ta slut här',
  };
  return words[code] ?? `går inte att läsa som JSON (${code})`;
}

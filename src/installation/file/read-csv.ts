import type { FileFault } from './file-fault';

/** One field of a row, and where it stands. */
export interface CsvField {
  readonly value: string;
  readonly line: number;
  readonly column: number;
}

export interface CsvText {
  /** Rows without any text are left out. */
  readonly rows: readonly (readonly CsvField[])[];
  readonly faults: readonly FileFault[];
}

/**
 * Reads CSV as RFC 4180 has it: fields in quotes may hold separators, line breaks and doubled quotes. The separator is a
 * semicolon where the first line has one, as Swedish spreadsheets write, and else a comma. Spaces around a field are no
 * part of it.
 */
export function readCsv(file: string, text: string): CsvText {
  const reader = new CsvReader(file, text);
  const rows: CsvField[][] = [];
  while (!reader.atEnd()) rows.push(reader.row());
  return { rows: rows.filter((row) => row.some(({ value }) => value !== '')), faults: reader.faults };
}

class CsvReader {
  readonly faults: FileFault[] = [];
  private at = 0;
  private line = 1;
  private column = 1;
  private readonly separator: string;

  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {
    this.separator = (text.split(/\r?\n/, 1)[0] ?? '').includes(';') ? ';' : ',';
  }

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  row(): CsvField[] {
    const fields = [this.field()];
    while (!this.atEnd() && this.here() === this.separator) {
      this.step();
      fields.push(this.field());
    }
    this.lineBreak();
    return fields;
  }

  private field(): CsvField {
    const { line, column } = this;
    const value = this.here() === '"' ? this.quoted() : this.bare();
    return { value: value.trim(), line, column };
  }

  private quoted(): string {
    const { line, column } = this;
    let value = '';
    this.step();
    while (!this.atEnd()) {
      if (this.here() === '"') {
        if (this.text[this.at + 1] !== '"') break;
        this.step();
      }
      value += this.here();
      this.step();
    }
    if (this.atEnd()) {
      this.fault(line, column, 'citattecknet i början av fältet har inget i slutet');
      return value;
    }
    this.step();
    if (!this.atBreak()) {
      this.fault(
        this.line,
        this.column,
        'efter citattecknet ska fältet vara slut; ett citattecken i texten skrivs ""',
      );
      while (!this.atBreak()) this.step();
    }
    return value;
  }

  private bare(): string {
    const { line, column } = this;
    let value = '';
    while (!this.atBreak()) {
      value += this.here();
      this.step();
    }
    if (value.includes('"')) {
      this.fault(
        line,
        column,
        'en text med citattecken ska själv stå inom citattecken, och de i texten skrivas ""',
      );
    }
    return value;
  }

  /** Whether a field that is not in quotes ends here. */
  private atBreak(): boolean {
    return this.atEnd() || this.here() === this.separator || this.here() === '\n' || this.here() === '\r';
  }

  private lineBreak(): void {
    if (this.here() === '\r') this.step();
    if (this.here() === '\n') this.step();
  }

  private here(): string {
    return this.text[this.at] ?? '';
  }

  private step(): void {
    const passed = this.here();
    this.at += 1;
    this.column += 1;
    // A return alone is a line break too, as old spreadsheets write it.
    if (passed === '\n' || (passed === '\r' && this.here() !== '\n')) {
      this.line += 1;
      this.column = 1;
    }
  }

  private fault(line: number, column: number, message: string): void {
    this.faults.push({ file: this.file, line, column, path: '', message });
  }
}

import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { AppointSeatHolder } from '../../contracts/bodies/bodies';
import { RegisterPerson } from '../../contracts/bodies/people';
import type { Office } from '../../domain/bodies/body';
import { refuse } from '../../domain/refusals/refusal';
import { asDay, type Day } from '../../domain/time/day';
import type { FileFault } from './file-fault';
import { missingFile } from './open-json';
import { readCsv, type CsvField } from './read-csv';
import { refusalSentence } from './refusal-sentence';
import { unknownName } from './unknown-name';

/** The columns by their headings; their order in the file does not matter. */
export const electedColumns = {
  name: 'namn',
  email: 'e-post',
  principal: 'huvudman',
  party: 'parti',
  kind: 'uppdrag',
  ordinal: 'ordning',
  office: 'presidium',
  from: 'från',
  until: 'till',
} as const;

export type ElectedColumn = keyof typeof electedColumns;

const optional: ReadonlySet<ElectedColumn> = new Set(['party', 'office', 'until']);

/** A row of the register, as far as it can be read: what has a fault is undefined. */
export interface ElectedRow {
  readonly places: Readonly<Partial<Record<ElectedColumn, CsvField>>>;
  readonly name: string | undefined;
  /** In small letters. */
  readonly email: string | undefined;
  readonly principal: string | undefined;
  readonly party: string | undefined;
  readonly kind: 'member' | 'substitute' | undefined;
  readonly ordinal: number | undefined;
  readonly office: Office | null | undefined;
  readonly from: Day | undefined;
  readonly until: Day | null | undefined;
}

/** A file of the register of elected people, and what is wrong with it. */
export class ElectedFile {
  readonly rows: ElectedRow[] = [];
  private readonly told: FileFault[] = [];

  constructor(readonly file: string) {}

  /** In the order of the file. */
  get faults(): readonly FileFault[] {
    return this.told.toSorted((a, b) => a.line - b.line || a.column - b.column);
  }

  /** Faults that are told elsewhere, such as by the reader of CSV. */
  add(...faults: readonly FileFault[]): void {
    this.told.push(...faults);
  }

  /** Says what is wrong with a field of a row. */
  fault(row: ElectedRow, column: ElectedColumn, message: string): void {
    const place = row.places[column] ?? Object.values(row.places)[0];
    this.at(place, electedColumns[column], message);
  }

  at(place: CsvField | undefined, heading: string, message: string): void {
    const { line, column } = place ?? { line: 1, column: 1 };
    this.told.push({ file: this.file, line, column, path: heading, message });
  }
}

/** Reads a file of the register: every fault at once, with line and column. What only the database knows is checked later. */
export function readElectedFile(file: string): ElectedFile {
  const read = new ElectedFile(file);
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    read.add(missingFile(file));
    return read;
  }
  const text = utf8(readFileSync(file));
  if (text === null) {
    read.at(undefined, '', 'filen är inte skriven i UTF-8; spara den som "CSV UTF-8" i kalkylprogrammet');
    return read;
  }
  const { rows, faults } = readCsv(file, text);
  read.add(...faults);
  const [headings = [], ...rest] = rows;
  const columns = readHeadings(read, headings);
  if (rest.length === 0) read.at(undefined, '', 'filen har inga rader under rubrikerna');
  for (const fields of rest) {
    if (fields.length !== headings.length) {
      read.at(fields[0], '', `raden har ${fields.length} fält, men rubrikerna är ${headings.length}`);
    } else read.rows.push(readRow(read, fields, columns));
  }
  checkTogether(read);
  return read;
}

/** Null when the bytes are no UTF-8. A byte order mark is passed over. */
function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

type Columns = ReadonlyMap<ElectedColumn, number>;

function readHeadings(read: ElectedFile, headings: readonly CsvField[]): Columns {
  const columns = new Map<ElectedColumn, number>();
  const names = Object.entries(electedColumns) as [ElectedColumn, string][];
  for (const [index, field] of headings.entries()) {
    const heading = field.value.toLowerCase();
    const column = names.find(([, name]) => name === heading)?.[0];
    if (column === undefined) {
      const all = Object.values(electedColumns);
      const message = unknownName(field.value, 'kolumnerna', all, 'ta bort kolumnen eller rätta rubriken');
      read.at(field, field.value, message);
    } else if (columns.has(column)) read.at(field, heading, 'kolumnen finns två gånger');
    else columns.set(column, index);
  }
  for (const [column, name] of names) {
    if (!columns.has(column) && !optional.has(column)) read.at(headings[0], name, 'kolumnen saknas');
  }
  return columns;
}

const seatKinds = new Map([
  ['ledamot', 'member'],
  ['ersättare', 'substitute'],
] as const);
const offices = new Map([
  ['', null],
  ['ordförande', 'chair'],
  ['vice ordförande', 'viceChair'],
] as const);
const day = z.iso.date('skriv dagen som 2026-02-20');
const dayOrNone = z.union([z.literal(''), day]);
const seatNumber = z.string().regex(/^[1-9]\d{0,2}$/, 'skriv platsens nummer i organets lista, från 1');

function readRow(read: ElectedFile, fields: readonly CsvField[], columns: Columns): ElectedRow {
  const places: Partial<Record<ElectedColumn, CsvField>> = {};
  for (const [column, index] of columns) {
    const field = fields[index];
    if (field !== undefined) places[column] = field;
  }
  const fault = (column: ElectedColumn, message: string): void => {
    read.at(places[column], electedColumns[column], message);
  };
  /** Undefined too where there is no such column: that is told once, at the headings. */
  const text = (column: ElectedColumn): string | undefined => {
    const value = places[column]?.value;
    if (value === undefined) return optional.has(column) ? '' : undefined;
    const controls = /\p{Cc}/u.test(value);
    const empty = value === '' && !optional.has(column);
    if (controls) fault(column, 'fältet har radbyten eller andra styrtecken; skriv det på en rad');
    else if (empty) fault(column, 'fältet är tomt');
    return controls || empty ? undefined : value;
  };
  const by = (column: ElectedColumn, schema: z.ZodType<string>): string | undefined => {
    const value = text(column);
    const parsed = schema.safeParse(value);
    if (value !== undefined && !parsed.success) fault(column, parsed.error.issues[0]?.message ?? '');
    return parsed.data;
  };
  const among = <Value>(column: ElectedColumn, values: ReadonlyMap<string, Value>): Value | undefined => {
    const given = text(column);
    const value = values.get(given?.toLowerCase() ?? '');
    if (given !== undefined && value === undefined) {
      const all = [...values.keys()].filter((each) => each !== '').join(' eller ');
      fault(column, `"${given}" går inte att läsa; skriv ${all}`);
    }
    return value;
  };
  const from = by('from', day);
  const until = by('until', dayOrNone);
  const ordinal = by('ordinal', seatNumber);
  return {
    places,
    name: by('name', RegisterPerson.shape.name),
    email: by('email', RegisterPerson.shape.email)?.toLowerCase(),
    principal: text('principal'),
    party: by('party', AppointSeatHolder.shape.party),
    kind: among('kind', seatKinds),
    ordinal: ordinal === undefined ? undefined : Number(ordinal),
    office: among('office', offices),
    from: from === undefined ? undefined : asDay(from),
    until: until === undefined ? undefined : until === '' ? null : asDay(until),
  };
}

/** What rows say of each other, and the fields of a row of each other. A term that is told twice is kept once. */
function checkTogether(read: ElectedFile): void {
  const names = new Map<string, string>();
  const terms = new Map<string, ElectedRow>();
  const twice = new Set<ElectedRow>();
  for (const row of read.rows) {
    const { name, email, kind, ordinal, office, from, until } = row;
    if (from !== undefined && until !== undefined && until !== null && until < from) {
      read.fault(row, 'until', refusalSentence(refuse('seat-period-reversed', { from, until })));
    }
    if (kind === 'substitute' && office !== null && office !== undefined) {
      read.fault(row, 'office', 'bara en ledamot är ordförande eller vice ordförande');
    }
    if (email === undefined) continue;
    if (name !== undefined) {
      const other = names.get(email) ?? name;
      if (other !== name) read.fault(row, 'name', `på en annan rad har adressen namnet "${other}"`);
      names.set(email, other);
    }
    if (kind === undefined || ordinal === undefined || from === undefined) continue;
    const term = `${kind}/${ordinal}/${email}/${from}`;
    const same = terms.get(term);
    if (same === undefined) terms.set(term, row);
    else {
      twice.add(row);
      const line = same.places.from?.line ?? 1;
      read.fault(row, 'from', `samma uppdrag står på rad ${line}; ta bort en av raderna`);
    }
  }
  read.rows.splice(0, read.rows.length, ...read.rows.filter((row) => !twice.has(row)));
}

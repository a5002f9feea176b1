import { createHash } from 'node:crypto';
import { unknownMoments, withoutSpread } from './mornings';

type Row = Readonly<Record<string, unknown>>;
/** Tables by name, each with its rows. */
export type World = Readonly<Record<string, readonly Row[]>>;

/** What is the machine's and not the case's: moments, tries, random words, hashes of what holds ids. */
const machineColumns = new Set([
  'recorded_at',
  'created_at',
  'seq',
  'trace_id',
  'message_id',
  'not_before',
  'claimed_until',
  'attempts',
  'receipt_token_hash',
  'input_hash',
  'key_hash',
  'sha256',
  'size',
  'record_hash',
  'result_hash',
]);

/** The same in one table alone. */
const machineColumnsOf: Readonly<Record<string, ReadonlySet<string>>> = {
  process_turn: new Set(['at']),
  // The sweep of the first day runs when the workflow server is up, which the case does not wait for.
  sweep_run: new Set(['at', 'woken']),
  // Made by the database of the title and the number, which stand beside it.
  document: new Set(['search_words']),
  matter: new Set(['search_words']),
};

/** Tables that tell how the house worked and not what the case came to. */
const machineTables = new Set([
  'wake',
  'fault',
  'request',
  'session',
  'sign_in_attempt',
  'sign_in_link',
  'audit_seal',
  'audit_event',
]);

/** Random words in links, and what stands sealed: the same words are sealed otherwise each time. */
const sealed = /sealed:[^"\s]+/g;
const token = /[0-9a-f]{32,}/g;
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** How far rows are followed: a ballot leads over vote, item and meeting to its body in four steps. */
const STEPS = 6;

/**
 * Where two ends of the same case differ. Ids are random, so each row is known by what it holds and by the rows that it
 * points at, those again by what they hold, and so on. Told are the rows that differ in themselves: what only points at
 * them is counted.
 * @returns one line a difference, at most a few for each table
 */
export function differences(expected: World, found: World): string[] {
  const mornings = { before: withoutSpread(ofTheCase(expected)), after: withoutSpread(ofTheCase(found)) };
  const before = signed(mornings.before.world);
  const after = signed(mornings.after.world);
  const tables = [...new Set([...before.keys(), ...after.keys()])].sort();
  const compared = (by: 'own' | 'sign') =>
    tables.map((table) => ({
      table,
      missing: without(before.get(table) ?? [], after.get(table) ?? [], by),
      extra: without(after.get(table) ?? [], before.get(table) ?? [], by),
    }));
  const own = compared('own');
  const all = compared('sign');
  const ownLines = [
    ...unknownMoments(mornings.before, mornings.after, 'saknas'),
    ...unknownMoments(mornings.after, mornings.before, 'är för mycket'),
    ...own.flatMap(told),
  ];
  if (ownLines.length === 0) return all.flatMap(told);
  const byThemselves = new Map(own.map((each) => [each.table, rowsOf(each)]));
  const hanging = all.filter((each) => rowsOf(each) > (byThemselves.get(each.table) ?? 0));
  return [
    ...ownLines,
    ...hanging.map((each) => `${each.table}: ${rowsOf(each)} rader skiljer med det som de pekar på`),
  ];
}

interface Signed {
  /** Of the row and of all that it points at. */
  readonly sign: string;
  /** Of the row alone. */
  readonly own: string;
  readonly row: Row;
}

interface Compared {
  readonly table: string;
  readonly missing: readonly Signed[];
  readonly extra: readonly Signed[];
}

const rowsOf = ({ missing, extra }: Compared) => missing.length + extra.length;

const MOST_TOLD = 3;

function told({ table, missing, extra }: Compared): string[] {
  return [
    ...few(table, 'saknas', missing, (row) => inOtherWords(row, extra)),
    ...few(table, 'är för mycket', extra, (row) => inOtherWords(row, missing)),
  ];
}

function few(
  table: string,
  what: string,
  rows: readonly Signed[],
  words: (row: Row) => string,
): readonly string[] {
  const shown = rows.slice(0, MOST_TOLD).map(({ row }) => `${table} ${what}: ${words(row)}`);
  return rows.length > MOST_TOLD
    ? [...shown, `${table}: ${rows.length - MOST_TOLD} rader till ${what}`]
    : shown;
}

/** A row beside the one that is most like it: the columns that differ stand first, the rest after. */
function inOtherWords(row: Row, others: readonly Signed[]): string {
  const text = (value: unknown) => JSON.stringify(value ?? null).replace(uuid, '#');
  const differing = others
    .map((other) => Object.keys(row).filter((column) => text(row[column]) !== text(other.row[column])))
    .sort((a, b) => a.length - b.length)[0];
  if (differing === undefined || differing.length === 0) return JSON.stringify(row);
  const first = Object.fromEntries(differing.map((column) => [column, row[column]]));
  return `${JSON.stringify(first)} i ${JSON.stringify(row)}`;
}

/** The rows of the first that have no equal in the second, each equal counted once. */
function without(rows: readonly Signed[], others: readonly Signed[], by: 'own' | 'sign'): Signed[] {
  const left = new Map<string, number>();
  for (const { [by]: sign } of others) left.set(sign, (left.get(sign) ?? 0) + 1);
  return rows.filter(({ [by]: sign }) => {
    const count = left.get(sign) ?? 0;
    left.set(sign, count - 1);
    return count <= 0;
  });
}

/** Extracts of one meeting are made side by side: which of them gets the first number of a matter is chance, also undisturbed. */
function withoutChance(world: World): World {
  const { document = [] } = world;
  const numbers = document
    .filter(({ kind }) => kind === 'extract')
    .map(({ registry_number: number }) => number)
    .filter((number) => typeof number === 'string')
    .sort((a, b) => b.length - a.length);
  if (numbers.length === 0) return world;
  const words = numbers.map((number) => number.replace(/[^\p{L}\p{N}]/gu, '\\$&'));
  const told = new RegExp(`(?:${words.join('|')})(?!\\d)`, 'g');
  const free = document.map((row) => (row['kind'] === 'extract' ? { ...row, number: null } : row));
  return JSON.parse(JSON.stringify({ ...world, document: free }).replace(told, '#')) as World;
}

/** What is the case's: before anything is compared, since the machine's own moments may fall on any morning. */
function ofTheCase(world: World): World {
  return Object.fromEntries(
    Object.entries(world)
      .filter(([table]) => !machineTables.has(table))
      .map(([table, rows]) => [table, rows.map((row) => plain(table, row))]),
  );
}

function signed(given: World): Map<string, Signed[]> {
  const rows = Object.entries(withoutChance(given)).flatMap(([table, all]) =>
    all.map((row) => ({ table, row, id: idOf(row) })),
  );
  const own = rows.map(({ table, row }) => sign(table, row, new Map()));
  let names = new Map<string, string>();
  let signs: string[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    signs = rows.map(({ table, row }) => sign(table, row, names));
    names = new Map(rows.flatMap(({ id }, index) => (id === null ? [] : [[id, signs[index] ?? '']])));
  }
  const byTable = new Map<string, Signed[]>();
  for (const [index, { table, row }] of rows.entries())
    byTable.set(table, [
      ...(byTable.get(table) ?? []),
      { sign: signs[index] ?? '', own: own[index] ?? '', row },
    ]);
  return byTable;
}

function plain(table: string, row: Row): Row {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !machineColumns.has(column) && machineColumnsOf[table]?.has(column) !== true)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function idOf(row: Row): string | null {
  const { id } = row;
  return typeof id === 'string' ? id : null;
}

function sign(table: string, row: Row, names: ReadonlyMap<string, string>): string {
  const own = idOf(row);
  const text = JSON.stringify(row)
    .replace(sealed, '#')
    .replace(token, '#')
    .replace(uuid, (id) => (id === own ? '#' : (names.get(id) ?? '#')));
  return createHash('sha256').update(`${table} ${text}`).digest('hex').slice(0, 24);
}

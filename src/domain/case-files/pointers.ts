/** A text in a case file that points at something: `@item:6`, `@dispatch:6/Almby`. */
export interface Pointer {
  readonly kind: string;
  readonly name: string;
}

/** A row that a pointer was found to name; `version` null for rows without one. */
export interface PointedRow {
  /** What is sent in its place: a row's id, or a number that a form would send. */
  readonly id: string | number;
  readonly version: number | null;
}

const pointer = /^@(?<kind>[a-zA-Z]+)(?::(?<name>.+))?$/su;

/** Reads a pointer; null where the text is none. `@@` begins a text with a single @. */
export function readPointer(text: string): Pointer | null {
  const found = pointer.exec(text)?.groups;
  const kind = found?.['kind'];
  return kind === undefined ? null : { kind, name: found?.['name'] ?? '' };
}

/** Where a pointer stands in the value it was found in: names of fields and places in lists. */
export type PointerPath = readonly (string | number)[];

/** Every pointer of a value that JSON can hold, in reading order. */
export function pointersIn(
  value: unknown,
  path: PointerPath = [],
): { readonly pointer: Pointer; readonly path: PointerPath }[] {
  if (typeof value === 'string') {
    const found = readPointer(value);
    return found === null ? [] : [{ pointer: found, path }];
  }
  if (Array.isArray(value)) return value.flatMap((each, index) => pointersIn(each, [...path, index]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => pointersIn(inner, [...path, key]));
}

/** Puts something in the place of every pointer; the rest of the value stays. */
export function replacePointers(value: unknown, replace: (pointer: Pointer) => unknown): unknown {
  if (typeof value === 'string') {
    const found = readPointer(value);
    if (found !== null) return replace(found);
    return value.startsWith('@@') ? value.slice(1) : value;
  }
  if (Array.isArray(value)) return value.map((each) => replacePointers(each, replace));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, replacePointers(inner, replace)]),
  );
}

/**
 * What is sent for an act: pointers become ids. Where the contract wants a `version` and the act says none, it is the one
 * of the first row that the act points at, as a form would send it.
 * @param lookUp finds the row of a pointer; throws where there is none
 */
export async function actInput(
  given: Readonly<Record<string, unknown>>,
  wantsVersion: boolean,
  lookUp: (pointer: Pointer) => Promise<PointedRow>,
): Promise<Record<string, unknown>> {
  const rows = new Map<string, PointedRow>();
  let version: number | undefined;
  for (const { pointer: each } of pointersIn(given)) {
    const row = await lookUp(each);
    rows.set(keyOf(each), row);
    if (row.version !== null) version ??= row.version;
  }
  const input = replacePointers(given, (each) => rows.get(keyOf(each))?.id) as Record<string, unknown>;
  return wantsVersion && !('version' in input) && version !== undefined ? { ...input, version } : input;
}

const keyOf = ({ kind, name }: Pointer): string => `${kind}:${name}`;

/** Where each row of a list stood on the form: rows without a field and blank ones are left out of what is sent on. */
const places = new WeakMap<readonly unknown[], readonly number[]>();

/** Keeps where the rows of a list stood. */
export function keepPlaces<List extends readonly unknown[]>(list: List, rows: readonly number[]): List {
  places.set(list, rows);
  return list;
}

/** Where the row stood on the form; its own place where nothing is known. */
export function placeOf(list: readonly unknown[], row: number): number {
  return places.get(list)?.[row] ?? row;
}

/** A path into what was sent on, as the form has it. */
export function asTyped(input: unknown, path: readonly PropertyKey[]): PropertyKey[] {
  let at = input;
  return path.map((part) => {
    const typed =
      Array.isArray(at) && typeof part === 'number' ? placeOf(at as readonly unknown[], part) : part;
    at = at !== null && typeof at === 'object' ? (Reflect.get(at, part) as unknown) : undefined;
    return typed;
  });
}

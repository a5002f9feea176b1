import type { FormValues } from '../context';
import { keepPlaces } from './typed-rows';

/** Deepest nesting and highest place of a field's name: `points[12].text`. */
const MOST_DEPTH = 6;
const MOST_INDEX = 999;

const part = /^(?:\.?([A-Za-z_]\w*)|\[(\d{1,3})\]|\[\])/;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

interface Node {
  [name: string]: unknown;
}

/**
 * Turns a form's flat fields into the object they name: `points[0].text` into `{ points: [{ text }] }`.
 * Names that begin with `_` are the form's own (page, token) and are left out; a name that cannot be read stays as it is.
 */
export function treeOf(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const root: Node = {};
  for (const [name, value] of Object.entries(values)) {
    if (name.startsWith('_')) continue;
    put(root, partsOf(name) ?? [name], value);
  }
  return dense(root) as Record<string, unknown>;
}

/** The parts of a field's name, or null when it is not written like one. */
export function partsOf(name: string): (string | number)[] | null {
  const parts: (string | number)[] = [];
  let rest = name;
  while (rest !== '') {
    const found = part.exec(rest);
    if (found === null || parts.length === MOST_DEPTH) return null;
    const [whole, key, index] = found;
    if (key !== undefined) {
      if (forbidden.has(key) || (parts.length > 0 && !whole.startsWith('.'))) return null;
      parts.push(key);
    } else if (index !== undefined) {
      if (Number(index) > MOST_INDEX) return null;
      parts.push(Number(index));
    }
    rest = rest.slice(whole.length);
  }
  return parts;
}

/** Lists are objects with numbers as names until all fields are in, so that a high number costs nothing. */
function put(root: Node, parts: readonly (string | number)[], value: unknown): void {
  let at = root;
  parts.forEach((name, place) => {
    if (place === parts.length - 1) {
      at[String(name)] = value;
      return;
    }
    const next = at[String(name)];
    const inner: Node = isNode(next) ? next : {};
    at[String(name)] = inner;
    at = inner;
  });
}

function dense(value: unknown): unknown {
  if (!isNode(value)) return value;
  const names = Object.keys(value);
  if (names.length > 0 && names.every((name) => /^\d+$/.test(name))) {
    const ordered = names.sort((a, b) => Number(a) - Number(b));
    return keepPlaces(
      ordered.map((name) => dense(value[name])),
      ordered.map(Number),
    );
  }
  return Object.fromEntries(names.map((name) => [name, dense(value[name])]));
}

function isNode(value: unknown): value is Node {
  return value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
}

/** The typed texts of a form, without its own hidden fields. */
export function typedOf(values: FormValues): { readonly name: string; readonly text: string }[] {
  return Object.entries(values)
    .filter(([name]) => !name.startsWith('_'))
    .flatMap(([name, value]) => [value].flat().map((text) => ({ name, text })))
    .filter(({ text }) => text.trim() !== '');
}

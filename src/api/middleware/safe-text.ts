/** NUL, or half of a surrogate pair. */
const unfit = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** No contract is nested deeper; what is would only cost time and stack. */
const DEEPEST = 32;

/**
 * Where a parsed request holds a character that no row can, or is nested without end. PostgreSQL would refuse it as a
 * fault; the reader is told instead.
 * @returns the path to the first such text, or null
 */
export function textFaultOf(value: unknown, path = '', depth = 0): string | null {
  if (typeof value === 'string') return unfit.test(value) ? path : null;
  if (value === null || typeof value !== 'object') return null;
  if (depth > DEEPEST) return path;
  for (const [name, inner] of Object.entries(value)) {
    const within = path === '' ? name : `${path}.${name}`;
    if (unfit.test(name)) return path;
    const found = textFaultOf(inner, within, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

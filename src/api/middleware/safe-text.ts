/** NUL, or half of a surrogate pair. */
const unfit = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Where a parsed request holds a character that no row can: NUL, or half of a surrogate pair. PostgreSQL would refuse
 * it as a fault; the reader is told instead.
 * @returns the path to the first such text, or null
 */
export function textFaultOf(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return unfit.test(value) ? path : null;
  if (value === null || typeof value !== 'object') return null;
  for (const [name, inner] of Object.entries(value)) {
    const within = path === '' ? name : `${path}.${name}`;
    if (unfit.test(name)) return path;
    const found = textFaultOf(inner, within);
    if (found !== null) return found;
  }
  return null;
}

import { nearestNames } from '../../domain/case-files/nearest-names';

/** That a name is not in a list, with the names it is like: `"Maj Uterberg" finns inte bland people; menas "Maj Utterberg"?` */
export function unknownName(name: string, list: string, names: Iterable<string>, see = ''): string {
  const near = nearestNames(name, names).map((each) => `"${each}"`);
  const [last, ...before] = near.reverse();
  if (last === undefined) return `"${name}" finns inte bland ${list}${see === '' ? '' : `; ${see}`}`;
  const meant = before.length === 0 ? last : `${before.reverse().join(', ')} eller ${last}`;
  return `"${name}" finns inte bland ${list}; menas ${meant}?`;
}

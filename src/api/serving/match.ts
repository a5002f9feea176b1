import { isUuid } from './uuid';

/** Finds which declared address a path is. */
export interface Matcher<Target> {
  readonly find: (
    pathname: string,
  ) => { readonly target: Target; readonly params: Readonly<Record<string, string>> } | null;
}

/** Addresses with fixed parts go before those with variable ones, whatever order they were declared in. */
export function inMatchingOrder<Target extends { readonly path: string }>(
  targets: readonly Target[],
): Target[] {
  const weight = (target: Target): string =>
    target.path
      .split('/')
      .map((part) => (part.includes(':') ? '1' : '0'))
      .join('');
  return [...targets].sort((a, b) => (weight(a) < weight(b) ? -1 : weight(a) > weight(b) ? 1 : 0));
}

export function matcher<Target extends { readonly path: string }>(
  targets: readonly Target[],
): Matcher<Target> {
  const compiled = inMatchingOrder(targets).map((target) => ({ target, pattern: compile(target.path) }));
  return {
    find(pathname) {
      for (const { target, pattern } of compiled) {
        const found = pattern.exec(pathname);
        if (found === null) continue;
        const params = decode(found.groups ?? {});
        if (params !== null && paramsHold(params)) return { target, params };
      }
      return null;
    },
  };
}

/** No part of an address that names something is longer, in characters. */
export const LONGEST_PART = 200;

/** Parts named `…Id` are UUIDs, and none is too long: anything else names nothing, and never reaches the database. */
export function paramsHold(params: Readonly<Record<string, string>>): boolean {
  return Object.entries(params).every(
    ([name, value]) => value.length <= LONGEST_PART && (!name.endsWith('Id') || isUuid(value)),
  );
}

function compile(pattern: string): RegExp {
  const source = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:(\w+)/g, '(?<$1>[^/]+?)');
  return new RegExp(`^${source}/?$`, 'u');
}

function decode(groups: Readonly<Record<string, string>>): Record<string, string> | null {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    return null;
  }
}

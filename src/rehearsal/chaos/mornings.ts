import { beforeOfficeOpens, OFFICE_OPENS, SPREAD_SECONDS } from '../../domain/processes/office-morning';
import type { Day } from '../../domain/time/day';
import { dayOf, momentAt } from '../../domain/time/stockholm';
import type { World } from './same-end';

const moment = /"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?)(?:\+00:00|Z)"/g;

interface Mornings {
  readonly world: World;
  /** Every moment of the quarter of an hour before an office opens. */
  readonly all: ReadonlySet<string>;
  /** Those that are no row's own. */
  readonly strays: ReadonlySet<string>;
}

/**
 * The reminders of a morning are spread by the ids of rows (wake.md 17), which are random: their quarter of an hour is named
 * instead of the moment. An act may stand there by its own hour, which some row's moment may happen to be in one of two
 * ends alone: so what is no row's moment is kept apart and must be known to the other end.
 */
export function withoutSpread(world: World): Mornings {
  const { deadline = [], assignment = [] } = world;
  const owners = [...deadline.map((row) => row['owner_id']), ...assignment.map((row) => row['id'])];
  const ids = [...new Set(owners.filter((id) => typeof id === 'string'))];
  const opening = new Map<Day, number>();
  const all = new Set<string>();
  const strays = new Set<string>();
  const text = JSON.stringify(world).replace(moment, (told, at: string) => {
    const day = dayOf(new Date(`${at}Z`));
    const opens = opening.get(day) ?? momentAt(day, OFFICE_OPENS).getTime();
    opening.set(day, opens);
    const before = opens - Date.parse(`${at}Z`);
    if (before < 0 || before > SPREAD_SECONDS * 1000) return told;
    all.add(at);
    if (!ids.some((id) => beforeOfficeOpens(day, id).getTime() === opens - before)) strays.add(at);
    return `"${day}, before the office opens"`;
  });
  return { world: JSON.parse(text) as World, all, strays };
}

/** Moments of a morning that are no row's own, and that the other end does not know. */
export const unknownMoments = (of: Mornings, other: Mornings, what: string): string[] =>
  [...of.strays].filter((at) => !other.all.has(at)).map((at) => `ögonblick ${what}: ${at}`);

import type { Day } from '../time/day';
import { momentAt } from '../time/stockholm';

/** When people are at their desks, and what was to be done in the morning has been done. */
export const OFFICE_OPENS = '08:00';

/** A quarter of an hour. */
export const SPREAD_SECONDS = 15 * 60;

/**
 * The moment of a morning when a row's reminder goes: within the quarter of an hour before the office opens, always the same for
 * the same row. The hour is the product's own choice, so the reminders of many rows are spread by their ids (wake.md 17); an hour
 * of the law or the body is never moved.
 * @param rowId the uuid of whoever owns the deadline; its last digits are random
 */
export function beforeOfficeOpens(day: Day, rowId: string): Date {
  const seconds = Number.parseInt(rowId.slice(-8), 16) % SPREAD_SECONDS;
  return new Date(momentAt(day, OFFICE_OPENS).getTime() - seconds * 1000);
}

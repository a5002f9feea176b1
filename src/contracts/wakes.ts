import type { ProcessKind } from './processes';

/**
 * For each command the processes whose reading it may change (wake.md 1); an edit changes none.
 * The runner refuses a wake that does not stand here, and a test compares every read before and after.
 */
export const wakes = {
  // people
  openSignInLink: [],
  // meetings: plan and agenda
  planMeetings: ['meetingCycle'],
  // notifications
  recordMailOpened: ['meetingCycle', 'dispatch'],
} as const satisfies Record<string, readonly ProcessKind[]>;

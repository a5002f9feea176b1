/** What the process of an extract does, in the office's order. */
export const dispatchActs = [
  'makeExtract',
  'sendExtract',
  'taskBounced',
  'remindReceipts',
  'endReceipts',
  'closeExtract',
] as const;
export type DispatchAct = (typeof dispatchActs)[number];

export interface DispatchFacts {
  readonly closed: boolean;
  readonly made: boolean;
  /** Recipients that no letter has been written to yet. */
  readonly unsent: number;
  /** Recipients that have neither received it nor been closed with a reason. */
  readonly outstanding: number;
  /** Of those, recipients whose letter came back and whom the secretary has no task about. */
  readonly bounced: number;
  /** The day by which receipts are expected stands. */
  readonly awaitsReceipts: boolean;
  /** Somebody has not reported back, and the day by which they were asked to has not passed. */
  readonly awaitsReplies: boolean;
  /** Moments of reminders that wait. */
  readonly reminders: readonly Date[];
}

/**
 * M-12: what an extract owes now. It ends when every recipient has confirmed, or is closed with a reason, and everyone has
 * reported back or the day to do so by has passed.
 */
export function dispatchDue(
  facts: DispatchFacts,
  now: Date,
): { readonly ended: boolean; readonly due: DispatchAct | null; readonly nextAt: Date | null } {
  if (facts.closed) return { ended: true, due: null, nextAt: null };
  const due = dueNow(facts, now);
  const nextAt =
    due === null ? ([...facts.reminders].sort((a, b) => a.getTime() - b.getTime())[0] ?? null) : null;
  return { ended: false, due, nextAt };
}

function dueNow(facts: DispatchFacts, now: Date): DispatchAct | null {
  if (!facts.made) return 'makeExtract';
  if (facts.unsent > 0) return 'sendExtract';
  if (facts.outstanding === 0 && !facts.awaitsReplies) return 'closeExtract';
  if (facts.outstanding === 0 && facts.awaitsReceipts) return 'endReceipts';
  if (facts.bounced > 0) return 'taskBounced';
  return facts.reminders.some((at) => at <= now) ? 'remindReceipts' : null;
}

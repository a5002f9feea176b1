/** The day of the case that a deadline was counted from (wake.md 15). */
export const deadlineBases = ['meetingDate', 'verificationDate', 'latestPosting', 'dispatchDate'] as const;

export type DeadlineBasis = (typeof deadlineBases)[number];

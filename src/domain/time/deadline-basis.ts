/** The day of the case that a deadline was counted from (wake.md 16). */
export const deadlineBases = ['meetingDate', 'verificationDate', 'latestPosting', 'dispatchDate'] as const;

export type DeadlineBasis = (typeof deadlineBases)[number];

/** What the process of a verification does, in the office's order. */
export const minutesVerificationActs = [
  'freezeMinutes',
  'askSigners',
  'remindSigners',
  'keepVerifiedCopy',
] as const;
export type MinutesVerificationAct = (typeof minutesVerificationActs)[number];

/** What the rows of one set of minutes say. */
export interface MinutesVerificationFacts {
  readonly state: 'drafting' | 'verifying' | 'verified';
  /** Whether the text of the open round is made as the PDF that is signed; null while no round is open. */
  readonly frozen: boolean | null;
  /** How many of those whose turn it is to sign have not been asked in this round. */
  readonly toAsk: number;
  /** Moments of reminders that wait. */
  readonly reminders: readonly Date[];
  /** Whether the verified copy and the copy for the public are made. */
  readonly copiesMade: boolean;
}

/**
 * M-10: what minutes owe now. The text is frozen, those whose turn it is are asked, whoever has not signed is reminded;
 * it ends when all have signed and the verified copy is kept.
 */
export function minutesVerificationDue(
  facts: MinutesVerificationFacts,
  now: Date,
): { readonly ended: boolean; readonly due: MinutesVerificationAct | null; readonly nextAt: Date | null } {
  if (facts.state === 'verified' && facts.copiesMade) return { ended: true, due: null, nextAt: null };
  const due = dueNow(facts, now);
  const ahead = [...facts.reminders].sort((a, b) => a.getTime() - b.getTime());
  return { ended: false, due, nextAt: due === null ? (ahead[0] ?? null) : null };
}

function dueNow(facts: MinutesVerificationFacts, now: Date): MinutesVerificationAct | null {
  if (facts.state === 'verified') return 'keepVerifiedCopy';
  if (facts.frozen === false) return 'freezeMinutes';
  if (facts.toAsk > 0) return 'askSigners';
  return facts.reminders.some((at) => at <= now) ? 'remindSigners' : null;
}

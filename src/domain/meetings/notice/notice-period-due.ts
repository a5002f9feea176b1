import type { NoticeState } from './notices';

/** What the process of a notice does, in the office's order. */
export const noticePeriodActs = [
  'makeNotices',
  'askRegistrars',
  'taskBounced',
  'remindBoards',
  'endAppealTime',
  'makeCertificate',
] as const;
export type NoticePeriodAct = (typeof noticePeriodActs)[number];

export interface NoticePeriodFacts {
  /** As stored; the moment may already have passed it. */
  readonly state: NoticeState;
  /** Boards whose notice is not made yet. */
  readonly unmade: number;
  /** Boards whose registrar has not been asked yet. */
  readonly unasked: number;
  /** Boards not confirmed whose letters all came back, and of which the secretary has not been told. */
  readonly bounced: number;
  /** Moments of reminders that wait. */
  readonly reminders: readonly Date[];
  /** When the time that runs ends: its last day, 24:00. Null while it does not run. */
  readonly endsAt: Date | null;
  readonly allDown: boolean;
  readonly certificateMade: boolean;
}

/**
 * M-11: what a notice owes now. It ends when the court's answer is recorded, the last board has taken it down and the
 * certificate is written.
 */
export function noticePeriodDue(
  facts: NoticePeriodFacts,
  now: Date,
): { readonly ended: boolean; readonly due: NoticePeriodAct | null; readonly nextAt: Date | null } {
  const answered = facts.state === 'legalForce' || facts.state === 'appealed';
  if (answered && facts.allDown && facts.certificateMade) return { ended: true, due: null, nextAt: null };
  const due = dueNow(facts, now);
  const ahead = [
    ...facts.reminders,
    ...(facts.state === 'running' && facts.endsAt !== null ? [facts.endsAt] : []),
  ];
  const nextAt = due !== null ? null : (ahead.sort((a, b) => a.getTime() - b.getTime())[0] ?? null);
  return { ended: false, due, nextAt };
}

function dueNow(facts: NoticePeriodFacts, now: Date): NoticePeriodAct | null {
  if (facts.unmade > 0) return 'makeNotices';
  if (facts.unasked > 0) return 'askRegistrars';
  if (facts.bounced > 0) return 'taskBounced';
  if (facts.reminders.some((at) => at <= now)) return 'remindBoards';
  if (facts.state === 'running' && facts.endsAt !== null && facts.endsAt <= now) return 'endAppealTime';
  if (facts.allDown && !facts.certificateMade) return 'makeCertificate';
  return null;
}

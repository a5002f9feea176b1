import { momentAt } from '../../time/stockholm';
import type { Day } from '../../time/day';
import type { MeetingCycleAct } from './meeting-cycle-acts';
import { hasReached, type MeetingPhase } from '../phases';

/** Deadlines that a meeting owns before it is held: rows of the kind `meeting`. */
export const meetingDeadlineKinds = ['submission', 'papers', 'summons', 'remoteRequest', 'session'] as const;

export type MeetingDeadlineKind = (typeof meetingDeadlineKinds)[number];

/** Reminders of those deadlines. After an outage only the latest of several passed ones goes (wake.md 16). */
export type MeetingReminderKind = 'submissionSoon' | 'summonsSoon' | 'summonsLate' | 'ringUnopened';

/** What the rows of one meeting say. */
export interface MeetingCycleFacts {
  readonly phase: MeetingPhase;
  readonly day: Day;
  /** Deadlines that are neither done nor closed. */
  readonly openDeadlines: readonly { readonly kind: MeetingDeadlineKind; readonly at: Date }[];
  /** Reminders of those that have not gone. */
  readonly waitingReminders: readonly { readonly kind: MeetingReminderKind; readonly dueAt: Date }[];
  /** Whether the deadlines differ from what the rules of procedure in force now give: they are counted anew. */
  readonly deadlinesStale: boolean;
  /** Whether a memo at one of the items has been made ready since its document was made. */
  readonly memosToMake: boolean;
  /** How many versions of the agenda are approved, and how many times the chair has been asked. */
  readonly agendaVersions: number;
  readonly approvalsAsked: number;
  /** The latest summons; null before the first. */
  readonly summons: { readonly made: boolean; readonly sent: boolean } | null;
  /** Whether the secretary has the task of the meeting day. */
  readonly askedToOpen: boolean;
  /** After the meeting: every notice has ended, and every extract is made, received and closed. */
  readonly noticesEnded: boolean;
  readonly dispatchesClosed: boolean;
}

export interface MeetingCycleDue {
  readonly ended: boolean;
  readonly due: MeetingCycleAct | null;
  readonly nextAt: Date | null;
}

/** Days that ask nothing of anyone when they pass: what comes later is late, or refused. */
export const passingDeadlineKinds = [
  'submission',
  'remoteRequest',
] as const satisfies readonly MeetingDeadlineKind[];
const passing: ReadonlySet<MeetingDeadlineKind> = new Set(passingDeadlineKinds);

const reminderActs: Readonly<Record<MeetingReminderKind, MeetingCycleAct>> = {
  submissionSoon: 'remindSubmission',
  summonsSoon: 'taskIssueSummons',
  summonsLate: 'taskIssueSummons',
  ringUnopened: 'taskRingUnopened',
};

const passed = (at: Date, now: Date): boolean => at.getTime() <= now.getTime();

const settled = (facts: MeetingCycleFacts, kind: MeetingDeadlineKind, at: Date, now: Date): boolean => {
  if (passing.has(kind)) return passed(at, now);
  return kind === 'session' && hasReached(facts.phase, 'inSession');
};

/** The latest of the passed reminders: the others are marked skipped when it goes. */
function dueReminder(facts: MeetingCycleFacts, now: Date): MeetingCycleAct | null {
  const due = facts.waitingReminders
    .filter((reminder) => passed(reminder.dueAt, now))
    .sort((a, b) => b.dueAt.getTime() - a.dueAt.getTime())[0];
  return due === undefined ? null : reminderActs[due.kind];
}

function dueBeforeMeeting(facts: MeetingCycleFacts, now: Date): MeetingCycleAct | null {
  if (facts.deadlinesStale) return 'countDeadlines';
  if (facts.openDeadlines.some(({ kind, at }) => settled(facts, kind, at, now))) return 'passDeadlines';
  const submissionOver = !facts.openDeadlines.some(({ kind }) => kind === 'submission');
  if (facts.phase === 'planned' && submissionOver && facts.approvalsAsked === 0) return 'taskApproveAgenda';
  const reminder = dueReminder(facts, now);
  if (reminder !== null) return reminder;
  const meetingDay = passed(momentAt(facts.day, '00:00'), now);
  return facts.phase === 'summoned' && meetingDay && !facts.askedToOpen ? 'taskOpenMeeting' : null;
}

function dueAct(facts: MeetingCycleFacts, now: Date): MeetingCycleAct | null {
  if (facts.memosToMake) return 'makeMemos';
  if (facts.summons !== null && !facts.summons.made) return 'makeSummons';
  if (facts.summons !== null && !facts.summons.sent) return 'sendSummons';
  const before = dueBeforeMeeting(facts, now);
  if (before !== null) return before;
  return facts.phase === 'verified' && facts.noticesEnded && facts.dispatchesClosed ? 'endMeeting' : null;
}

function nextInstant(facts: MeetingCycleFacts, now: Date): Date | null {
  const instants = [
    ...facts.openDeadlines.filter(({ kind }) => passing.has(kind)).map(({ at }) => at),
    ...facts.waitingReminders.map(({ dueAt }) => dueAt),
    ...(facts.phase === 'summoned' && !facts.askedToOpen ? [momentAt(facts.day, '00:00')] : []),
  ];
  return instants.filter((at) => !passed(at, now)).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/**
 * What a meeting's cycle owes now, and when it looks again though nobody wakes it (architecture.md, `meetingCycle`):
 * the summons is made and sent, passed days are marked, the chair and the secretary are asked and reminded, and the
 * cycle ends when every notice has ended and everything is dispatched.
 */
export function meetingCycleDue(facts: MeetingCycleFacts, now: Date): MeetingCycleDue {
  if (facts.phase === 'ended') return { ended: true, due: null, nextAt: null };
  return { ended: false, due: dueAct(facts, now), nextAt: nextInstant(facts, now) };
}

import { deadlinesBefore, type MeetingDeadline } from '../../../domain/meetings/plan/deadlines';
import type {
  MeetingDeadlineKind,
  MeetingReminderKind,
} from '../../../domain/meetings/plan/meeting-cycle-due';
import { beforeOfficeOpens } from '../../../domain/processes/office-morning';
import { addDays, type Day } from '../../../domain/time/day';
import { momentAt } from '../../../domain/time/stockholm';
import type { RulesInForce } from '../../../store/queries/meetings/plan/plan-rules';
import { closeDeadline, setDeadline } from '../../deadlines/deadlines';
import type { Transaction } from '../../runner/transaction';
import { keepPlanTasks } from './meeting-tasks';

interface MeetingToClock {
  readonly id: string;
  readonly authorityId: string;
  readonly bodyId: string;
  readonly day: Day;
  readonly startTime: string;
}

interface Reminding {
  readonly kind: MeetingReminderKind;
  readonly dueAt: Date;
}

function remindersOf(
  { kind, day, instant }: MeetingDeadline,
  { rules }: RulesInForce,
  meetingId: string,
): Reminding[] {
  const before = (days: number) => beforeOfficeOpens(addDays(day, -days), meetingId);
  if (kind === 'submission') return [{ kind: 'submissionSoon', dueAt: before(rules.submissionReminderDays) }];
  if (kind !== 'summons') return [];
  return [
    { kind: 'summonsSoon', dueAt: before(rules.summonsReminderDays) },
    { kind: 'summonsLate', dueAt: instant },
  ];
}

/**
 * Sets the chain of deadlines of a meeting before it is held, each a row with its rule (M-1). Counted anew when the day
 * is changed: the old rows are closed with why. A reminder whose moment has passed already is not written.
 */
export async function setMeetingDeadlines(
  tx: Transaction,
  meeting: MeetingToClock,
  inForce: RulesInForce,
  reason?: string,
): Promise<void> {
  const owner = { kind: 'meeting', id: meeting.id, authorityId: meeting.authorityId };
  const ahead = (reminders: readonly Reminding[]) => reminders.filter(({ dueAt }) => dueAt > tx.now);
  const bodyRule = inForce.decidedBy.slice(0, 255);
  const counted = deadlinesBefore(inForce.rules, meeting.day);
  for (const deadline of counted) {
    const { kind, day, instant, law, basis } = deadline;
    const reminders = ahead(remindersOf(deadline, inForce, meeting.id));
    await setDeadline(tx, { owner, kind, day, at: instant, rule: law ?? bodyRule, basis, reminders }, reason);
  }
  const ring = beforeOfficeOpens(addDays(meeting.day, -inForce.rules.unopenedSummonsDays), meeting.id);
  const session: MeetingDeadlineKind = 'session';
  await setDeadline(
    tx,
    {
      owner,
      kind: session,
      day: meeting.day,
      at: momentAt(meeting.day, meeting.startTime),
      rule: 'KL 6:23',
      basis: 'meetingDate',
      reminders: ahead([{ kind: 'ringUnopened', dueAt: ring }]),
    },
    reason,
  );
  if (!counted.some(({ kind }) => kind === 'remoteRequest')) {
    await closeDeadline(tx, meeting.id, 'remoteRequest', 'distansdeltagande är inte tillåtet');
  }
  await keepPlanTasks(tx, meeting, inForce);
}

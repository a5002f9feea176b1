import { summonsDueDay } from '../../../domain/meetings/plan/deadlines';
import { addDays } from '../../../domain/time/day';
import type { Meeting } from '../../../store/entities/meetings';
import type { RulesInForce } from '../../../store/queries/meetings/plan/plan-rules';
import { closeTasks, moveTasks, openTask } from '../../notifications/tasks';
import type { Transaction } from '../../runner/transaction';
import { endAsk } from '../before/substitute-asks';

type PlannedMeeting = Pick<Meeting, 'id' | 'authorityId' | 'bodyId' | 'day'>;

/**
 * N-1: from the day a meeting is planned its secretary has the agenda as a task, by the submission deadline: then the
 * chair is asked. When the meeting is moved, what is asked of secretary and chair before the summons moves with it.
 */
export async function keepPlanTasks(
  tx: Transaction,
  meeting: PlannedMeeting,
  { rules, decidedBy }: RulesInForce,
): Promise<void> {
  const { id, authorityId, bodyId, day } = meeting;
  if (day < tx.today) return;
  const submissionDay = addDays(day, -rules.submissionDeadlineDays);
  await openTask(tx, {
    kind: 'buildAgenda',
    subject: { kind: 'meeting', id, authorityId },
    for: { role: 'secretary', scopeId: bodyId },
    bodyId,
    dueDay: submissionDay,
    rule: decidedBy.slice(0, 255),
    facts: { day },
    link: `/sammantraden/${id}/foredragningslista`,
  });
  await moveTasks(tx, id, ['buildAgenda'], { dueDay: submissionDay, facts: { day } });
  await moveTasks(tx, id, ['approvalWaiting', 'approveAgenda', 'agendaReturned', 'issueSummons'], {
    dueDay: summonsDueDay(rules, day),
    facts: { day },
  });
}

/** The meeting is opened: what was asked of people before it has no meaning any more. */
export async function closePreparations(tx: Transaction, meetingId: string): Promise<void> {
  await closeTasks(tx, meetingId, [
    'openMeeting',
    'ringUnopened',
    'memosLate',
    'approvalWaiting',
    'issueSummons',
  ]);
  await closeTasks(tx, meetingId, ['approveAgenda', 'buildAgenda', 'agendaReturned']);
  const asked: { id: string }[] = await tx.em.execute(
    `select id from remote_request where meeting_id = ? union all select id from substitute_call where meeting_id = ?
     union all select id from agenda_item where meeting_id = ?`,
    [meetingId, meetingId, meetingId],
  );
  await closeTasks(
    tx,
    asked.map(({ id }) => id),
    ['decideRemote', 'noSubstituteLeft', 'addMemo'],
  );
  const unanswered: { id: string }[] = await tx.em.execute(
    `select a.id from substitute_ask a join substitute_call c on c.id = a.call_id
     where c.meeting_id = ? and a.answer is null`,
    [meetingId],
  );
  for (const { id } of unanswered) await endAsk(tx, id);
}

/** N-1: a meeting that is open waits for the secretary to close it. */
export async function askToCloseMeeting(tx: Transaction, meeting: PlannedMeeting): Promise<void> {
  const { id, authorityId, bodyId, day } = meeting;
  await openTask(tx, {
    kind: 'closeMeeting',
    subject: { kind: 'meeting', id, authorityId },
    for: { role: 'secretary', scopeId: bodyId },
    bodyId,
    dueDay: tx.today,
    rule: null,
    facts: { day },
    link: `/sammantraden/${id}/motet`,
  });
}

/** The meeting is closed: nobody reads papers to it any more. */
export async function closeSessionTasks(tx: Transaction, meetingId: string): Promise<void> {
  await closeTasks(tx, meetingId, ['closeMeeting']);
  const summons: { id: string }[] = await tx.em.execute('select id from summons where meeting_id = ?', [
    meetingId,
  ]);
  await closeTasks(
    tx,
    summons.map(({ id }) => id),
    ['readPapers'],
  );
}

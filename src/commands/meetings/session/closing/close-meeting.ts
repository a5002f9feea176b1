import { isDecidedAlone } from '../../../../domain/meetings/session/sub-items';
import { v7 as uuidv7 } from 'uuid';
import { CloseMeeting, type ClosedMeeting } from '../../../../contracts/meetings/session/meeting';
import { closingFaults, type ClosingItem } from '../../../../domain/meetings/session/closing';
import { phaseAfter } from '../../../../domain/meetings/phases';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import { yearOf, type Day } from '../../../../domain/time/day';
import { Assignment, Decision, VerificationPlan } from '../../../../store/entities/sessions';
import {
  presided,
  treatedItems,
  type Session,
  type SessionItem,
} from '../../../../store/queries/meetings/session/session';
import { AgendaItem } from '../../../../store/entities/meetings';
import { wakeWaitingAssignments } from '../../../assignments/waiting-assignments';
import { defineCommand } from '../../../runner/command';
import type { Transaction } from '../../../runner/transaction';
import { closeSessionTasks } from '../../plan/meeting-tasks';
import { onMeeting } from '../../plan/objects';
import { makeMinutes, setVerificationDeadline } from './minutes-rows';
import { openSession, type OpenSession } from '../open-session';
import { askForReasons } from './reason-tasks';
import { returnItems } from './returning-items';
import { verifierFault } from '../set-verification';
import { hasOpenVote } from '../decisions/vote-rows';

/**
 * M-6, B-8: the meeting is closed. Paragraphs are numbered in the order treated, the minutes are made of what was
 * recorded, what was put off returns on the next agenda, and the days of verification run.
 */
export const closeMeeting = defineCommand<CloseMeeting, ClosedMeeting>({
  name: 'closeMeeting',
  kind: 'step',
  input: CloseMeeting,
  permission: (tx, input) => onMeeting(tx, 'session.run', input.meetingId),
  handle: async (tx, input) => {
    const open = await openSession(tx, input.meetingId, 'closeMeeting');
    if (!open.ok) return open;
    const { meeting, session } = open;
    const items = closingItems(session);
    const openVote = await hasOpenVote(tx, meeting.id);
    const earlierOpenMeeting = await earlierOpen(tx, open);
    const awaited = [...items, ...decidedSubItems(session)];
    const fault = closingFaults(awaited, { openVote, earlierOpenMeeting })[0];
    if (fault !== undefined) return fault;
    const plan = await planOf(tx, open);
    if (!plan.ok) return plan;
    const writer = tx.actor.kind === 'person' ? tx.actor.personId : null;
    if (writer === null) return refuse('minutes-without-writer');
    const chairs = presided(session);
    if (chairs.length === 0) return refuse('minutes-without-chair');
    const minutesId = uuidv7();
    await finishLast(tx, session);
    const paragraphs = await makeMinutes(tx, open, minutesId, items, { writer, chairs, plan: plan.row });
    await setVerificationDeadline(tx, open, minutesId);
    await closeSessionTasks(tx, meeting.id);
    await askForReasons(tx, meeting, plan.row.day);
    const decisions = await tx.em.find(Decision, { itemId: { $in: session.items.map(({ id }) => id) } });
    const outcomeOf = new Map(decisions.map(({ itemId, outcome }) => [itemId, outcome]));
    const settled = treatedItems(session.items).map((item) => ({
      item,
      outcome: outcomeOf.get(item.id) ?? null,
    }));
    const given = await returnItems(tx, meeting, settled);
    meeting.phase = phaseAfter(meeting.phase, 'closeMeeting');
    meeting.closedAt = tx.now;
    const { id, authorityId } = meeting;
    return {
      ok: true,
      result: { meetingId: id, minutesId, paragraphs, returning: given.length },
      subject: { kind: 'meeting', id, authorityId },
      wakes: [
        ...[id, ...new Set(given)].map((row) => ({
          kind: 'meetingCycle' as const,
          row,
          authority: authorityId,
        })),
        { kind: 'minutesVerification', row: minutesId, authority: authorityId },
        ...(await openAssignments(tx, session)).map((row) => ({
          kind: 'assignmentFollowUp' as const,
          row,
          authority: authorityId,
        })),
        ...(await wakeWaitingAssignments(tx, meeting.bodyId)),
      ],
    };
  },
});

/** The top-level items as the meeting leaves them, in agenda order. */
function closingItems({ items }: Session): ClosingItem[] {
  return items.filter(({ parentId }) => parentId === null).map(asLeft);
}

/** M-20: the sub-items that are to have decisions of their own. */
function decidedSubItems({ items }: Session): ClosingItem[] {
  return items.filter((item) => isDecidedAlone(item, items)).map(asLeft);
}

function asLeft({ id, label, withdrawn, treatedOrder, kind, decided }: SessionItem): ClosingItem {
  return { id, label, withdrawn, treatedOrder, needsDecision: kind === 'decision', decided };
}

/** B-8: a meeting before this one in the same period of numbers that was summoned and is not closed: its numbers come first. */
async function earlierOpen(tx: Transaction, { meeting, inForce }: OpenSession): Promise<Day | null> {
  const { paragraphNumbering } = inForce.rules;
  if (paragraphNumbering === 'meeting') return null;
  const rows: { day: Day }[] = await tx.em.execute(
    `select day::text as day from meeting where body_id = ? and day < ?::date and phase in ('summoned', 'inSession')
     order by day desc limit 100`,
    [meeting.bodyId, meeting.day],
  );
  const samePeriod = (day: Day) => paragraphNumbering === 'term' || yearOf(day) === yearOf(meeting.day);
  return rows.find(({ day }) => samePeriod(day))?.day ?? null;
}

async function planOf(
  tx: Transaction,
  open: OpenSession,
): Promise<{ readonly ok: true; readonly row: VerificationPlan } | Refusal> {
  const row = await tx.em.findOne(VerificationPlan, open.meeting.id);
  if (row === null) return refuse('verification-day-and-place-missing');
  const fault = verifierFault(open, row.verifierIds);
  return fault ?? { ok: true, row };
}

/** M-13: what the body asked of someone is followed from the meeting's close. */
async function openAssignments(tx: Transaction, session: Session): Promise<string[]> {
  const itemIds = session.items.map(({ id }) => id);
  const rows = await tx.em.find(Assignment, { itemId: { $in: itemIds }, state: 'open' });
  return rows.map(({ id }) => id);
}

async function finishLast(tx: Transaction, session: Session): Promise<void> {
  if (session.current === null) return;
  const item = await tx.em.findOneOrFail(AgendaItem, session.current.id);
  item.treatedAt ??= tx.now;
}

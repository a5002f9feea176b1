import { OfAssignment, type AssignmentChanged } from '../../contracts/assignments/assignments';
import { refuse } from '../../domain/refusals/refusal';
import { AgendaItem } from '../../store/entities/meetings';
import { Person } from '../../store/entities/people';
import { Assignment } from '../../store/entities/sessions';
import { nextPlannedMeeting } from '../../store/queries/assignments/assignment-facts';
import { writeSummary } from '../meetings/agenda/item-rows';
import { carryRecusals } from '../meetings/before/carried-recusals';
import { openAgenda, type OpenAgenda } from '../meetings/agenda/open-agenda';
import { newItem, placeItem } from '../meetings/agenda/place-item';
import { defineCommand } from '../runner/command';
import { lockRow, type Transaction } from '../runner/transaction';
import { assignmentDone, originOf } from './open-assignment';

const LONGEST_TITLE = 300;

/**
 * M-13: what was reported, or not reported in time, comes back to the body as a new item that carries on the old one, on
 * its next planned meeting. A report that comes while the item still stands on an agenda is written there.
 */
export const returnAssignment = defineCommand<OfAssignment, AssignmentChanged>({
  name: 'returnAssignment',
  kind: 'step',
  input: OfAssignment,
  permission: 'internal',
  handle: async (tx, input) => {
    const unlocked = await tx.em.findOneOrFail(Assignment, input.assignmentId);
    const standing = await standingItem(tx, unlocked);
    const meetingId = standing?.meetingId ?? (await nextPlannedMeeting(tx.em, unlocked.bodyId, tx.today));
    // The meeting is locked before the assignment; whoever was before us has moved the version.
    if (meetingId === null) return refuse('stale-version');
    const open = await openAgenda(tx, meetingId);
    if (!open.ok) return refuse('stale-version');
    const locked = await lockRow(tx, Assignment, { id: input.assignmentId }, input.version);
    if (!locked.ok) return locked;
    const assignment = locked.row;
    if (assignment.state === 'closed') return refuse('stale-version');
    const item = standing ?? (await addReturnItem(tx, open, assignment));
    await writeSummary(
      tx,
      { itemId: item.id, authorityId: item.authorityId, bodyId: item.bodyId, closed: item.closed },
      await reportWords(tx, assignment),
    );
    assignment.returnItemId = item.id;
    if (assignment.state === 'reported') assignment.state = 'closed';
    await tx.em.flush();
    await tx.em.execute('update assignment set version = version + 1 where id = ?', [assignment.id]);
    return assignmentDone(assignment, [
      { kind: 'meetingCycle', row: meetingId, authority: assignment.authorityId },
    ]);
  },
});

/** The item it stands as on the agenda of a meeting that is not over. */
async function standingItem(tx: Transaction, assignment: Assignment): Promise<AgendaItem | null> {
  const { returnItemId } = assignment;
  if ((returnItemId ?? null) === null) return null;
  const rows: { id: string }[] = await tx.em.execute(
    `select i.id from agenda_item i join meeting m on m.id = i.meeting_id where i.id = ? and i.state = 'listed'
       and i.treated_at is null and m.phase in ('planned', 'agendaApproved', 'summoned', 'inSession')`,
    [returnItemId],
  );
  return rows.length === 0 ? null : tx.em.findOneOrFail(AgendaItem, String(returnItemId));
}

async function addReturnItem(tx: Transaction, open: OpenAgenda, assignment: Assignment): Promise<AgendaItem> {
  const { meeting } = open;
  const { item: origin } = await originOf(tx, assignment);
  const item = await newItem(tx, open, {
    kind: 'information',
    title: `Återrapportering: ${origin.title}`.slice(0, LONGEST_TITLE),
    publicTitle: origin.publicTitle ?? null,
    closed: origin.closed,
    exerciseOfAuthority: origin.exerciseOfAuthority,
    presenters: [],
    recipientIds: [],
    plannedTime: null,
    parentId: null,
    matterId: origin.matterId ?? null,
    templateKey: null,
    continuesId: origin.id,
  });
  await carryRecusals(tx, origin.id, { itemId: item.id, meeting });
  await placeItem(tx, open, item);
  return item;
}

/** "Ärendet i korthet" of the item: what was asked of whom by when, and the report or that it is missing. */
async function reportWords(tx: Transaction, assignment: Assignment): Promise<string> {
  const { meeting } = await originOf(tx, assignment);
  const owner = await tx.em.findOneOrFail(Person, assignment.ownerPersonId);
  const what = assignment.kind === 'condition' ? 'Villkor' : 'Uppdrag';
  const day = assignment.dueDay ?? null;
  const by = day === null ? '' : ` Skulle redovisas senast ${day}.`;
  const report = assignment.report ?? null;
  return [
    `${what} från sammanträdet ${meeting.day}: ${assignment.text}`,
    `Ansvarig: ${owner.name}.${by}`,
    report === null ? 'Någon återrapport har inte lämnats i tid.' : `Återrapport: ${report}`,
  ].join('\n\n');
}

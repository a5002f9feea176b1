import { v7 as uuidv7 } from 'uuid';
import { ApproveAgenda } from '../../../contracts/meetings/agenda/approve-agenda';
import { agendaFaults } from '../../../domain/meetings/agenda/agenda-item';
import { numberAgenda } from '../../../domain/meetings/agenda/agenda-numbers';
import { versionLetter } from '../../../domain/meetings/agenda/agenda-versions';
import { summonsDueDay } from '../../../domain/meetings/plan/deadlines';
import { phaseAfter } from '../../../domain/meetings/phases';
import { refuse } from '../../../domain/refusals/refusal';
import { Body } from '../../../store/entities/bodies';
import { lastAgendaNumber } from '../../../store/queries/meetings/agenda/agenda-items';
import {
  agendaStamp,
  changesBetween,
  snapshotItems,
} from '../../../store/queries/meetings/agenda/agenda-snapshot';
import { readAgendaVersions } from '../../../store/queries/meetings/agenda/agenda-versions';
import { wakeWaitingAssignments } from '../../assignments/waiting-assignments';
import { closeTasks, openTask } from '../../notifications/tasks';
import { withdrawMails } from '../../notifications/mail';
import { defineCommand } from '../../runner/command';
import { lockRow, type Transaction } from '../../runner/transaction';
import { onMeeting } from '../plan/objects';
import { agendaNow, openAgenda, type OpenAgenda } from './open-agenda';

/**
 * M-3, B-8: the chair approves the agenda just as it was read. Items get their numbers, never to be used again, and the
 * version keeps what the summons is made from.
 */
export const approveAgenda = defineCommand<ApproveAgenda, { agendaVersionId: string; letter: string }>({
  name: 'approveAgenda',
  kind: 'step',
  input: ApproveAgenda,
  permission: (tx, input) => onMeeting(tx, 'agenda.approve', input.meetingId),
  handle: async (tx, input) => {
    const open = await openAgenda(tx, input.meetingId, 'approveAgenda');
    if (!open.ok) return open;
    const { meeting } = open;
    if (await isKeptFromItems(tx, meeting.id)) return refuse('agenda-recused-approver');
    const items = await agendaNow(tx, open);
    if (agendaStamp(items) !== input.version) return refuse('stale-version');
    const fault = agendaFaults(items.filter(({ withdrawn }) => !withdrawn))[0];
    if (fault !== undefined) return fault;
    const versions = await readAgendaVersions(tx.em, meeting.id);
    const latest = versions.at(-1);
    const unnumbered = items.some(({ parentId, agendaNumber }) => parentId === null && agendaNumber === null);
    await giveNumbers(tx, open);
    const approved = snapshotItems(await agendaNow(tx, open));
    const changes = latest === undefined ? [] : changesBetween(latest.snapshot.items, approved);
    if (latest !== undefined && changes.length === 0 && !unnumbered) {
      return refuse('agenda-unchanged', { letter: latest.letter });
    }
    const id = uuidv7();
    const letter = versionLetter(versions.length + 1);
    const approver = tx.actor.kind === 'person' ? tx.actor.personId : null;
    if (approver === null) return refuse('not-allowed', { who: 'chair' });
    await tx.em.execute(
      'insert into agenda_version (id, meeting_id, letter, snapshot, approved_by, approved_at) values (?, ?, ?, ?::jsonb, ?, ?)',
      [id, meeting.id, letter, JSON.stringify({ items: approved, changes }), approver, tx.now],
    );
    meeting.phase = phaseAfter(meeting.phase, 'approveAgenda');
    await tx.em.flush();
    await tasksAfterApproval(tx, open, versions.length + 1);
    const { id: meetingId, authorityId } = meeting;
    return {
      ok: true,
      result: { agendaVersionId: id, letter },
      subject: { kind: 'meeting', id: meetingId, authorityId },
      wakes: [
        { kind: 'meetingCycle', row: meetingId, authority: authorityId },
        ...(await wakeWaitingAssignments(tx, meeting.bodyId)),
      ],
    };
  },
});

/** Whether row level security hides an item of the agenda from whoever approves: then it is not theirs to approve. */
async function isKeptFromItems(tx: Transaction, meetingId: string): Promise<boolean> {
  if (tx.actor.kind !== 'person') return false;
  const rows: unknown[] = await tx.em.execute(
    `select 1 from recusal r where r.meeting_id = ? and r.person_id = ? and r.withdrawn_at is null
       and not exists (select from agenda_item i where i.id = r.item_id)`,
    [meetingId, tx.actor.personId],
  );
  return rows.length > 0;
}

/** Numbers within the meeting, the year or the term: the body's row is locked, so that two meetings never share one. */
async function giveNumbers(tx: Transaction, open: OpenAgenda): Promise<void> {
  const { meeting, inForce } = open;
  await lockRow(tx, Body, { id: meeting.bodyId });
  const items = await agendaNow(tx, open);
  const last = await lastAgendaNumber(tx.em, meeting, inForce.rules.agendaNumbering);
  const { numbers, lastGiven } = numberAgenda(items, last);
  for (const [itemId, number] of numbers) {
    await tx.em.execute('update agenda_item set agenda_number = ? where id = ? and agenda_number is null', [
      number,
      itemId,
    ]);
  }
  if (lastGiven !== last) meeting.lastAgendaNumber = lastGiven;
}

/** The chair's task is done; the secretary's is to issue the summons, anew after each version. */
async function tasksAfterApproval(tx: Transaction, open: OpenAgenda, round: number): Promise<void> {
  const { meeting, inForce } = open;
  await closeTasks(tx, meeting.id, ['buildAgenda', 'approveAgenda', 'approvalWaiting', 'agendaReturned']);
  await withdrawMails(tx, meeting.id, ['agendaToApprove', 'agendaReturned']);
  const dueDay = summonsDueDay(inForce.rules, meeting.day);
  await tx.em.execute(
    `update task set closed_at = ? where subject_id = ? and kind = 'issueSummons' and cycle < ? and closed_at is null`,
    [tx.now, meeting.id, round],
  );
  await openTask(tx, {
    kind: 'issueSummons',
    subject: { kind: 'meeting', id: meeting.id, authorityId: meeting.authorityId },
    for: { role: 'secretary', scopeId: meeting.bodyId },
    cycle: round,
    bodyId: meeting.bodyId,
    dueDay,
    rule: inForce.decidedBy.slice(0, 255),
    facts: { day: meeting.day },
    link: `/sammantraden/${meeting.id}/kallelse/utfarda`,
  });
}

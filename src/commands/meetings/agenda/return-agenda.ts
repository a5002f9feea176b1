import { v7 as uuidv7 } from 'uuid';
import { ReturnAgenda } from '../../../contracts/meetings/agenda/approve-agenda';
import { refuse } from '../../../domain/refusals/refusal';
import { summonsDueDay } from '../../../domain/meetings/plan/deadlines';
import { Body } from '../../../store/entities/bodies';
import { readAgendaReturns, readApprovalRound } from '../../../store/queries/meetings/agenda/agenda-returns';
import { peopleHolding } from '../../../store/queries/meetings/plan/people-holding';
import { queueMail, withdrawMails } from '../../notifications/mail';
import { closeTasks, openTask } from '../../notifications/tasks';
import { defineCommand } from '../../runner/command';
import { onMeeting } from '../plan/objects';
import { openAgenda } from './open-agenda';

/**
 * M-3: the chair hands the agenda back with what should be changed. The secretary gets the words as a task and a letter that
 * leads to them, changes the list and asks again.
 */
export const returnAgenda = defineCommand<ReturnAgenda, { meetingId: string; number: number }>({
  name: 'returnAgenda',
  kind: 'edit',
  input: ReturnAgenda,
  permission: (tx, input) => onMeeting(tx, 'agenda.approve', input.meetingId),
  handle: async (tx, { meetingId, words }) => {
    const open = await openAgenda(tx, meetingId, 'approveAgenda');
    if (!open.ok) return open;
    const { meeting, inForce } = open;
    if (tx.actor.kind !== 'person') return refuse('not-allowed', { who: 'chair' });
    const { awaitsChair } = await readApprovalRound(tx.em, meetingId);
    if (!awaitsChair) return refuse('approval-not-asked');
    const number = (await readAgendaReturns(tx.em, meetingId)).length + 1;
    await tx.em.execute(
      'insert into agenda_return (id, meeting_id, number, words, returned_by, returned_at) values (?, ?, ?, ?, ?, ?)',
      [uuidv7(), meetingId, number, words, tx.actor.personId, tx.now],
    );
    const { authorityId, bodyId, day } = meeting;
    const subject = { kind: 'meeting', id: meetingId, authorityId };
    const dueDay = summonsDueDay(inForce.rules, day);
    const link = `/sammantraden/${meetingId}/foredragningslista`;
    await closeTasks(tx, meetingId, ['approveAgenda', 'approvalWaiting']);
    await withdrawMails(tx, meetingId, ['agendaToApprove']);
    await openTask(tx, {
      kind: 'agendaReturned',
      subject,
      for: { role: 'secretary', scopeId: bodyId },
      cycle: number,
      bodyId,
      dueDay,
      rule: inForce.decidedBy.slice(0, 255),
      facts: { day },
      link,
    });
    const body = await tx.em.findOneOrFail(Body, bodyId);
    for (const personId of await peopleHolding(tx.em, bodyId, 'secretary', tx.today)) {
      const data = { body: body.name, day, dueDay, link };
      const as = { role: 'secretary', scopeId: bodyId } as const;
      await queueMail(tx, {
        template: 'agendaReturned',
        subject,
        version: number,
        to: { personId },
        as,
        data,
      });
    }
    return { ok: true, result: { meetingId, number }, subject };
  },
});

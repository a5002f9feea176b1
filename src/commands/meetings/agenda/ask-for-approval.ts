import { AskForApproval } from '../../../contracts/meetings/agenda/approve-agenda';
import { refuse } from '../../../domain/refusals/refusal';
import { summonsDueDay } from '../../../domain/meetings/plan/deadlines';
import { Body } from '../../../store/entities/bodies';
import { peopleHolding } from '../../../store/queries/meetings/plan/people-holding';
import { readApprovalRound } from '../../../store/queries/meetings/agenda/agenda-returns';
import { readAgendaVersions } from '../../../store/queries/meetings/agenda/agenda-versions';
import { changesBetween, snapshotItems } from '../../../store/queries/meetings/agenda/agenda-snapshot';
import { queueMail, withdrawMails } from '../../notifications/mail';
import { closeTasks, openTask } from '../../notifications/tasks';
import { defineCommand } from '../../runner/command';
import { onMeeting } from '../plan/objects';
import { agendaNow, openAgenda } from './open-agenda';

/** M-3: the agenda goes to the chair: a task and a letter, once until the chair has answered. */
export const askForApproval = defineCommand<AskForApproval, { meetingId: string; asked: number }>({
  name: 'askForApproval',
  kind: 'step',
  input: AskForApproval,
  permission: (tx, input) => onMeeting(tx, 'agenda.write', input.meetingId),
  handle: async (tx, { meetingId }) => {
    const open = await openAgenda(tx, meetingId, 'approveAgenda');
    if (!open.ok) return open;
    const { meeting, inForce } = open;
    const { round, awaitsChair } = await readApprovalRound(tx.em, meetingId);
    if (awaitsChair) return refuse('approval-asked-already');
    const latest = (await readAgendaVersions(tx.em, meetingId)).at(-1);
    const items = snapshotItems(await agendaNow(tx, open));
    if (latest !== undefined && changesBetween(latest.snapshot.items, items).length === 0) {
      return refuse('agenda-unchanged', { letter: latest.letter });
    }
    const { authorityId } = meeting;
    const body = await tx.em.findOneOrFail(Body, meeting.bodyId);
    const subject = { kind: 'meeting', id: meetingId, authorityId };
    const dueDay = summonsDueDay(inForce.rules, meeting.day);
    const link = `/sammantraden/${meetingId}/godkannande`;
    await openTask(tx, {
      kind: 'approveAgenda',
      subject,
      for: { role: 'chair', scopeId: meeting.bodyId },
      cycle: round,
      bodyId: meeting.bodyId,
      dueDay,
      rule: 'M-3',
      facts: { day: meeting.day },
      link,
    });
    await closeTasks(tx, meetingId, ['buildAgenda', 'agendaReturned']);
    await withdrawMails(tx, meetingId, ['agendaReturned']);
    await openTask(tx, {
      kind: 'approvalWaiting',
      subject,
      for: { role: 'secretary', scopeId: meeting.bodyId },
      cycle: round,
      bodyId: meeting.bodyId,
      dueDay,
      rule: inForce.decidedBy.slice(0, 255),
      facts: { day: meeting.day },
      link: `/sammantraden/${meetingId}`,
    });
    for (const personId of await peopleHolding(tx.em, meeting.bodyId, 'chair', tx.today)) {
      const data = { body: body.name, day: meeting.day, dueDay, link };
      const as = { role: 'chair', scopeId: meeting.bodyId } as const;
      await queueMail(tx, {
        template: 'agendaToApprove',
        subject,
        version: round,
        to: { personId },
        as,
        data,
      });
    }
    return {
      ok: true,
      result: { meetingId, asked: round },
      subject,
      wakes: [{ kind: 'meetingCycle', row: meetingId, authority: authorityId }],
    };
  },
});

import { summonsDueDay } from '../../../domain/meetings/plan/deadlines';
import { refuse } from '../../../domain/refusals/refusal';
import { Body } from '../../../store/entities/bodies';
import { readAgendaVersions } from '../../../store/queries/meetings/agenda/agenda-versions';
import { peopleHolding } from '../../../store/queries/meetings/plan/people-holding';
import { rulesOfMeeting } from '../../../store/queries/meetings/plan/plan-rules';
import { takeDueReminder } from '../../deadlines/deadlines';
import { queueMail } from '../../notifications/mail';
import { openTask } from '../../notifications/tasks';
import { meetingStep } from '../plan/meeting-step';

/** M-4: the secretary is reminded before the summons day, and told when it has passed: the task is red from then on. */
export const remindSummons = meetingStep('remindSummons', async (tx, meeting) => {
  const { id, authorityId, bodyId, day, rulesId } = meeting;
  const reminder = await takeDueReminder(tx, id, 'summons');
  if (reminder === null) return refuse('stale-version');
  const inForce = await rulesOfMeeting(tx.em, { rulesId, bodyId, day });
  if (inForce === null) return refuse('rules-of-procedure-missing', { day });
  const body = await tx.em.findOneOrFail(Body, bodyId);
  const dueDay = summonsDueDay(inForce.rules, day);
  const subject = { kind: 'meeting', id, authorityId };
  const versions = await readAgendaVersions(tx.em, id);
  const link = `/sammantraden/${id}/kallelse/utfarda`;
  await openTask(tx, {
    kind: 'issueSummons',
    subject,
    for: { role: 'secretary', scopeId: bodyId },
    cycle: Math.max(1, versions.length),
    bodyId,
    dueDay,
    rule: inForce.decidedBy.slice(0, 255),
    facts: { day },
    link,
  });
  for (const personId of await peopleHolding(tx.em, bodyId, 'secretary', tx.today)) {
    const data = { body: body.name, day, dueDay, link };
    const version = Number(dueDay.replaceAll('-', ''));
    const round = reminder.kind === 'summonsLate' ? 2 : 1;
    const as = { role: 'secretary', scopeId: bodyId } as const;
    await queueMail(tx, { template: 'summonsReminder', subject, version, round, to: { personId }, as, data });
  }
  return null;
});

import { refuse } from '../../../domain/refusals/refusal';
import { addDays } from '../../../domain/time/day';
import { Body } from '../../../store/entities/bodies';
import { rulesOfMeeting } from '../../../store/queries/meetings/plan/plan-rules';
import { takeDueReminder } from '../../deadlines/deadlines';
import { queueMail } from '../../notifications/mail';
import { meetingStep } from './meeting-step';
import type { Transaction } from '../../runner/transaction';

/** M-1: those who write for the body are reminded before the submission deadline. */
export const remindSubmission = meetingStep('remindSubmission', async (tx, meeting) => {
  const reminder = await takeDueReminder(tx, meeting.id, 'submission');
  if (reminder === null) return refuse('stale-version');
  const inForce = await rulesOfMeeting(tx.em, meeting);
  if (inForce === null) return refuse('rules-of-procedure-missing', { day: meeting.day });
  const body = await tx.em.findOneOrFail(Body, meeting.bodyId);
  const { id, authorityId, day } = meeting;
  const dueDay = addDays(day, -inForce.rules.submissionDeadlineDays);
  const due = `${dueDay} ${inForce.rules.submissionDeadlineTime}`;
  const subject = { kind: 'meeting', id, authorityId };
  for (const personId of await writersFor(tx, meeting.bodyId)) {
    const data = { body: body.name, day, dueDay, due, link: '/tjansteskrivelser' };
    // A meeting that is moved has a new deadline: its day tells the letters apart.
    const version = Number(dueDay.replaceAll('-', ''));
    await queueMail(tx, { template: 'submissionReminder', subject, version, to: { personId }, data });
  }
  return null;
});

/** Officials of the body, its head of centre, and whoever has a memo under way. */
async function writersFor(tx: Transaction, bodyId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.em.execute(
    `select person_id as id from role_assignment where role in ('official', 'headOfCentre') and scope_kind = 'body' and scope_id = ?
       and valid_from <= ?::date and (valid_to is null or valid_to >= ?::date)
     union
     select author_person_id from memo where body_id = ? and state = 'draft'`,
    [bodyId, tx.today, tx.today, bodyId],
  );
  return rows.map(({ id }) => id);
}

import { OfMeeting } from '../../../contracts/meetings/plan/cycle';
import { refuse } from '../../../domain/refusals/refusal';
import { addDays } from '../../../domain/time/day';
import { Body } from '../../../store/entities/bodies';
import { Meeting } from '../../../store/entities/meetings';
import { rulesOfMeeting } from '../../../store/queries/meetings/plan-rules';
import { takeDueReminder } from '../../deadlines/deadlines';
import { queueMail } from '../../notifications/mail';
import { defineCommand } from '../../runner/command';
import { lockRow, type Transaction } from '../../runner/transaction';

/** M-1: those who write for the body are reminded before the submission deadline. */
export const remindSubmission = defineCommand<OfMeeting, { meetingId: string }>({
  name: 'remindSubmission',
  kind: 'step',
  input: OfMeeting,
  permission: 'internal',
  handle: async (tx, input) => {
    const found = await lockRow(tx, Meeting, { id: input.meetingId }, input.version);
    if (!found.ok) return found;
    const meeting = found.row;
    const reminder = await takeDueReminder(tx, meeting.id);
    if (reminder?.kind !== 'submissionSoon') return refuse('stale-version');
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
    return {
      ok: true,
      result: { meetingId: id },
      subject,
      wakes: [{ kind: 'meetingCycle', row: id, authority: authorityId }],
    };
  },
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

import { OfMeeting } from '../../../contracts/meetings/plan/cycle';
import { Body } from '../../../store/entities/bodies';
import { Meeting } from '../../../store/entities/meetings';
import { latestSummons, unsentRecipients, type SummonsView } from '../../../store/queries/meetings/summons';
import { queueMail, withdrawMails } from '../../notifications/mail';
import { closeTasks, openTask } from '../../notifications/tasks';
import { defineCommand } from '../../runner/command';
import { lockRow, type Transaction } from '../../runner/transaction';

/** The letter about a summons: no papers and no names, but a link that leads to them (M-4). */
export async function queueSummonsMail(
  tx: Transaction,
  meeting: Pick<Meeting, 'id' | 'bodyId' | 'day' | 'startTime' | 'place'>,
  summons: Pick<SummonsView, 'id' | 'number' | 'authorityId'>,
  personId: string,
  round: number,
): Promise<void> {
  const body = await tx.em.findOneOrFail(Body, meeting.bodyId);
  await queueMail(tx, {
    template: summons.number === 1 ? 'summons' : 'summonsChanged',
    subject: { kind: 'summons', id: summons.id, authorityId: summons.authorityId },
    version: summons.number,
    round,
    to: { personId },
    data: {
      body: body.name,
      day: meeting.day,
      dayAndTime: `${meeting.day} ${meeting.startTime}`,
      place: meeting.place,
      link: `/sammantraden/${meeting.id}/handlingar`,
    },
  });
}

/** M-4: one letter for each recipient and version, and each member's task to read. An older version is not sent any more. */
export const mailSummons = defineCommand<OfMeeting, { meetingId: string }>({
  name: 'mailSummons',
  kind: 'step',
  input: OfMeeting,
  permission: 'internal',
  handle: async (tx, input) => {
    const found = await lockRow(tx, Meeting, { id: input.meetingId }, input.version);
    if (!found.ok) return found;
    const meeting = found.row;
    const { id, authorityId, bodyId, day } = meeting;
    const summons = await latestSummons(tx.em, id);
    if (summons !== null) {
      for (const older of summons.olderIds) {
        await withdrawMails(tx, older, ['summons', 'summonsChanged']);
        await closeTasks(tx, older, ['readPapers']);
      }
      for (const { personId, capacity } of await unsentRecipients(tx.em, summons.id)) {
        await queueSummonsMail(tx, meeting, summons, personId, 1);
        if (capacity !== 'member') continue;
        await openTask(tx, {
          kind: 'readPapers',
          subject: { kind: 'summons', id: summons.id, authorityId },
          for: { personId },
          bodyId,
          dueDay: day,
          rule: null,
          facts: { day },
          link: `/sammantraden/${id}/handlingar`,
        });
      }
    }
    return {
      ok: true,
      result: { meetingId: id },
      subject: { kind: 'meeting', id, authorityId },
      wakes: [{ kind: 'meetingCycle', row: id, authority: authorityId }],
    };
  },
});

import type { AgendaVersionItem } from '../../../domain/meetings/agenda/agenda-version-items';
import type { MailTemplate } from '../../../domain/notifications/mail-templates';
import { Body } from '../../../store/entities/bodies';
import type { Meeting } from '../../../store/entities/meetings';
import { readAgendaVersions } from '../../../store/queries/meetings/agenda/agenda-versions';
import {
  latestSummons,
  servingSubstitutes,
  unsentRecipients,
  type AddressedRecipient,
  type RecipientCapacity,
  type SummonsView,
} from '../../../store/queries/meetings/summons/summons';
import { queueMail, withdrawMails } from '../../notifications/mail';
import { closeTasks } from '../../notifications/tasks';
import { askToRead } from './ask-to-read';
import { meetingStep } from '../plan/meeting-step';
import type { Transaction } from '../../runner/transaction';

/** KL 6:17: members are called, substitutes are told time and place, others are called to their items. */
const firstLetter = {
  member: 'summons',
  substitute: 'summonsToSubstitute',
  other: 'summonsToItems',
} as const satisfies Record<RecipientCapacity, MailTemplate>;

/** The letter about a summons: no papers and no names, but a link that leads to them (M-4). */
export async function queueSummonsMail(
  tx: Transaction,
  meeting: Pick<Meeting, 'id' | 'bodyId' | 'day' | 'startTime' | 'place'>,
  summons: Pick<SummonsView, 'id' | 'number' | 'authorityId' | 'agendaVersionId'>,
  { personId, capacity, itemIds }: AddressedRecipient,
  round: number,
): Promise<void> {
  const body = await tx.em.findOneOrFail(Body, meeting.bodyId);
  const items = capacity === 'other' ? await itemsOf(tx, meeting.id, summons.agendaVersionId, itemIds) : [];
  const planned = items.flatMap(({ label, plannedTime }) =>
    plannedTime === null ? [] : [`${label} ${plannedTime}`],
  );
  await queueMail(tx, {
    template: summons.number === 1 ? firstLetter[capacity] : 'summonsChanged',
    subject: { kind: 'summons', id: summons.id, authorityId: summons.authorityId },
    version: summons.number,
    round,
    to: { personId },
    data: {
      body: body.name,
      day: meeting.day,
      dayAndTime: `${meeting.day} ${meeting.startTime}`,
      place: meeting.place,
      ...(items.length === 0 ? {} : { items: items.map(({ label }) => label).join(', ') }),
      ...(planned.length === 0 ? {} : { plannedTimes: planned.join(', ') }),
      link: `/sammantraden/${meeting.id}/handlingar`,
    },
  });
}

/** The items that somebody is called to, as they stand on the agenda that the summons goes out with. */
async function itemsOf(
  tx: Transaction,
  meetingId: string,
  versionId: string,
  itemIds: readonly string[],
): Promise<Pick<AgendaVersionItem, 'label' | 'plannedTime'>[]> {
  const version = (await readAgendaVersions(tx.em, meetingId)).find(({ id }) => id === versionId);
  return (version?.snapshot.items ?? []).filter(({ id }) => itemIds.includes(id));
}

/** M-4: one letter for each recipient and version, and the task to read of each who is to decide. An older version is not sent any more. */
export const mailSummons = meetingStep('mailSummons', async (tx, meeting) => {
  const summons = await latestSummons(tx.em, meeting.id);
  if (summons !== null) {
    const serving = await servingSubstitutes(tx.em, meeting.id);
    for (const older of summons.olderIds) {
      await withdrawMails(tx, older, [...Object.values(firstLetter), 'summonsChanged']);
      await closeTasks(tx, older, ['readPapers']);
    }
    for (const recipient of await unsentRecipients(tx.em, summons.id)) {
      const { personId, capacity } = recipient;
      await queueSummonsMail(tx, meeting, summons, recipient, 1);
      if (capacity === 'member' || serving.has(personId)) await askToRead(tx, meeting, summons.id, personId);
    }
  }
  return null;
});

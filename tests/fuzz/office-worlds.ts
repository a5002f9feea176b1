import { randomUUID } from 'node:crypto';
import { exposedCommands } from '../../src/api/commands';
import { before } from '../../src/api/commands/before';
import { session } from '../../src/api/commands/session';
import { recordMotion } from '../../src/commands/meetings/session/decisions/motions';
import { takeItem } from '../../src/commands/meetings/session/take-item';
import { openVote } from '../../src/commands/meetings/session/decisions/votes';
import { openedMeeting, seatOfPerson, summonedMeeting } from '../support/builders/session';
import type { MeetingOffice } from '../support/builders/meetings';

/** Commands whose work is done while a meeting is held, or just before it. */
export const duringMeeting: readonly string[] = [...before, ...session].map(({ name }) => name);

/** Those that end the session they are sent in. */
export const endingSession: readonly string[] = ['endSession', 'endMySessions', 'setMyPassword'];

/** Every other command. */
export const otherwise: readonly string[] = exposedCommands
  .map(({ name }) => name)
  .filter((name) => !duringMeeting.includes(name) && !endingSession.includes(name));

/** A meeting in the middle of an item with a motion and an open vote; its secretary and two members can sign in. */
export async function meetingInSession(office: MeetingOffice): Promise<readonly string[]> {
  const summoned = await summonedMeeting(office);
  await openedMeeting(office, summoned, ['Gunnar Malm']);
  const itemId = summoned.item('ADL-fotpall');
  await office.done(takeItem, office.secretary, { itemId });
  await office.done(recordMotion, office.secretary, {
    itemId,
    seatId: await seatOfPerson(office, 'Patrik Öberg'),
    kind: 'reject',
    text: 'Förslaget avslås.',
  });
  await office.done(openVote, office.secretary, {
    itemId,
    yesMeans: 'Bifall till förslaget.',
    noMeans: 'Avslag på förslaget.',
  });
  const people = ['Annika Roos', 'Karin Ask', 'Patrik Öberg'].map((name) => office.people.get(name) ?? '');
  for (const personId of people) {
    await office.rows(
      `insert into account (id, person_id, state) values ($1, $2, 'active') on conflict (person_id) do nothing`,
      [randomUUID(), personId],
    );
  }
  return people;
}

import { closeMeeting } from '../../../src/commands/meetings/session/closing/close-meeting';
import { setVerification } from '../../../src/commands/meetings/session/set-verification';
import { takeItem } from '../../../src/commands/meetings/session/take-item';
import type { MeetingOffice } from './meetings';
import {
  approve,
  openedMeeting,
  sessionOf,
  summonedMeeting,
  VERIFICATION,
  type PlayedMeeting,
} from './session';

/** What is done with an item once it is taken up, by a word of its title; all others are approved as proposed. */
export type Treatments = Readonly<Record<string, (itemId: string) => Promise<unknown>>>;

/** The meeting of 2026-02-20, held with everyone there and closed; the clock stands at its close. */
export async function heldMeeting(office: MeetingOffice, treatments: Treatments): Promise<PlayedMeeting> {
  const summoned = await summonedMeeting(office);
  const { meetingId } = summoned;
  await openedMeeting(office, summoned);
  const { items } = await sessionOf(office, meetingId);
  for (const { id, title } of items.filter(({ parentId }) => parentId === null)) {
    const treat = Object.entries(treatments).find(([word]) => title.includes(word))?.[1];
    if (treat === undefined) {
      await approve(office, id);
      continue;
    }
    await office.done(takeItem, office.secretary, { itemId: id });
    await treat(id);
  }
  await office.done(setVerification, office.secretary, {
    meetingId,
    verifierIds: [office.viceChair.kind === 'person' ? office.viceChair.personId : ''],
    ...VERIFICATION,
  });
  office.now = new Date('2026-02-20T11:00:00Z');
  const closed = await office.done(closeMeeting, office.secretary, { meetingId });
  return { ...summoned, ...closed };
}

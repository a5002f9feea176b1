import { addItem } from '../../../../src/commands/meetings/agenda/add-item';
import { withdrawItem } from '../../../../src/commands/meetings/agenda/withdraw-item';
import { recordPresence } from '../../../../src/commands/meetings/session/presence/record-presence';
import { takeItem } from '../../../../src/commands/meetings/session/take-item';
import { castBallots, closeVote, openVote } from '../../../../src/commands/meetings/session/decisions/votes';
import { attendanceAt, attendanceNow } from '../../../../src/store/queries/meetings/session/session';
import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import { fromTheSamePoint } from '../../../support/builders/same-point';
import {
  approve,
  openedMeeting,
  seatOfPerson,
  sessionOf,
  summonedMeeting,
  type SummonedMeeting,
} from '../../../support/builders/session';

describe('an item that is withdrawn in the session leaves the room as it was seen (M-6, KL 5:65, 6:27)', () => {
  let office: MeetingOffice;
  let summoned: SummonedMeeting;
  let meetingId: string;
  fromTheSamePoint(async () => {
    office = await meetingOffice();
    summoned = await summonedMeeting(office);
    ({ meetingId } = summoned);
    await openedMeeting(office, summoned);
    return office;
  });

  const item = (word: string) => summoned.item(word);
  const take = (itemId: string) => office.done(takeItem, office.secretary, { itemId });
  const goes = async (name: string) =>
    office.done(recordPresence, office.secretary, {
      meetingId,
      events: [{ kind: 'leaves', seatId: await seatOfPerson(office, name) }],
    });
  const withdraw = async (itemId: string) => {
    const [row] = await office.rows<{ version: number }>('select version from agenda_item where id = $1', [
      itemId,
    ]);
    await office.done(withdrawItem, office.secretary, {
      itemId,
      version: row!.version,
      reason: 'Underlaget är inte klart.',
    });
  };
  const now = async () => attendanceNow(await sessionOf(office, meetingId))?.quorum.serving;
  const at = async (itemId: string) =>
    attendanceAt(await sessionOf(office, meetingId), itemId)?.quorum.serving ?? null;

  it('waits for a vote in it: one in an item that is gone could never be closed, nor the meeting', async () => {
    const itemId = item('ADL-fotpall');
    await take(itemId);
    const { voteId } = await office.done(openVote, office.secretary, {
      itemId,
      yesMeans: 'Bifall',
      noMeans: 'Avslag',
    });
    const [row] = await office.rows<{ version: number }>('select version from agenda_item where id = $1', [
      itemId,
    ]);
    const withdrawing = { itemId, version: row!.version, reason: 'Underlaget är inte klart.' };
    expect(await office.refusedAs(withdrawItem, office.secretary, withdrawing)).toBe('vote-not-closed');
    await office.done(closeVote, office.secretary, { voteId, withdrawn: true });
    await withdraw(itemId);
  });

  it('does not count whoever left while it was open, nor ask for their ballot, in the items after it', async () => {
    await approve(office, item('talflöde'));
    await take(item('ADL-fotpall'));
    await goes('Samuel Lindh');
    expect(await now()).toBe(14);
    await withdraw(item('ADL-fotpall'));
    expect(await now()).toBe(14);
    await take(item('Uppdrag Verksamhetshjälpmedel'));
    expect(await at(item('Uppdrag Verksamhetshjälpmedel'))).toBe(14);
    expect(await at(item('talflöde'))).toBe(15);
    expect(await at(item('ADL-fotpall'))).toBeNull();
    const { voteId } = await office.done(openVote, office.secretary, {
      itemId: item('Uppdrag Verksamhetshjälpmedel'),
      yesMeans: 'Bifall',
      noMeans: 'Avslag',
    });
    const session = await sessionOf(office, meetingId);
    const serving = attendanceNow(session)?.seats.filter(({ servedBy }) => servedBy !== null) ?? [];
    await office.done(castBallots, office.secretary, {
      voteId,
      ballots: serving.map(({ seat }) => ({ seatId: seat.id, choice: 'yes' })),
    });
    expect(await office.rows('select count(*)::int as n from ballot')).toEqual([{ n: 14 }]);
  });

  it('keeps what was noted for an item that was withdrawn before it was opened', async () => {
    await approve(office, item('föredragningslista'));
    const { next } = await sessionOf(office, meetingId);
    await goes('Samuel Lindh');
    await withdraw(next!.id);
    expect(await now()).toBe(14);
    await take(item('talflöde'));
    expect(await at(item('talflöde'))).toBe(14);
    expect(await at(item('föredragningslista'))).toBe(15);
  });

  it('keeps what was noted in the very first item, and in one that was put on the agenda at the meeting', async () => {
    await take(item('föredragningslista'));
    await goes('Samuel Lindh');
    await withdraw(item('föredragningslista'));
    expect(await now()).toBe(14);
    await goes('Patrik Öberg');
    await take(item('talflöde'));
    expect(await at(item('talflöde'))).toBe(13);
    const late = await office.done(addItem, office.secretary, {
      meetingId,
      kind: 'information',
      title: 'Rapport från projektet',
      points: [],
      recipientIds: [],
    });
    await take(late.itemId);
    await goes('Gunnar Malm');
    await withdraw(late.itemId);
    await take(item('ADL-fotpall'));
    expect(await at(item('ADL-fotpall'))).toBe(12);
    expect(await at(item('talflöde'))).toBe(13);
  });

  it('lets the undecided item before it be taken up again, last, with the room as it is then', async () => {
    await take(item('talflöde'));
    await take(item('ADL-fotpall'));
    await goes('Samuel Lindh');
    await withdraw(item('ADL-fotpall'));
    expect(await now()).toBe(14);
    await take(item('talflöde'));
    expect(await at(item('talflöde'))).toBe(14);
    expect(await now()).toBe(14);
  });
});

import { declareRecusal, withdrawRecusal } from '../../../../../src/commands/meetings/before/recusal';
import { correctPresence } from '../../../../../src/commands/meetings/session/presence/correct-presence';
import { decideItem } from '../../../../../src/commands/meetings/session/decisions/decide-item';
import { recordPresence } from '../../../../../src/commands/meetings/session/presence/record-presence';
import { takeItem } from '../../../../../src/commands/meetings/session/take-item';
import {
  castBallots,
  closeVote,
  openVote,
} from '../../../../../src/commands/meetings/session/decisions/votes';
import { attendanceAt, attendanceNow } from '../../../../../src/store/queries/meetings/session/session';
import { meetingOffice, type MeetingOffice } from '../../../../support/builders/meetings';
import { fromTheSamePoint } from '../../../../support/builders/same-point';
import {
  openedMeeting,
  seatOfPerson,
  sessionOf,
  summonedMeeting,
  type SummonedMeeting,
} from '../../../../support/builders/session';

describe('who took part in deciding an item is settled when its vote is closed (KL 4:27, M-6, M-7)', () => {
  let office: MeetingOffice;
  let summoned: SummonedMeeting;
  let meetingId: string;
  let itemId: string;
  fromTheSamePoint(async () => {
    office = await meetingOffice();
    summoned = await summonedMeeting(office);
    ({ meetingId } = summoned);
    await openedMeeting(office, summoned);
    itemId = summoned.item('talflöde');
    await take(itemId);
    return office;
  });

  const take = (id: string) => office.done(takeItem, office.secretary, { itemId: id });
  const noted = async (name: string, kind: 'leaves' | 'arrives') => ({
    meetingId,
    events: [{ kind, seatId: await seatOfPerson(office, name) }],
  });
  const goes = async (name: string) =>
    office.done(recordPresence, office.secretary, await noted(name, 'leaves'));
  const now = async () => attendanceNow(await sessionOf(office, meetingId))?.quorum.serving;
  const at = async (id: string) => attendanceAt(await sessionOf(office, meetingId), id)?.quorum.serving;
  const recusal = () => ({
    itemId,
    personId: office.people.get('Lisbeth Frank'),
    ground: 'party',
    decidedBy: 'body',
  });

  const opensVote = () =>
    office.done(openVote, office.secretary, { itemId, yesMeans: 'Bifall', noMeans: 'Avslag' });
  /** Everyone who serves says yes. @returns how many answered */
  const votes = async () => {
    const { voteId } = await opensVote();
    const seats = attendanceAt(await sessionOf(office, meetingId), itemId)?.seats ?? [];
    const ballots = seats.flatMap(({ seat, servedBy }) =>
      servedBy === null ? [] : [{ seatId: seat.id, choice: 'yes' }],
    );
    await office.done(castBallots, office.secretary, { voteId, ballots });
    await office.done(closeVote, office.secretary, { voteId });
    return ballots.length;
  };
  const decides = () =>
    office.done(decideItem, office.secretary, { itemId, outcome: 'approved', points: ['Ja.'] });

  it('so one who leaves between the vote and the decision is gone from the next item on', async () => {
    expect(await votes()).toBe(15);
    await goes('Samuel Lindh');
    expect(await now()).toBe(14);
    await decides();
    expect(await at(itemId)).toBe(15);
    const { next } = await sessionOf(office, meetingId);
    await take(next!.id);
    expect(await at(next!.id)).toBe(14);
    expect(await at(itemId)).toBe(15);
  });

  it('from the roll call on: one who leaves before it is counted has voted, and the vote is closed', async () => {
    const { voteId } = await opensVote();
    const seats = attendanceAt(await sessionOf(office, meetingId), itemId)?.seats ?? [];
    const ballots = seats.flatMap(({ seat, servedBy }) =>
      servedBy === null ? [] : [{ seatId: seat.id, choice: 'yes' }],
    );
    await office.done(castBallots, office.secretary, { voteId, ballots });
    await goes('Samuel Lindh');
    expect(await office.refusedAs(declareRecusal, office.secretary, recusal())).toBe('recusal-after-vote');
    expect(await office.done(closeVote, office.secretary, { voteId })).toMatchObject({ yes: 15 });
    await decides();
    expect(await at(itemId)).toBe(15);
    const { next } = await sessionOf(office, meetingId);
    await take(next!.id);
    expect(await at(next!.id)).toBe(14);
  });

  it('and a new vote on the item is held by those who are there then', async () => {
    expect(await votes()).toBe(15);
    await goes('Samuel Lindh');
    expect(await votes()).toBe(14);
    await goes('Patrik Öberg');
    await decides();
    expect(await at(itemId)).toBe(14);
    expect(await now()).toBe(13);
  });

  it('so nobody is recused from it any more, unless the vote is held again', async () => {
    await votes();
    expect(await office.refusedAs(declareRecusal, office.secretary, recusal())).toBe('recusal-after-vote');
    const { voteId } = await opensVote();
    const { recusalId } = await office.done(declareRecusal, office.secretary, recusal());
    const seats = attendanceAt(await sessionOf(office, meetingId), itemId)?.seats ?? [];
    const ballots = seats
      .filter(({ servedBy }) => servedBy !== null)
      .map(({ seat }) => ({ seatId: seat.id, choice: 'yes' }));
    expect(ballots).toHaveLength(14);
    await office.done(castBallots, office.secretary, { voteId, ballots });
    await office.done(closeVote, office.secretary, { voteId });
    expect(await office.refusedAs(withdrawRecusal, office.secretary, { recusalId, version: 1 })).toBe(
      'recusal-after-vote',
    );
    await decides();
    expect(await at(itemId)).toBe(14);
  });

  it('so a note is not corrected against it', async () => {
    await votes();
    const note = async (name: string) => {
      const [row] = await office.rows<{ id: string }>(
        `select id from presence_event where seat_id = $1 order by seq desc limit 1`,
        [await seatOfPerson(office, name)],
      );
      return { eventId: row!.id };
    };
    expect(await office.refusedAs(correctPresence, office.secretary, await note('Samuel Lindh'))).toBe(
      'presence-contradicts-vote',
    );
    await goes('Samuel Lindh');
    await office.done(correctPresence, office.secretary, await note('Samuel Lindh'));
    expect(await now()).toBe(15);
    await decides();
    expect(await at(itemId)).toBe(15);
  });

  it('so the item is decided, not taken up again', async () => {
    await votes();
    await take(summoned.item('ADL-fotpall'));
    expect(await office.refusedAs(takeItem, office.secretary, { itemId })).toBe('item-voted-already');
    await decides();
    expect(await at(itemId)).toBe(15);
  });

  it('and when no item is left, nothing more is noted that would change the last one', async () => {
    await decides();
    for (const { id } of (await sessionOf(office, meetingId)).items.filter(({ decided }) => !decided)) {
      await take(id);
      itemId = id;
      if ((await sessionOf(office, meetingId)).next !== null) await decides();
    }
    await goes('Samuel Lindh');
    expect(await at(itemId)).toBe(14);
    await decides();
    const leaves = await noted('Patrik Öberg', 'leaves');
    expect(await office.refusedAs(recordPresence, office.secretary, leaves)).toBe('presence-after-last-item');
    expect(await at(itemId)).toBe(14);
  });
});

import { stateActor } from '../../../../src/commands/runner/transaction';
import { asDay } from '../../../../src/domain/time/day';
import { randomUUID } from 'node:crypto';
import { closeMeeting } from '../../../../src/commands/meetings/session/closing/close-meeting';
import { correctPresence } from '../../../../src/commands/meetings/session/presence/correct-presence';
import { changeDecision, decideItem } from '../../../../src/commands/meetings/session/decisions/decide-item';
import {
  recordMotion,
  setPropositions,
  withdrawMotion,
} from '../../../../src/commands/meetings/session/decisions/motions';
import { openMeeting } from '../../../../src/commands/meetings/session/open-meeting';
import { recordAttendee } from '../../../../src/commands/meetings/session/presence/record-attendee';
import { recordPresence } from '../../../../src/commands/meetings/session/presence/record-presence';
import {
  announceReservation,
  withdrawReservation,
} from '../../../../src/commands/meetings/session/reservations';
import { setVerification } from '../../../../src/commands/meetings/session/set-verification';
import { takeItem } from '../../../../src/commands/meetings/session/take-item';
import {
  castBallots,
  closeVote,
  correctBallots,
  openVote,
} from '../../../../src/commands/meetings/session/decisions/votes';
import { attendanceNow } from '../../../../src/store/queries/meetings/session/session';
import { meetingOffice, plannedMeeting, type MeetingOffice } from '../../../support/builders/meetings';
import { fromTheSamePoint } from '../../../support/builders/same-point';
import {
  approve,
  openedMeeting,
  seatOfPerson,
  sessionOf,
  summonedMeeting,
  VERIFICATION,
  type SummonedMeeting,
} from '../../../support/builders/session';

describe('what a session does not allow', () => {
  let office: MeetingOffice;
  let summoned: SummonedMeeting;
  let meetingId: string;
  fromTheSamePoint(async () => {
    office = await meetingOffice();
    summoned = await summonedMeeting(office);
    ({ meetingId } = summoned);
    return office;
  });

  const secretary = () => office.secretary;
  const item = (word: string) => summoned.item(word);
  const take = (word: string) => office.done(takeItem, secretary(), { itemId: item(word) });
  const goes = async (name: string) =>
    office.done(recordPresence, secretary(), {
      meetingId,
      events: [{ kind: 'leaves', seatId: await seatOfPerson(office, name) }],
    });
  const serving = async () => attendanceNow(await sessionOf(office, meetingId))?.quorum.serving;

  it('is opened once, by the board’s own secretary, after the summons; on another day it says so', async () => {
    expect(await office.refusedAs(openMeeting, office.otherSecretary, { meetingId })).toBe('not-allowed');
    expect(await office.refusedAs(openMeeting, office.member, { meetingId })).toBe('not-allowed');
    expect(
      await office.refusedAs(recordPresence, secretary(), {
        meetingId,
        events: [{ kind: 'arrives', seatId: randomUUID() }],
      }),
    ).toBe('meeting-not-opened');
    office.now = new Date('2026-02-19T08:00:00Z');
    expect((await office.done(openMeeting, secretary(), { meetingId })).otherDay).toBe(true);
    expect(await office.refusedAs(openMeeting, secretary(), { meetingId })).toBe('meeting-opened');
    const rows = await office.rows<{ code: string }>(
      `select code from audit_event where act = 'openMeeting' and result = 'refused' order by seq`,
    );
    expect(rows.map(({ code }) => code)).toEqual(['not-allowed', 'not-allowed', 'meeting-opened']);
  });

  it('cannot be opened before it is summoned', async () => {
    const other = await meetingOffice();
    const planned = await plannedMeeting(other);
    expect(await other.refusedAs(openMeeting, other.secretary, { meetingId: planned })).toBe(
      'summons-not-issued',
    );
    await other.close();
  });

  it('decides nothing without a quorum, and whoever left for another cause does not serve again that day', async () => {
    const { board } = await openedMeeting(office, summoned);
    await take('talflöde');
    const leaving = board.filter(({ kind }) => kind === 'member').slice(7);
    for (const { name } of leaving) await goes(name ?? '');
    expect(await serving()).toBe(7);
    const decision = { itemId: item('talflöde'), outcome: 'approved', points: ['Ja.'] };
    expect(await office.refusedAs(decideItem, secretary(), decision)).toBe('not-quorate');
    expect(
      await office.refusedAs(openVote, secretary(), {
        itemId: item('talflöde'),
        yesMeans: 'a',
        noMeans: 'b',
      }),
    ).toBe('not-quorate');
    const back = await seatOfPerson(office, leaving[0]?.name ?? '');
    await office.done(recordPresence, secretary(), {
      meetingId,
      events: [{ kind: 'arrives', seatId: back }],
    });
    expect(await serving()).toBe(7);
  });

  it('corrects a note of the room; the wrong one stays as corrected', async () => {
    await openedMeeting(office, summoned);
    await take('talflöde');
    await goes('Samuel Lindh');
    expect(await serving()).toBe(14);
    const rows = await office.rows<{ id: string }>(`select id from presence_event where kind = 'leaves'`);
    const eventId = rows[0]?.id;
    await office.done(correctPresence, secretary(), { eventId });
    expect(await serving()).toBe(15);
    expect(await office.refusedAs(correctPresence, secretary(), { eventId })).toBe(
      'presence-corrected-already',
    );
    expect(await office.rows(`select count(*)::int as n from presence_event where kind = 'leaves'`)).toEqual([
      { n: 1 },
    ]);
  });

  it('seats a substitute only in turn, from the same principal', async () => {
    await openedMeeting(office, summoned);
    const seat = (name: string) => seatOfPerson(office, name);
    const events = (list: object[]) => ({ meetingId, events: list });
    await office.done(
      recordPresence,
      secretary(),
      events([{ kind: 'arrives', seatId: await seat('Eva-Lena Brodin') }]),
    );
    const seated = { kind: 'seated', seatId: await seat('Eva-Lena Brodin') };
    expect(
      await office.refusedAs(
        recordPresence,
        secretary(),
        events([{ ...seated, forSeatId: await seat('Samuel Lindh') }]),
      ),
    ).toBe('substitute-of-other-principal');
    expect(
      await office.refusedAs(
        recordPresence,
        secretary(),
        events([{ ...seated, forSeatId: await seat('Gunnar Malm') }]),
      ),
    ).toBe('member-serves-the-seat');
  });

  it('takes motions of those who serve, and propositions of the item’s own motions', async () => {
    await openedMeeting(office, summoned, ['Gunnar Malm']);
    await take('talflöde');
    const itemId = item('talflöde');
    const motion = { itemId, kind: 'reject', text: 'Avslag.' };
    const absent = await seatOfPerson(office, 'Gunnar Malm');
    expect(await office.refusedAs(recordMotion, secretary(), { ...motion, seatId: absent })).toBe(
      'motion-of-one-who-does-not-serve',
    );
    const seatId = await seatOfPerson(office, 'Samuel Lindh');
    expect(await office.refusedAs(recordMotion, office.official, { ...motion, seatId })).toBe('not-allowed');
    const { motionId } = await office.done(recordMotion, office.member, { ...motion, seatId });
    const foreign = { itemId, propositions: [{ motionId: randomUUID(), words: 'x' }] };
    expect(await office.refusedAs(setPropositions, secretary(), foreign)).toBe('motion-of-other-item');
    expect(await office.refusedAs(withdrawMotion, office.member, { motionId, version: 7 })).toBe(
      'stale-version',
    );
    await office.done(withdrawMotion, office.member, { motionId, version: 1 });
    expect(await office.refusedAs(withdrawMotion, office.member, { motionId, version: 2 })).toBe(
      'motion-withdrawn-already',
    );
  });

  it('votes by the whole roll, equal numbers decided by the chair, and never twice', async () => {
    await openedMeeting(office, summoned);
    await take('talflöde');
    await goes('Samuel Lindh');
    const itemId = item('talflöde');
    const { voteId } = await office.done(openVote, secretary(), {
      itemId,
      yesMeans: 'Bifall',
      noMeans: 'Avslag',
    });
    expect(
      await office.refusedAs(decideItem, secretary(), { itemId, outcome: 'approved', points: ['Ja.'] }),
    ).toBe('vote-not-closed');
    expect(await office.refusedAs(takeItem, secretary(), { itemId: item('Justering') })).toBe(
      'vote-not-closed',
    );
    const seats = attendanceNow(await sessionOf(office, meetingId))!.seats.filter(
      ({ servedBy }) => servedBy !== null,
    );
    const ballots = seats.map(({ seat }, index) => ({ seatId: seat.id, choice: index < 7 ? 'yes' : 'no' }));
    expect(await office.refusedAs(castBallots, secretary(), { voteId, ballots: ballots.slice(1) })).toBe(
      'ballots-missing',
    );
    expect(await office.refusedAs(closeVote, secretary(), { voteId })).toBe('ballots-missing');
    await office.done(castBallots, secretary(), { voteId, ballots });
    expect(await office.refusedAs(castBallots, secretary(), { voteId, ballots })).toBe(
      'ballots-cast-already',
    );
    expect(await office.done(closeVote, secretary(), { voteId })).toMatchObject({
      yes: 7,
      no: 7,
      result: 'yes',
      castingVote: true,
    });
    expect(await office.refusedAs(closeVote, secretary(), { voteId })).toBe('vote-closed-already');
    expect(await office.refusedAs(correctBallots, secretary(), { voteId, version: 2, ballots })).toBe(
      'vote-closed-already',
    );
  });

  it('corrects an answer heard wrong until the vote is closed, from the ballots that were read (KL 5:55)', async () => {
    await openedMeeting(office, summoned);
    await take('talflöde');
    const itemId = item('talflöde');
    const { voteId } = await office.done(openVote, secretary(), {
      itemId,
      yesMeans: 'Bifall',
      noMeans: 'Avslag',
    });
    const seats = attendanceNow(await sessionOf(office, meetingId))!.seats.filter(
      ({ servedBy }) => servedBy !== null,
    );
    const ballots = seats.map(({ seat }, index) => ({ seatId: seat.id, choice: index < 8 ? 'yes' : 'no' }));
    const corrects = { voteId, version: 1, ballots };
    expect(await office.refusedAs(correctBallots, secretary(), corrects)).toBe('ballots-not-cast');
    await office.done(castBallots, secretary(), { voteId, ballots });
    expect(await office.refusedAs(correctBallots, secretary(), corrects)).toBe('ballots-unchanged');
    expect(
      await office.refusedAs(correctBallots, secretary(), { ...corrects, ballots: ballots.slice(1) }),
    ).toBe('ballots-missing');
    const right = ballots.map((ballot, index) => (index === 0 ? { ...ballot, choice: 'no' } : ballot));
    expect(await office.refusedAs(correctBallots, office.member, { ...corrects, ballots: right })).toBe(
      'not-allowed',
    );
    expect(await office.done(correctBallots, secretary(), { ...corrects, ballots: right })).toEqual({
      voteId,
      corrected: 1,
    });
    expect(await office.refusedAs(correctBallots, secretary(), corrects)).toBe('stale-version');
    expect(
      await office.rows(
        'select seat_id = $1 as "ofSeat", before, after, corrected_by as "correctedBy" from ballot_correction',
        [right[0]!.seatId],
      ),
    ).toEqual([
      { ofSeat: true, before: 'yes', after: 'no', correctedBy: `person:${office.people.get('Annika Roos')}` },
    ]);
    expect(await office.done(closeVote, secretary(), { voteId })).toMatchObject({ yes: 7, no: 8 });
    // Not even the application's own role changes a ballot of a vote that is closed.
    await expect(
      office.orm.em.fork().transactional(async (em) => {
        await stateActor(em, secretary(), asDay('2026-02-20'));
        await em.execute(`update ballot set choice = 'yes' where vote_id = ?`, [voteId]);
      }),
    ).rejects.toThrow('its ballots stand');
  });

  it('records one decision an item, changed only from the version that was read', async () => {
    await openedMeeting(office, summoned);
    const itemId = item('talflöde');
    const decision = { itemId, outcome: 'approved', points: ['Ja.'] };
    expect(await office.refusedAs(decideItem, secretary(), decision)).toBe('item-not-open');
    await take('talflöde');
    expect(await office.refusedAs(decideItem, secretary(), { ...decision, points: [] })).toBe(
      'decision-without-points',
    );
    expect(await office.refusedAs(decideItem, secretary(), { itemId, outcome: 'postponed' })).toBe(
      'postponement-needs-reason',
    );
    expect(
      await office.refusedAs(decideItem, secretary(), {
        ...decision,
        condition: { text: 'Bokslutet är granskat' },
      }),
    ).toBe('condition-needs-conditional');
    await office.done(decideItem, secretary(), decision);
    expect(await office.refusedAs(decideItem, secretary(), decision)).toBe('item-decided-already');
    const changed = { ...decision, outcome: 'rejected', points: [], version: 1 };
    expect((await office.done(changeDecision, secretary(), changed)).version).toBe(2);
    expect(await office.refusedAs(changeDecision, secretary(), changed)).toBe('stale-version');
    expect(
      await office.rows('select 1 from decision_point p join decision d on d.id = p.decision_id'),
    ).toEqual([]);
    expect(await office.refusedAs(takeItem, secretary(), { itemId })).toBe('item-decided-already');
  });

  it('takes reservations after the decision, once, of those who took part', async () => {
    await openedMeeting(office, summoned, ['Gunnar Malm']);
    const itemId = item('talflöde');
    await take('talflöde');
    const seatId = await seatOfPerson(office, 'Samuel Lindh');
    expect(await office.refusedAs(announceReservation, office.member, { itemId, seatId })).toBe(
      'reservation-before-decision',
    );
    await office.done(decideItem, secretary(), { itemId, outcome: 'approved', points: ['Ja.'] });
    const absent = await seatOfPerson(office, 'Gunnar Malm');
    expect(await office.refusedAs(announceReservation, secretary(), { itemId, seatId: absent })).toBe(
      'reservation-without-taking-part',
    );
    await office.done(announceReservation, office.member, { itemId, seatId });
    expect(await office.refusedAs(announceReservation, office.member, { itemId, seatId })).toBe(
      'reservation-already-announced',
    );
  });

  it('lets a reservation made by mistake be taken back, by its member or the secretary, and made again', async () => {
    await openedMeeting(office, summoned, ['Gunnar Malm']);
    const itemId = item('talflöde');
    await take('talflöde');
    const seatId = await seatOfPerson(office, 'Samuel Lindh');
    await office.done(decideItem, secretary(), { itemId, outcome: 'approved', points: ['Ja.'] });
    const announce = async () => {
      const made = await office.done(announceReservation, office.member, { itemId, seatId });
      return { reservationId: made.reservationId, version: 1 };
    };
    const first = await announce();
    expect(await office.refusedAs(withdrawReservation, office.viceChair, first)).toBe('not-allowed');
    await office.done(withdrawReservation, office.member, first);
    const again = { ...first, version: 2 };
    expect(await office.refusedAs(withdrawReservation, office.member, again)).toBe(
      'reservation-withdrawn-already',
    );
    await office.done(withdrawReservation, secretary(), await announce());
    const kept = await announce();
    expect(await office.rows('select 1 from reservation where withdrawn_at is not null')).toHaveLength(2);
    await office.rows(`update meeting set phase = 'closed' where id = $1`, [summoned.meetingId]);
    expect(await office.refusedAs(withdrawReservation, office.member, kept)).toBe(
      'reservation-stands-after-close',
    );
  });

  it('elects verifiers beside the chair, among those who serve', async () => {
    await openedMeeting(office, summoned, ['Gunnar Malm']);
    const plan = (names: string[]) => ({
      meetingId,
      verifierIds: names.map((name) => office.people.get(name)),
      ...VERIFICATION,
    });
    expect(await office.refusedAs(setVerification, secretary(), plan([]))).toBe('verifiers-missing');
    expect(await office.refusedAs(setVerification, secretary(), plan(['Samuel Lindh', 'Gunnar Malm']))).toBe(
      'verifiers-missing',
    );
    expect(await office.refusedAs(setVerification, secretary(), plan(['Karin Ask']))).toBe(
      'chair-verifies-already',
    );
    expect(await office.refusedAs(setVerification, secretary(), plan(['Gunnar Malm']))).toBe(
      'verifier-did-not-serve',
    );
    expect(
      await office.refusedAs(setVerification, secretary(), { ...plan(['Samuel Lindh']), day: '2026-02-19' }),
    ).toBe('verification-before-meeting');
    // KL 5:69: fourteen days after 20 February.
    const late = { ...plan(['Samuel Lindh']), day: '2026-03-07' };
    expect(await office.refusedAs(setVerification, secretary(), late)).toBe('verification-too-late');
    expect(await office.refusedAs(setVerification, secretary(), plan(['Samuel Lindh']))).toBe('ok');
  });

  it('is not closed with items left, and takes an undecided item up again last', async () => {
    await openedMeeting(office, summoned);
    await take('talflöde');
    expect(await office.refusedAs(closeMeeting, secretary(), { meetingId })).toBe('item-not-treated');
    await approve(office, item('ADL-fotpall'));
    await goes('Samuel Lindh');
    const again = await office.done(takeItem, secretary(), { itemId: item('talflöde') });
    expect(again.treatedOrder).toBe(3);
    expect(await serving()).toBe(14);
    const session = await sessionOf(office, meetingId);
    expect(session.current?.id).toBe(item('talflöde'));
  });

  it('repeats an act with the same key as one act', async () => {
    await openedMeeting(office, summoned);
    const key = randomUUID();
    const input = { meetingId, name: 'Staffan Ekblad', capacity: 'verksamhetschef' };
    const first = await office.run(recordAttendee, secretary(), input, { key });
    expect(await office.run(recordAttendee, secretary(), input, { key })).toEqual(first);
    expect(await office.rows('select count(*)::int as n from attendee')).toEqual([{ n: 1 }]);
  });
});

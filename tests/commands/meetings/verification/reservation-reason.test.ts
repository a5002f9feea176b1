import { handInReservationReason } from '../../../../src/commands/meetings/session/reservations';
import type { Actor } from '../../../../src/contracts/actor';
import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import { fromTheSamePoint } from '../../../support/builders/same-point';
import { playedMeeting, type PlayedMeeting } from '../../../support/builders/session';
import { frozenHash, presented, sign, verificationProcess } from '../../../support/builders/verification';

describe('the written reason of a reservation after the meeting (M-8, M-10)', () => {
  let office: MeetingOffice;
  let played: PlayedMeeting;
  let mover: Actor;
  fromTheSamePoint(async () => {
    office = await meetingOffice({
      rules: { digitalVerification: true, digitalVerificationDecision: 'Regionfullmäktige 2024-11-25 § 98' },
    });
    played = await playedMeeting(office);
    mover = { kind: 'person', personId: office.people.get('Patrik Öberg') ?? '' };
    office.now = new Date('2026-03-03T09:00:00Z');
    return office;
  });

  const reason = async (words: string) => {
    const [row] = await office.rows<{ id: string; version: number }>('select id, version from reservation');
    return { reservationId: row!.id, version: row!.version, reason: words };
  };
  const rounds = () =>
    office.rows<{ number: number; closed: string | null; voided: number; standing: number }>(
      `select r.number, r.closed_reason as closed, count(v.voided_at)::int as voided,
         (count(v.id) - count(v.voided_at))::int as standing
       from verification_round r left join verification v on v.round_id = r.id group by r.id order by r.number`,
    );

  it('is taken while the text is out for signing: presented anew, and the signatures given are void', async () => {
    const { minutesId } = played;
    await presented(office, minutesId);
    const before = await frozenHash(office, minutesId);
    await sign(office, minutesId, office.secretary);
    await verificationProcess(office, minutesId).settle();
    await office.done(handInReservationReason, mover, await reason('Fotpallen behövs.'));
    const why = 'En skriftlig motivering till en reservation lämnades in i tid';
    expect(await rounds()).toEqual([
      { number: 1, closed: why, voided: 1, standing: 0 },
      { number: 2, closed: null, voided: 0, standing: 0 },
    ]);
    expect(await verificationProcess(office, minutesId).settle()).toEqual(['freezeMinutes', 'askSigners']);
    expect(await frozenHash(office, minutesId)).not.toBe(before);
    const open = await office.rows<{ name: string; cycle: number }>(
      `select p.name, t.cycle from task t join person p on p.id = t.person_id
       where t.kind = 'verifyMinutes' and t.closed_at is null`,
    );
    expect(open).toEqual([{ name: 'Annika Roos', cycle: 2 }]);
    for (const signer of [office.secretary, office.chair, office.viceChair])
      await sign(office, minutesId, signer);
    expect((await office.rows('select state from minutes'))[0]).toEqual({ state: 'verified' });
  });

  it('is refused from the fixed time on, and when all have signed before it', async () => {
    const { minutesId } = played;
    const late = await reason('För sent.');
    office.now = new Date('2026-03-04T12:00:00Z');
    expect(await office.refusedAs(handInReservationReason, mover, late)).toBe('reservation-reason-too-late');
    office.now = new Date('2026-03-03T09:00:00Z');
    await presented(office, minutesId);
    for (const signer of [office.secretary, office.chair, office.viceChair])
      await sign(office, minutesId, signer);
    expect(await office.refusedAs(handInReservationReason, mover, late)).toBe('minutes-verified');
  });
});

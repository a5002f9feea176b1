import { closeMeeting } from '../../../../src/commands/meetings/session/closing/close-meeting';
import { recordPresence } from '../../../../src/commands/meetings/session/presence/record-presence';
import { setPresiding } from '../../../../src/commands/meetings/session/set-presiding';
import { setVerification } from '../../../../src/commands/meetings/session/set-verification';
import { takeItem } from '../../../../src/commands/meetings/session/take-item';
import { minutesWords } from '../../../../src/documents/meetings/minutes-words';
import { readWrittenMinutes } from '../../../../src/store/queries/meetings/minutes/minutes-written';
import { stateActor } from '../../../../src/commands/runner/transaction';
import { asDay } from '../../../../src/domain/time/day';
import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
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

// KL 5:69 via 6:35, M-10: whoever presides signs

describe('whoever leads the meeting', () => {
  let office: MeetingOffice;
  let summoned: SummonedMeeting;

  fromTheSamePoint(async () => {
    office = await meetingOffice();
    summoned = await summonedMeeting(office);
    office.now = new Date('2026-02-20T08:00:00Z');
    return office;
  });

  const person = (name: string) => office.people.get(name) ?? '';
  const viceChair = () => (office.viceChair.kind === 'person' ? office.viceChair.personId : '');
  const verifiedBy = (personId: string) => ({
    meetingId: summoned.meetingId,
    verifierIds: [personId],
    ...VERIFICATION,
  });
  const topItems = async () => {
    const { items } = await sessionOf(office, summoned.meetingId);
    return items.filter(({ parentId, withdrawn }) => parentId === null && !withdrawn);
  };
  const signers = async (minutesId: string) =>
    (
      await office.rows<{ name: string; role: string }>(
        'select p.name, v.role from verifier v join person p on p.id = v.person_id where minutes_id = $1 order by v.ordinal',
        [minutesId],
      )
    ).map(({ name, role }) => `${role} ${name}`);
  const rolesInMinutes = (minutesId: string) =>
    office.orm.em.fork().transactional(async (em) => {
      await stateActor(em, office.secretary, asDay('2026-02-20'));
      const written = await readWrittenMinutes(em, minutesId);
      return minutesWords(written!).signatures.map(({ role }) => role);
    });

  it('signs for what they led, also when the chair leaves before the last item', async () => {
    await openedMeeting(office, summoned);
    const items = await topItems();
    const last = items.at(-1)!;
    for (const { id } of items.slice(0, -1)) await approve(office, id);
    await office.done(setVerification, office.secretary, verifiedBy(viceChair()));
    await office.done(takeItem, office.secretary, { itemId: last.id });
    await office.done(recordPresence, office.secretary, {
      meetingId: summoned.meetingId,
      events: [{ kind: 'leaves', seatId: await seatOfPerson(office, 'Karin Ask'), reason: 'other' }],
    });
    await approve(office, last.id);
    expect(await office.refusedAs(closeMeeting, office.secretary, { meetingId: summoned.meetingId })).toBe(
      'chair-verifies-already',
    );
    await office.done(setVerification, office.secretary, verifiedBy(person('Birgitta Holm')));
    const { minutesId } = await office.done(closeMeeting, office.secretary, {
      meetingId: summoned.meetingId,
    });
    const vice = (
      await office.rows<{ name: string }>('select name from person where id = $1', [viceChair()])
    )[0]!;
    expect(await signers(minutesId)).toEqual([
      'writer Annika Roos',
      'chair Karin Ask',
      `chair ${vice.name}`,
      'verifier Birgitta Holm',
    ]);
    const roles = await rolesInMinutes(minutesId);
    expect(roles[1]).toMatch(/^Ordförande §§ \d+–\d+$/u);
    expect(roles[2]).toMatch(/^Ordförande § \d+$/u);
  });

  it('is said by the secretary when neither the chair nor the vice chair has come', async () => {
    const vice = (
      await office.rows<{ name: string }>('select name from person where id = $1', [viceChair()])
    )[0]!;
    await openedMeeting(office, summoned, ['Karin Ask', vice.name]);
    for (const { id } of await topItems()) await approve(office, id);
    await office.done(setVerification, office.secretary, verifiedBy(person('Birgitta Holm')));
    const { meetingId } = summoned;
    expect(await office.refusedAs(closeMeeting, office.secretary, { meetingId })).toBe(
      'minutes-without-chair',
    );
    const away = await seatOfPerson(office, 'Karin Ask');
    expect(await office.refusedAs(setPresiding, office.secretary, { meetingId, seatId: away })).toBe(
      'presiding-not-serving',
    );
    const lisbeth = await seatOfPerson(office, 'Lisbeth Frank');
    expect(await office.refusedAs(setPresiding, office.member, { meetingId, seatId: lisbeth })).toBe(
      'not-allowed',
    );
    await office.done(setPresiding, office.secretary, { meetingId, seatId: lisbeth });
    expect(
      await office.refusedAs(setVerification, office.secretary, verifiedBy(person('Lisbeth Frank'))),
    ).toBe('chair-verifies-already');
    const { minutesId } = await office.done(closeMeeting, office.secretary, { meetingId });
    expect(await signers(minutesId)).toEqual([
      'writer Annika Roos',
      'chair Lisbeth Frank',
      'verifier Birgitta Holm',
    ]);
    expect((await rolesInMinutes(minutesId))[1]).toBe('Ordförande');
  });
});

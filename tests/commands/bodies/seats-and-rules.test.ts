import jointBoard from '../../../data/rules-of-procedure/joint-board.json';
import { addDispatchRecipient } from '../../../src/commands/bodies/add-dispatch-recipient';
import { appointSeatHolder } from '../../../src/commands/bodies/appoint-seat-holder';
import { decideRulesOfProcedure } from '../../../src/commands/bodies/decide-rules-of-procedure';
import { endSeatHolder } from '../../../src/commands/bodies/end-seat-holder';
import { planMeetings } from '../../../src/commands/meetings/plan/plan-meetings';
import { assignRole } from '../../../src/commands/people/assign-role';
import { endRole } from '../../../src/commands/people/end-role';
import type { LoadedCounty } from '../../../src/installation/load-county';
import { emptyInstallation, system, withCounty, type EmptyInstallation } from '../../support/builders/bodies';

const BOARD = 'hjalpmedelsnamnden';

describe('seats, rules and roles of a body that works', () => {
  let office: EmptyInstallation;
  let county: LoadedCounty;
  let bodyId: string;
  beforeAll(async () => {
    office = await emptyInstallation();
    county = await withCounty(office);
    bodyId = county.bodies.get(BOARD) ?? '';
    const plan = {
      bodyId,
      year: 2026,
      days: ['2026-02-20'],
      startTime: '09:00',
      endTime: '12:00',
      place: 'Falken',
    };
    expect(await office.run(planMeetings, system, plan)).toMatchObject({ ok: true });
    await office.rows('delete from wake');
  });
  afterAll(() => office.close());

  const person = (name: string) => county.people.get(name) ?? '';
  const holding = async (name: string) => {
    const [row] = await office.rows<{ id: string; seat_id: string }>(
      'select h.id, h.seat_id from seat_holder h where h.person_id = $1 order by h.valid_from limit 1',
      [person(name)],
    );
    return row ?? { id: '', seat_id: '' };
  };
  const appoint = (seatId: string, name: string, change: object = {}) =>
    office.run(appointSeatHolder, system, {
      seatId,
      personId: person(name),
      party: 'S',
      office: null,
      validFrom: '2026-03-01',
      validTo: null,
      ...change,
    });

  it('has the whole board of the county: 15 members, 15 substitutes, one chair and one vice chair', async () => {
    const [count] = await office.rows(
      `select count(*) filter (where s.kind = 'member')::int as members, count(*) filter (where s.kind = 'substitute')::int as substitutes,
         count(*) filter (where h.office = 'chair')::int as chairs, count(*) filter (where h.office = 'viceChair')::int as vice
       from seat s join seat_holder h on h.seat_id = s.id where s.body_id = $1`,
      [bodyId],
    );
    expect(count).toEqual({ members: 15, substitutes: 15, chairs: 1, vice: 1 });
  });

  it('seats nobody where someone sits, and nobody twice', async () => {
    const { seat_id: almby } = await holding('Samuel Lindh');
    expect(await appoint(almby, 'Amra Begić')).toMatchObject({ code: 'seat-taken' });
    const { seat_id: dalbo } = await holding('Gunnar Malm');
    expect(await appoint(dalbo, 'Samuel Lindh')).toMatchObject({ ok: false });
    expect(await appoint('00000000-0000-7000-8000-000000000000', 'Amra Begić')).toMatchObject({
      code: 'not-found',
    });
  });

  it('ends a term and seats the next the day after; meetings to come read again, the old row stays', async () => {
    const { id, seat_id: seatId } = await holding('Lisbeth Frank');
    expect(
      await office.run(endSeatHolder, system, { seatHolderId: id, validTo: '2022-12-31' }),
    ).toMatchObject({ code: 'seat-period-reversed' });
    expect(
      await office.run(endSeatHolder, system, { seatHolderId: id, validTo: '2026-03-31' }),
    ).toMatchObject({ ok: true });
    expect(
      await office.run(endSeatHolder, system, { seatHolderId: id, validTo: '2026-04-30' }),
    ).toMatchObject({ code: 'holder-already-ended' });
    expect(await appoint(seatId, 'Amra Begić', { validFrom: '2026-03-31' })).toMatchObject({
      code: 'seat-taken',
    });
    expect(await appoint(seatId, 'Amra Begić', { validFrom: '2026-04-01', office: 'chair' })).toMatchObject({
      code: 'chair-taken',
    });
    expect(await appoint(seatId, 'Amra Begić', { validFrom: '2026-04-01' })).toMatchObject({ ok: true });
    const terms = await office.rows(
      'select p.name, h.valid_from::text, h.valid_to::text from seat_holder h join person p on p.id = h.person_id where h.seat_id = $1 order by h.valid_from',
      [seatId],
    );
    expect(terms).toEqual([
      { name: 'Lisbeth Frank', valid_from: '2023-01-01', valid_to: '2026-03-31' },
      { name: 'Amra Begić', valid_from: '2026-04-01', valid_to: null },
    ]);
    const wakes = await office.rows<{ kind: string }>('select distinct kind from wake');
    expect(wakes).toEqual([{ kind: 'meetingCycle' }]);
  });

  describe('rules of procedure', () => {
    const decide = (change: object, validFrom = '2026-07-01') =>
      office.run(decideRulesOfProcedure, system, {
        bodyId,
        validFrom,
        decidedBy: 'Regionfullmäktige 2026-06-10 § 44',
        settings: { ...jointBoard.rules, ...change },
      });

    it.each([
      ['one fault is told as it is', { verificationDays: 20 }, 'rules-verification-beyond-law'],
      ['several are told together', { verificationDays: 20, appealWeeks: 2 }, 'rules-with-faults'],
      ['an unknown setting is a fault', { summonDays: 7 }, 'rules-setting-unknown'],
    ])('%s', async (_name, change, code) => {
      expect(await decide(change)).toMatchObject({ ok: false, code });
    });

    it('follow each other day by day and never overlap', async () => {
      expect(await decide({ summonsDays: 10 })).toMatchObject({ ok: true, result: { number: 2 } });
      expect(await decide({}, '2026-06-30')).toMatchObject({ code: 'rules-overlap' });
      const versions = await office.rows(
        `select number, valid_from::text, valid_to::text, settings->>'summonsDays' as summons from rules_of_procedure where body_id = $1 order by number`,
        [bodyId],
      );
      expect(versions).toEqual([
        { number: 1, valid_from: '2023-01-01', valid_to: '2026-06-30', summons: '7' },
        { number: 2, valid_from: '2026-07-01', valid_to: null, summons: '10' },
      ]);
    });
  });

  it.each([
    ['a person without one', { kind: 'person' }, 'person'],
    ['a mailbox without principal', { kind: 'principalMailbox' }, 'principal'],
    ['auditors without principal', { kind: 'auditors' }, 'principal'],
  ])('takes no recipient that cannot be reached: %s', async (_name, change, field) => {
    const recipient = {
      bodyId,
      name: 'Mottagare',
      personId: null,
      principalId: null,
      address: null,
      standing: false,
    };
    expect(await office.run(addDispatchRecipient, system, { ...recipient, ...change })).toMatchObject({
      code: 'recipient-incomplete',
      facts: { field },
    });
  });

  it('gives no role in a whole authority: it has several bodies, and the role is given in each of them', async () => {
    const [authority] = await office.rows<{ id: string }>(
      'select authority_id as id from body where id = $1',
      [bodyId],
    );
    const authorityId = authority?.id ?? '';
    const role = {
      personId: person('Helena Mårtens'),
      role: 'secretary',
      scope: { kind: 'authority', id: authorityId },
      validFrom: '2026-02-01',
      validTo: null,
    };
    expect(await office.run(assignRole, system, role)).toMatchObject({
      code: 'input-invalid',
      facts: { problems: expect.stringMatching(/^scope.*: en roll ges inom ett organ/) as unknown },
    });
    await expect(
      office.rows(
        `insert into role_assignment (id, person_id, role, scope_kind, scope_id, valid_from)
         values (gen_random_uuid(), $1, 'secretary', 'authority', $2, '2026-02-01')`,
        [role.personId, authorityId],
      ),
    ).rejects.toThrow(/role_assignment_scope_kind_check/);
  });

  it('gives a role from a day and ends it; the administrator by right, nobody else', async () => {
    const role = {
      personId: person('Helena Mårtens'),
      role: 'secretary',
      scope: { kind: 'body', id: bodyId },
      validFrom: '2026-02-01',
      validTo: null,
    };
    const secretary = { kind: 'person', personId: person('Annika Roos') } as const;
    const administrator = { kind: 'person', personId: person('Nils Fager') } as const;
    expect(await office.run(assignRole, secretary, role)).toMatchObject({ code: 'not-allowed' });
    expect(await office.run(assignRole, system, { ...role, validTo: '2026-01-01' })).toMatchObject({
      code: 'role-period-reversed',
    });
    const given = await office.run(assignRole, administrator, role);
    const roleAssignmentId = given.ok ? given.result.roleAssignmentId : '';
    expect(
      await office.run(endRole, administrator, { roleAssignmentId, validTo: '2026-02-28' }),
    ).toMatchObject({ ok: true });
    expect(
      await office.run(endRole, administrator, { roleAssignmentId, validTo: '2026-02-28' }),
    ).toMatchObject({ code: 'role-already-ended' });
  });
});

import { randomUUID } from 'node:crypto';
import { moveTrainingDay } from '../../../src/commands/operations/move-training-day';
import { meetingOffice, plannedMeeting, type MeetingOffice } from '../../support/builders/meetings';

describe('the day the demo county is moved on to', () => {
  let office: MeetingOffice;
  let personId: string;
  beforeAll(async () => {
    office = await meetingOffice();
    await plannedMeeting(office);
    personId = office.people.get('Annika Roos') ?? '';
    await office.rows("insert into account (id, person_id, state) values ($1, $2, 'active')", [
      randomUUID(),
      personId,
    ]);
    office.now = new Date('2026-02-10T09:00:00Z');
  });
  afterAll(() => office.close());

  it.each([
    ['an ordinary day: when the office opens', '2026-02-19', '2026-02-19T07:00:00.000Z'],
    ['the day of the meeting: when it begins', '2026-02-20', '2026-02-20T08:00:00.000Z'],
    ['an instant: itself', '2026-02-20T10:15:00.000Z', '2026-02-20T10:15:00.000Z'],
  ])('is %s', async (_, to, at) => {
    expect(await office.done(moveTrainingDay, { kind: 'system' }, { personId, to })).toEqual({ at });
  });

  it.each([
    ['a day that has been', '2026-02-09'],
    ['years ahead, when roles and rules have ended', '2027-04-01'],
  ])('is never %s', async (_, to) => {
    expect(await office.refusedAs(moveTrainingDay, { kind: 'system' }, { personId, to })).toBe(
      'training-day-invalid',
    );
  });

  it('is not for a person to decide past the page, and leaves an audit row', async () => {
    expect(await office.refusedAs(moveTrainingDay, office.secretary, { personId, to: '2026-02-19' })).toBe(
      'not-allowed',
    );
    const results = await office.rows<{ result: string }>(
      `select distinct result from audit_event where act = 'moveTrainingDay' order by result`,
    );
    expect(results.map(({ result }) => result)).toEqual(['done', 'refused']);
  });
});

import { advanceSubstituteCall } from '../../../../src/commands/meetings/before/advance-substitute-call';
import { answerSubstituteAsk } from '../../../../src/commands/meetings/before/answer-substitute-ask';
import { reportAbsence } from '../../../../src/commands/meetings/before/report-absence';
import { withdrawAbsence } from '../../../../src/commands/meetings/before/withdraw-absence';
import { recordSummonsOpened } from '../../../../src/commands/meetings/summons/record-summons-opened';
import type { Actor } from '../../../../src/contracts/actor';
import { openMeeting } from '../../../../src/commands/meetings/session/open-meeting';
import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import { fromTheSamePoint } from '../../../support/builders/same-point';
import { seatOfPerson, summonedMeeting } from '../../../support/builders/session';

interface AskRow {
  readonly seat: string;
  readonly name: string;
  readonly answer: string | null;
}

describe('a substitute who has been asked and has not answered (M-5)', () => {
  let office: MeetingOffice;
  let meetingId: string;
  let absent: { readonly meetingId: string; readonly seatId: string };
  fromTheSamePoint(async () => {
    office = await meetingOffice();
    ({ meetingId } = await summonedMeeting(office));
    office.now = new Date('2026-02-11T09:00:00Z');
    absent = { meetingId, seatId: await seatOfPerson(office, 'Ingrid Norell') };
    await office.done(reportAbsence, office.secretary, absent);
    await advance();
    return office;
  });

  const advance = async () => {
    const [call] = await office.rows<{ id: string; version: number }>(
      "select id, version from substitute_call where state <> 'withdrawn'",
    );
    await office.done(advanceSubstituteCall, office.process, { callId: call!.id, version: call!.version });
  };
  const asked = () =>
    office.rows<AskRow>(
      `select a.seat_id as seat, p.name, a.answer from substitute_ask a join person p on p.id = a.person_id
       order by a.ordinal`,
    );
  /** Who has the question on their list of tasks. */
  const waiting = async () =>
    (
      await office.rows<{ name: string }>(
        `select p.name from task t join person p on p.id = t.person_id
         where t.kind = 'answerSubstituteAsk' and t.closed_at is null`,
      )
    ).map(({ name }) => name);
  const letters = async (template: string) =>
    office.rows(
      `select p.name, m.state from mail m join person p on p.id = m.to_person_id where m.template = $1
       order by m.queued_at, p.name`,
      [template],
    );

  it('is released by reporting absence: the next in order is asked at once', async () => {
    const [first] = await asked();
    expect(await waiting()).toEqual([first!.name]);
    await office.done(reportAbsence, office.secretary, { meetingId, seatId: first!.seat });
    expect((await asked()).map(({ answer }) => answer)).toEqual(['declined']);
    expect(await waiting()).toEqual([]);
    expect(await letters('substituteAsk')).toEqual([{ name: first!.name, state: 'withdrawn' }]);
    await advance();
    const [, next] = await asked();
    expect(next).toMatchObject({ answer: null });
    expect(next!.name).not.toBe(first!.name);
    expect(await waiting()).toEqual([next!.name]);
  });

  it('has the papers to read as soon as they will serve, and not when they are not needed any more', async () => {
    const [ask] = await office.rows<{ id: string; personId: string }>(
      `select id, person_id as "personId" from substitute_ask`,
    );
    const substitute: Actor = { kind: 'person', personId: ask!.personId };
    const toRead = () =>
      office.rows(
        `select link, due_day::text as due from task where kind = 'readPapers' and closed_at is null and person_id = $1`,
        [ask!.personId],
      );
    expect(await toRead()).toEqual([]);
    await office.done(answerSubstituteAsk, substitute, { askId: ask!.id, answer: 'accepted' });
    expect(await toRead()).toEqual([{ link: `/sammantraden/${meetingId}/handlingar`, due: '2026-02-20' }]);
    await office.done(withdrawAbsence, office.secretary, absent);
    expect(await toRead()).toEqual([]);
    await office.done(reportAbsence, office.secretary, absent);
    await advance();
    const [again] = await office.rows<{ id: string }>('select id from substitute_ask where answer is null');
    await office.done(answerSubstituteAsk, substitute, { askId: again!.id, answer: 'accepted' });
    expect(await toRead()).toHaveLength(1);
    await office.done(recordSummonsOpened, substitute, { meetingId });
    expect(await toRead()).toEqual([]);
  });

  it('is told that they are not needed when the member comes after all', async () => {
    const [first] = await asked();
    await office.done(withdrawAbsence, office.secretary, absent);
    expect(await waiting()).toEqual([]);
    expect(await letters('substituteAsk')).toEqual([{ name: first!.name, state: 'withdrawn' }]);
    expect(await letters('substituteNotNeeded')).toEqual([{ name: first!.name, state: 'queued' }]);
  });

  it('has nothing left to answer when the meeting is opened: the roll call tells who serves', async () => {
    const [first] = await asked();
    office.now = new Date('2026-02-20T08:00:00Z');
    await office.done(openMeeting, office.secretary, { meetingId });
    expect(await waiting()).toEqual([]);
    expect(await letters('substituteAsk')).toEqual([{ name: first!.name, state: 'withdrawn' }]);
  });
});

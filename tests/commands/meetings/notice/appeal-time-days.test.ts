import { confirmPosting } from '../../../../src/commands/meetings/notice/confirm-posting';
import { endAppealTime } from '../../../../src/commands/meetings/notice/process-steps';
import { recordCourtAnswer } from '../../../../src/commands/meetings/notice/record-court-answer';
import { takeDownNotice } from '../../../../src/commands/meetings/notice/take-down';
import { createNoticePeriod } from '../../../../src/activities/meetings/notice-period';
import { asDay } from '../../../../src/domain/time/day';
import { momentAt } from '../../../../src/domain/time/stockholm';
import { byHand } from '../../../support/builders/dispatch';
import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import { announcedNotice } from '../../../support/builders/notice';
import { fromTheSamePoint } from '../../../support/builders/same-point';

// law.md I (1930:173 2 §) through the acts of a notice: M-11; KL 8:12, 13:5

const at = (day: string, time: string): Date => momentAt(asDay(day), time);

describe('a notice over holidays', () => {
  let office: MeetingOffice;
  fromTheSamePoint(async () => {
    office = await meetingOffice();
    return office;
  });

  const noticeOf = async (id: string) =>
    (
      await office.rows<{ version: number; state: string; posting_day: string }>(
        'select version, state, posting_day::text from notice where id = $1',
        [id],
      )
    )[0]!;

  it.each([
    ['2026-06-17', '2026-06-22', 'midsommarafton'],
    ['2026-04-01', '2026-04-07', 'långfredagen'],
    ['2026-12-22', '2026-12-28', 'julafton'],
  ])('verified on %s is posted at the latest %s: the second day is %s', async (verified, latest) => {
    const { noticeId } = await announcedNotice(office, `${verified}T12:00:00Z`);
    const [deadline] = await office.rows<{ day: string; rule: string }>(
      `select day::text, rule from deadline where owner_id = $1 and kind = 'notice'`,
      [noticeId],
    );
    expect(deadline).toEqual({ day: latest, rule: 'KL 8:12' });
    expect((await noticeOf(noticeId)).posting_day).toBe(latest);
  });

  it.each([
    ['2026-11-30', '2026-12-21', '2026-12-22', 'an ordinary Monday'],
    ['2026-12-03', '2026-12-28', '2026-12-29', 'julafton'],
    ['2026-12-10', '2027-01-04', '2027-01-05', 'nyårsafton'],
    ['2026-12-15', '2027-01-05', '2027-01-06', 'trettondagsafton, which moves nothing'],
    ['2026-12-16', '2027-01-07', '2027-01-08', 'trettondagen'],
    ['2027-03-05', '2027-03-30', '2027-03-31', 'långfredagen'],
    ['2027-04-15', '2027-05-07', '2027-05-08', 'Kristi himmelsfärdsdag'],
    ['2026-05-29', '2026-06-22', '2026-06-23', 'midsommarafton'],
  ])(
    'posted everywhere on %s: the time ends on %s and it hangs until %s, for the last day is %s',
    async (posted, ends, down) => {
      const { noticeId, postings } = await announcedNotice(office, at(posted, '09:00').toISOString());
      office.now = at(posted, '15:00');
      for (const postingId of postings.values())
        await office.done(confirmPosting, office.secretary, { postingId, version: 1, statedDay: posted });
      expect(
        await office.rows(
          `select starts_on::text, ends_on::text, state from appeal_time where notice_id = $1`,
          [noticeId],
        ),
      ).toEqual([{ starts_on: posted, ends_on: ends, state: 'running' }]);

      // Its last day, to the last minute: nothing may come before the end.
      office.now = at(ends, '23:59');
      const process = createNoticePeriod({
        em: office.orm.em,
        run: office.run,
        clock: { now: () => Promise.resolve(office.now), toServerTime: (moment) => moment.getTime() },
      });
      const [first] = postings.values();
      const row = async () =>
        (
          await office.rows<{ version: number }>('select version from notice_posting where id = $1', [first])
        )[0]!;
      const answer = { noticeId, reference: 'Mål-förfrågan 12', appealed: false };
      expect(
        await office.refusedAs(takeDownNotice, office.secretary, {
          postingId: first,
          version: (await row()).version,
          downDay: ends,
        }),
      ).toBe('take-down-too-early');
      expect(
        await office.refusedAs(recordCourtAnswer, office.secretary, {
          ...answer,
          day: ends,
          version: (await noticeOf(noticeId)).version,
        }),
      ).toBe('court-answer-too-early');
      const reading = await byHand(office, process, noticeId).read();
      expect(reading.due).not.toBe('endAppealTime');

      office.now = at(down, '00:00');
      await office.done(
        endAppealTime,
        { kind: 'process', process: 'noticePeriod', authorityId: office.authority },
        { noticeId, version: (await noticeOf(noticeId)).version },
      );
      expect((await noticeOf(noticeId)).state).toBe('appealTimeEnded');
      await office.done(takeDownNotice, office.secretary, {
        postingId: first,
        version: (await row()).version,
        downDay: down,
      });
      await office.done(recordCourtAnswer, office.secretary, {
        ...answer,
        day: down,
        version: (await noticeOf(noticeId)).version,
      });
      expect((await noticeOf(noticeId)).state).toBe('legalForce');
    },
  );
});

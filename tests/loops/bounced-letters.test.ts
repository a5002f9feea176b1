import { createDispatch } from '../../src/activities/dispatch/dispatch';
import { createNoticePeriod } from '../../src/activities/meetings/notice-period';
import { sendExtractAgain } from '../../src/commands/dispatch/recipient-acts';
import { confirmPosting } from '../../src/commands/meetings/notice/confirm-posting';
import { byHand, certifiedExtracts, verifiedMeeting } from '../support/builders/dispatch';
import { postLetters } from '../support/builders/letters';
import { meetingOffice, type MeetingOffice } from '../support/builders/meetings';
import { announcedNotice } from '../support/builders/notice';

// M-11, M-12: a letter that comes back is the secretary's task at once, not when the reminder's day has come

describe('a letter that comes back', () => {
  let office: MeetingOffice;
  beforeEach(async () => {
    office = await meetingOffice();
  });
  afterEach(() => office.close());

  const clock = () => ({
    now: () => Promise.resolve(office.now),
    toServerTime: (at: Date) => at.getTime(),
  });
  const process = () => ({ em: office.orm.em, run: office.run, clock: clock() });
  const woken = async (kind: string) =>
    (
      await office.rows<{ row_id: string }>(
        'select row_id from wake where kind = $1 and delivered_at is null',
        [kind],
      )
    ).map(({ row_id }) => row_id);
  const relayed = () => office.admin.query('update wake set delivered_at = now(), read_at = now()');
  const tasks = (kind: string) =>
    office.rows<{ facts: object; role: string; link: string; open: boolean }>(
      'select facts, role, link, closed_at is null as open from task where kind = $1 order by created_at',
      [kind],
    );

  it('with an extract in it: the address is corrected and it goes again', async () => {
    const played = await verifiedMeeting(office);
    const [extractId] = await certifiedExtracts(office, played.meetingId);
    const run = byHand(office, createDispatch(process()), extractId!);
    await run.settle();
    const [recipient] = await office.rows<{ id: string; version: number; name: string; address: string }>(
      'select id, version, recipient_name as name, address from dispatch where extract_id = $1 order by ordinal',
      [extractId],
    );
    await relayed();
    await postLetters(office, [recipient!.address]);
    expect(await woken('dispatch')).toEqual([extractId]);
    expect(await run.settle()).toEqual(['taskBounced']);
    expect(await tasks('extractBounced')).toMatchObject([
      {
        facts: { day: '2026-02-20', recipient: recipient!.name },
        role: 'secretary',
        link: `/utdrag/${recipient!.id}`,
        open: true,
      },
    ]);

    await office.done(sendExtractAgain, office.secretary, {
      dispatchId: recipient!.id,
      version: recipient!.version,
      address: 'ratt@almby.example',
    });
    expect(await run.settle()).toEqual([]);
    expect((await tasks('extractBounced')).map(({ open }) => open)).toEqual([false]);
    await postLetters(office, ['ratt@almby.example']);
    expect(await run.settle()).toEqual(['taskBounced']);
    expect((await tasks('extractBounced')).map(({ open }) => open)).toEqual([false, true]);
  });

  it('about a notice: the secretary calls the board that nothing reached', async () => {
    const { noticeId, postings } = await announcedNotice(office, '2026-03-04T14:00:00Z');
    const run = byHand(office, createNoticePeriod(process()), noticeId);
    await run.settle();
    const [principal, postingId] = [...postings][0]!;
    const letters = await office.rows<{ to_address: string }>(
      'select to_address from mail where subject_id = $1',
      [postingId],
    );
    await relayed();
    await postLetters(
      office,
      letters.map(({ to_address }) => to_address),
    );
    expect(await woken('noticePeriod')).toEqual([noticeId]);
    expect(await run.settle()).toEqual(['taskBounced']);
    expect(await tasks('noticeBounced')).toMatchObject([
      {
        facts: { principal, day: '2026-02-20', postingDay: '2026-03-06' },
        role: 'secretary',
        link: `/anslag/${noticeId}`,
        open: true,
      },
    ]);
    const [posting] = await office.rows<{ version: number }>(
      'select version from notice_posting where id = $1',
      [postingId],
    );
    await office.done(confirmPosting, office.secretary, {
      postingId,
      version: posting!.version,
      statedDay: '2026-03-04',
    });
    expect((await tasks('noticeBounced')).map(({ open }) => open)).toEqual([false]);
  });
});

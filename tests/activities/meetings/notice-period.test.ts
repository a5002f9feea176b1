import { createNoticePeriod } from '../../../src/activities/meetings/notice-period';
import { confirmPosting, setPostingDay } from '../../../src/commands/meetings/notice/confirm-posting';
import { correctPosting } from '../../../src/commands/meetings/notice/correct-posting';
import { correctTakeDown } from '../../../src/commands/meetings/notice/correct-take-down';
import { takeDownNotice } from '../../../src/commands/meetings/notice/take-down';
import { stateActor } from '../../../src/commands/runner/transaction';
import { dayOf } from '../../../src/domain/time/stockholm';
import { meetingOffice, type MeetingOffice } from '../../support/builders/meetings';
import { announcedNotice, type AnnouncedNotice } from '../../support/builders/notice';
import { fromTheSamePoint } from '../../support/builders/same-point';

// M-11: the process of a notice, with real documents

describe('the process of a notice', () => {
  let office: MeetingOffice;
  let announced: AnnouncedNotice;

  fromTheSamePoint(async () => {
    office = await meetingOffice();
    announced = await announcedNotice(office, '2026-03-04T14:00:00Z');
    return office;
  });

  /** Does what is due until nothing is. @returns the acts, in order */
  const settle = async (): Promise<string[]> => {
    const clock = { now: () => Promise.resolve(office.now), toServerTime: (at: Date) => at.getTime() };
    const process = createNoticePeriod({ em: office.orm.em, clock, run: office.run });
    const actor = { kind: 'process', process: 'noticePeriod', authorityId: office.authority } as const;
    const acted: string[] = [];
    for (;;) {
      const turn = await office.orm.em.fork().transactional(async (em) => {
        await stateActor(em, actor, dayOf(office.now));
        return process.read(em, announced.noticeId, office.now);
      });
      if (turn.due === null) return acted;
      acted.push(turn.due);
      await process.acts[turn.due]!(
        { row: announced.noticeId, authority: office.authority, version: turn.version, due: turn.due },
        actor,
      );
    }
  };
  const latestDays = async (): Promise<Map<string, string>> => {
    const rows = await office.rows<{ name: string; posted: string }>(
      `select distinct on (p.name) p.name, v.snapshot->>'postedDay' as posted
       from document_version v join document d on d.id = v.document_id join notice_posting np on np.id = d.owner_id
       join principal p on p.id = np.principal_id where d.kind = 'notice' order by p.name, v.number desc`,
    );
    return new Map(rows.map(({ name, posted }) => [name, posted]));
  };
  const takeDownDays = async (): Promise<string[]> => {
    const rows = await office.rows<{ day: string }>(
      `select distinct on (d.owner_id) v.snapshot->>'takenDownEarliest' as day
       from document_version v join document d on d.id = v.document_id where d.kind = 'notice'
       order by d.owner_id, v.number desc`,
    );
    return rows.map(({ day }) => day);
  };
  const told = async (): Promise<number> =>
    (await office.rows(`select 1 from mail where template = 'noticeDayMoved'`)).length;
  const versions = async (): Promise<number> =>
    (
      await office.rows(
        `select 1 from document_version v join document d on d.id = v.document_id where d.kind = 'notice'`,
      )
    ).length;
  const confirm = async (principal: string, statedDay: string) => {
    const postingId = announced.postings.get(principal)!;
    const [row] = await office.rows<{ version: number }>('select version from notice_posting where id = $1', [
      postingId,
    ]);
    await office.done(confirmPosting, office.secretary, { postingId, version: row!.version, statedDay });
  };

  it("makes each board's notice with the common day, and asks each registrar once", async () => {
    expect(await settle()).toEqual(['makeNotices', 'askRegistrars']);
    expect(new Set((await latestDays()).values())).toEqual(new Set(['fredag 6 mars 2026']));
    expect(await settle()).toEqual([]);
  });

  it('makes a notice anew for a board that posted on another day: each states its own', async () => {
    await settle();
    office.now = new Date('2026-03-09T09:00:00Z');
    await confirm('Almby', '2026-03-09');
    expect(await settle()).toContain('makeNotices');
    const days = await latestDays();
    expect(days.get('Almby')).toBe('måndag 9 mars 2026');
    expect(days.get('Dalbo')).toBe('fredag 6 mars 2026');
    expect(await office.rows(`select 1 from document where kind = 'notice'`)).toHaveLength(11);
  });

  it('makes all notices anew with the counted day when one board was late, once', async () => {
    await settle();
    office.now = new Date('2026-03-09T09:00:00Z');
    for (const name of announced.postings.keys()) if (name !== 'Almby') await confirm(name, '2026-03-06');
    expect(await settle()).toEqual(['remindBoards']);
    expect(new Set(await takeDownDays())).toEqual(new Set(['lördag 28 mars 2026']));
    await confirm('Almby', '2026-03-09');
    expect(await settle()).toEqual(['makeNotices']);
    expect(await takeDownDays()).toEqual(Array.from({ length: 11 }, () => 'tisdag 31 mars 2026'));
    expect((await latestDays()).get('Dalbo')).toBe('fredag 6 mars 2026');
    expect([await versions(), await told()]).toEqual([22, 11]);
    expect(await settle()).toEqual([]);
  });

  it('leaves the notices as they are when all boards posted on the common day', async () => {
    await settle();
    office.now = new Date('2026-03-06T12:00:00Z');
    for (const name of announced.postings.keys()) await confirm(name, '2026-03-06');
    expect(await settle()).toEqual([]);
    expect([await versions(), await told()]).toEqual([11, 0]);
  });

  it('tells and makes anew also where the time runs since before: what is printed decides, not what happened', async () => {
    await settle();
    office.now = new Date('2026-03-09T09:00:00Z');
    for (const name of announced.postings.keys()) await confirm(name, '2026-03-09');
    await settle();
    const before = [await versions(), await told()];
    await office.rows(`update notice_posting set printed_take_down = '2026-03-28' where id = $1`, [
      announced.postings.get('Dalbo'),
    ]);
    await office.rows(`delete from mail where template = 'noticeDayMoved' and subject_id = $1`, [
      announced.postings.get('Dalbo'),
    ]);
    expect(await settle()).toEqual(['makeNotices']);
    expect(await versions()).toBe(before[0]! + 1);
    expect(await told()).toBe(before[1]);
    expect(await settle()).toEqual([]);
  });

  it('states the day again that a board had before, when a correction is put right', async () => {
    await settle();
    office.now = new Date('2026-03-09T09:00:00Z');
    await confirm('Almby', '2026-03-06');
    for (const statedDay of ['2026-03-09', '2026-03-06']) {
      const postingId = announced.postings.get('Almby')!;
      const [row] = await office.rows<{ version: number }>(
        'select version from notice_posting where id = $1',
        [postingId],
      );
      const input = { postingId, version: row!.version, statedDay, reason: 'Fel dag angavs.' };
      await office.done(correctPosting, office.secretary, input);
      await settle();
    }
    expect((await latestDays()).get('Almby')).toBe('fredag 6 mars 2026');
  });

  it('makes all notices anew and asks every registrar again when the common day is moved, there and back', async () => {
    await settle();
    for (const day of ['2026-03-05', '2026-03-06']) {
      const [notice] = await office.rows<{ version: number }>('select version from notice where id = $1', [
        announced.noticeId,
      ]);
      await office.done(setPostingDay, office.secretary, {
        noticeId: announced.noticeId,
        version: notice!.version,
        day,
      });
      expect(await settle()).toContain('askRegistrars');
    }
    const open = await office.rows<{ due: string }>(
      `select due_day::text as due from task where kind = 'postNotice' and closed_at is null`,
    );
    expect(open).toHaveLength(11);
    expect(new Set(open.map(({ due }) => due))).toEqual(new Set(['2026-03-06']));
    expect(await office.rows(`select 1 from mail where template = 'noticeToPost'`)).toHaveLength(33);
  });

  it('certifies with the names of those who confirmed, never with their ids', async () => {
    await settle();
    office.now = new Date('2026-03-06T12:00:00Z');
    for (const principal of announced.postings.keys()) await confirm(principal, '2026-03-06');
    office.now = new Date('2026-03-30T09:00:00Z');
    await settle();
    for (const postingId of announced.postings.values()) {
      const [row] = await office.rows<{ version: number }>(
        'select version from notice_posting where id = $1',
        [postingId],
      );
      await office.done(takeDownNotice, office.secretary, {
        postingId,
        version: row!.version,
        downDay: '2026-03-30',
      });
    }
    expect(await settle()).toEqual(['makeCertificate']);
    const [certificate] = await office.rows<{ by: string[] }>(
      `select array(select jsonb_array_elements(v.snapshot->'postings')->>'confirmedBy') as by
       from document_version v join document d on d.id = v.document_id where d.kind = 'noticeCertificate'`,
    );
    expect(new Set(certificate!.by)).toEqual(new Set(['Annika Roos']));

    // M-11: a wrong day of taking down is corrected with a reason, and the certificate gets a new version.
    const postingId = announced.postings.get('Almby')!;
    const correct = async (downDay: string) => ({
      postingId,
      version: (
        await office.rows<{ version: number }>('select version from notice_posting where id = $1', [
          postingId,
        ])
      )[0]!.version,
      downDay,
      reason: 'Togs ned på lördagen.',
    });
    expect(await office.refusedAs(correctTakeDown, office.secretary, await correct('2026-03-27'))).toBe(
      'take-down-too-early',
    );
    expect(await office.refusedAs(correctTakeDown, office.secretary, await correct('2026-03-31'))).toBe(
      'take-down-in-future',
    );
    await office.done(correctTakeDown, office.secretary, await correct('2026-03-28'));
    expect(await settle()).toEqual(['makeCertificate']);
    const versions = await office.rows<{ number: number; corrections: string[] | null }>(
      `select v.number, v.snapshot->'corrections' as corrections
       from document_version v join document d on d.id = v.document_id where d.kind = 'noticeCertificate' order by v.number`,
    );
    expect(versions).toEqual([
      { number: 1, corrections: null },
      {
        number: 2,
        corrections: [
          'Almby: nedtagningsdagen rättades från måndag 30 mars 2026 till lördag 28 mars 2026. Skäl: Togs ned på lördagen.',
        ],
      },
    ]);
    expect(
      await office.rows('select taken_down_on::text from notice where id = $1', [announced.noticeId]),
    ).toEqual([{ taken_down_on: '2026-03-30' }]);
    expect(await settle()).toEqual([]);
  });
});

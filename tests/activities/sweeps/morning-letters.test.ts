import { readFileSync } from 'node:fs';
import { createMorningSweep, morningSweepInput } from '../../../src/activities/sweeps/morning-sweep';
import { remindSubmission } from '../../../src/commands/meetings/plan/remind-submission';
import { withdrawMails } from '../../../src/commands/notifications/mail';
import { changeMyDetails } from '../../../src/commands/people/change-my-details';
import { transaction } from '../../../src/commands/runner/transaction';
import { createMailComposer } from '../../../src/documents/mail/compose';
import { createMailSender, type Delivery, type Letter } from '../../../src/loops/mail-sender';
import { meetingOffice, plannedMeeting, type MeetingOffice } from '../../support/builders/meetings';

// N-1: letters that can wait come one by one, or gathered in one letter each morning

describe('whoever wants one letter a day', () => {
  let office: MeetingOffice;
  let meetingId: string;
  let reader: string;
  let sent: Letter[];
  let answer: Delivery;

  beforeEach(async () => {
    office = await meetingOffice();
    meetingId = await plannedMeeting(office);
    reader = office.people.get('Helena Mårtens') ?? '';
    await office.rows(
      `insert into account (id, person_id, state) values (gen_random_uuid(), $1, 'active') on conflict do nothing`,
      [reader],
    );
    sent = [];
    answer = { accepted: true };
    await choose('gathered');
    await office.rows('update mail set state = $1', ['sent']);
    office.now = new Date('2026-01-25T08:00:00Z');
    await office.done(remindSubmission, office.process, { meetingId, version: 1 });
  });
  afterEach(() => office.close());

  const clock = { now: () => Promise.resolve(office.now), toServerTime: (at: Date) => at.getTime() };
  const choose = async (letters: 'each' | 'gathered') => {
    const [me] = await office.rows<{ name: string; version: number }>(
      'select name, version from person where id = $1',
      [reader],
    );
    await office.done(
      changeMyDetails,
      { kind: 'person', personId: reader },
      { ...me, phone: null, language: 'sv', letters },
    );
  };
  const sweep = () => createMorningSweep({ em: office.orm.em, clock, run: office.run });
  /** Does what the sweep finds due at a time. @returns the acts, and when it reads again */
  const sweepAt = async (now: string): Promise<{ acted: string[]; nextAt: string | undefined }> => {
    office.now = new Date(now);
    const acted: string[] = [];
    for (;;) {
      const turn = await sweep().read(office.orm.em.fork(), morningSweepInput.row, office.now);
      if (turn.due === null) return { acted, nextAt: turn.nextAt?.toISOString() };
      acted.push(turn.due);
      await sweep().acts[turn.due]!(
        { ...morningSweepInput, version: turn.version, due: turn.due },
        { kind: 'system' },
      );
    }
  };
  const compose = createMailComposer(
    'http://localhost:3000',
    readFileSync('templates/mails/letter.hbs', 'utf8'),
  );
  const send = () =>
    createMailSender({
      em: office.orm.em,
      clock,
      compose,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      deliver: (letter) => {
        sent.push(letter);
        return Promise.resolve(answer);
      },
    }).turn();
  const mine = () =>
    office.rows<{ template: string; state: string; within: boolean }>(
      'select template, state, within_id is not null as within from mail where to_person_id = $1 and queued_at > $2 order by id',
      [reader, new Date('2026-01-25T00:00:00Z')],
    );
  const toMe = (): Letter[] => sent.filter(({ subject }) => subject.startsWith('Samlat brev'));

  it('has what can wait gathered, while others get theirs at once', async () => {
    await send();
    expect(sent).toHaveLength(10);
    expect(toMe()).toEqual([]);
    expect(await mine()).toEqual([{ template: 'submissionReminder', state: 'gathered', within: false }]);
  });

  it('gets it as one letter half past eight, once a day, with what it tells and where it leads', async () => {
    expect(await sweepAt('2026-01-25T07:00:00Z')).toEqual({
      acted: ['sweepDeadlines'],
      nextAt: '2026-01-25T07:30:00.000Z',
    });
    expect(await sweepAt('2026-01-25T07:30:00Z')).toEqual({
      acted: ['writeMorningLetters'],
      nextAt: '2026-01-26T05:00:00.000Z',
    });
    expect((await sweepAt('2026-01-25T12:00:00Z')).acted).toEqual([]);
    await send();
    const [letter, ...more] = toMe();
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('Samlat brev från Samråd söndag 25 januari 2026');
    expect(letter?.text).toContain('• Stopptid fredag 30 januari 2026 för Gemensam hjälpmedelsnämnd');
    expect(letter?.text).toContain('Se dina tjänsteskrivelser: http://localhost:3000/tjansteskrivelser');
    expect(letter?.html).toContain('<h2');
    expect(await mine()).toEqual([
      { template: 'submissionReminder', state: 'sent', within: true },
      { template: 'morningLetter', state: 'sent', within: false },
    ]);
    expect((await sweepAt('2026-01-26T07:30:00Z')).acted).toEqual(['sweepDeadlines', 'writeMorningLetters']);
    await send();
    expect(toMe()).toHaveLength(1);
  });

  it('is told nothing that was withdrawn meanwhile, and gets no empty letter', async () => {
    await sweepAt('2026-01-25T07:30:00Z');
    await office.orm.em.fork().transactional(async (em) => {
      const tx = transaction(em, { kind: 'system' }, null, office.now, 'x', (purpose) => purpose);
      await withdrawMails(tx, meetingId, ['submissionReminder']);
    });
    await send();
    expect(toMe()).toEqual([]);
    expect((await mine()).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
  });

  it('has a letter that bounced, with all that went within it', async () => {
    await sweepAt('2026-01-25T07:30:00Z');
    answer = { accepted: false, code: '550' };
    await send();
    expect((await mine()).map(({ state }) => state)).toEqual(['bounced', 'bounced']);
  });

  it('gets at once what was gathered when the choice is changed back', async () => {
    await choose('each');
    expect(await mine()).toEqual([{ template: 'submissionReminder', state: 'queued', within: false }]);
    expect(await sweepAt('2026-01-25T06:00:00Z')).toEqual({
      acted: ['sweepDeadlines'],
      nextAt: '2026-01-26T05:00:00.000Z',
    });
  });
});

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDispatch } from '../../src/activities/dispatch/dispatch';
import { openMaildir } from '../../src/infrastructure/mail/maildir';
import { createBounceReader } from '../../src/loops/bounce-reader';
import { byHand, certifiedExtracts, verifiedMeeting } from '../support/builders/dispatch';
import { postLetters } from '../support/builders/letters';
import { meetingOffice, type MeetingOffice } from '../support/builders/meetings';
import { awayReply, returnedLetter } from '../support/builders/returned-letters';

// M-4, M-12, wake.md 18: the mail server took the letter, and days later another server gives it up

describe('the mailbox that letters come back to', () => {
  let office: MeetingOffice;
  let folder: string;
  let letters: { id: string; message_id: string }[];
  let run: ReturnType<typeof byHand>;
  let extractId: string;

  const clock = () => ({ now: () => Promise.resolve(office.now), toServerTime: (at: Date) => at.getTime() });
  const silent = (): void => undefined;
  const reader = () =>
    createBounceReader({
      em: office.orm.em,
      clock: clock(),
      log: { info: silent, warn: silent, error: silent },
      mailbox: openMaildir(folder),
    });
  const delivered = (name: string, letter: string | Buffer) =>
    writeFileSync(join(folder, 'new', name), letter);
  const putAway = () => readdirSync(join(folder, 'cur')).sort();
  const state = async (id: string) =>
    (await office.rows('select state, bounce_code from mail where id = $1', [id]))[0];
  const tasks = async () =>
    (await office.rows<{ count: string }>("select count(*) from task where kind = 'extractBounced'", []))[0]
      ?.count;

  beforeAll(async () => {
    office = await meetingOffice();
    const played = await verifiedMeeting(office);
    extractId = (await certifiedExtracts(office, played.meetingId))[0]!;
    run = byHand(office, createDispatch({ em: office.orm.em, run: office.run, clock: clock() }), extractId);
    await run.settle();
    await postLetters(office, []);
    letters = await office.rows(
      `select m.id, m.message_id from mail m join dispatch d on d.id = m.subject_id
       where m.subject_kind = 'dispatch' and d.extract_id = $1 and m.state = 'sent' order by d.ordinal`,
      [extractId],
    );
    await office.admin.query('update wake set delivered_at = now(), read_at = now()');
  });
  afterAll(() => office.close());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'samrad-studsar-'));
    openMaildir(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('leaves what is no returned letter unread for a person, and letters that nobody sent alone', async () => {
    delivered('1', awayReply(letters[0]!.message_id));
    delivered('2', Buffer.alloc(5_000_001, 'x'));
    delivered('3', returnedLetter({ messageId: '<okand@samrad>' }));
    expect(await reader().turn()).toBe(3);
    expect(putAway()).toEqual(['1:2,', '2:2,', '3:2,S']);
    expect(await state(letters[0]!.id)).toEqual({ state: 'sent', bounce_code: null });
    expect(await run.settle()).toEqual([]);
  });

  it('makes a letter that comes back the secretary’s task, and is put away as read', async () => {
    const [, letter, other] = letters;
    delivered('1770364800.1.mx', returnedLetter({ messageId: letter!.message_id }));
    expect(await reader().turn()).toBe(1);
    expect(await state(letter!.id)).toEqual({ state: 'bounced', bounce_code: '5.1.1' });
    expect(await state(other!.id)).toEqual({ state: 'sent', bounce_code: null });
    expect(putAway()).toEqual(['1770364800.1.mx:2,S']);
    expect(await run.settle()).toEqual(['taskBounced']);
    expect(await tasks()).toBe('1');
  });

  it('reads the same report again after a kill, and nothing happens twice', async () => {
    const report = returnedLetter({ messageId: letters[2]!.message_id });
    delivered('1', report);
    await reader().turn();
    await run.settle();
    delivered('2', report);
    expect(await reader().turn()).toBe(1);
    expect(await run.settle()).toEqual([]);
    expect(await tasks()).toBe('2');
    expect(putAway()).toEqual(['1:2,S', '2:2,S']);
  });

  it('keeps a letter from going again when its sender was killed after the mail server took it', async () => {
    await office.admin.query(
      "update mail set state = 'queued', attempts = 1, sent_at = null, claimed_until = null where id = $1",
      [letters[0]!.id],
    );
    delivered('1', returnedLetter({ messageId: letters[0]!.message_id }));
    await reader().turn();
    await postLetters(office, []);
    expect(await state(letters[0]!.id)).toEqual({ state: 'bounced', bounce_code: '5.1.1' });
  });

  it('is emptied by two readers at once without a letter read wrong', async () => {
    for (const [place, letter] of letters.entries())
      delivered(String(place), returnedLetter({ messageId: letter.message_id }));
    await Promise.all([reader().turn(), reader().turn()]);
    for (const { id } of letters) expect(await state(id)).toEqual({ state: 'bounced', bounce_code: '5.1.1' });
    expect(putAway()).toHaveLength(letters.length);
  });
});

import { createDispatch } from '../../../src/activities/dispatch/dispatch';
import { certifyExtracts } from '../../../src/commands/dispatch/certify-extracts';
import { linkToken } from '../../../src/commands/notifications/one-time-links';
import {
  closeDispatch,
  confirmReceipt,
  confirmReceiptByLink,
  recordReply,
  sendExtractAgain,
} from '../../../src/commands/dispatch/recipient-acts';
import { inspectPdf } from '../../../src/documents/package/inspect-pdf';
import {
  byHand,
  certifiedExtracts,
  standingAuditors,
  verifiedMeeting,
} from '../../support/builders/dispatch';
import { meetingOffice, type MeetingOffice } from '../../support/builders/meetings';
import { fromTheSamePoint } from '../../support/builders/same-point';
import { beforeOfficeOpens } from '../../../src/domain/processes/office-morning';
import { asDay } from '../../../src/domain/time/day';
import type { PlayedMeeting } from '../../support/builders/session';

// M-12, M-18; acceptance case 16

interface DispatchRow {
  id: string;
  version: number;
  recipient_name: string;
  address: string;
}

describe('the dispatch of verified decisions', () => {
  let office: MeetingOffice;
  let played: PlayedMeeting;
  fromTheSamePoint(async () => {
    office = await meetingOffice();
    played = await verifiedMeeting(office);
    return office;
  });

  const process = () =>
    createDispatch({
      em: office.orm.em,
      run: office.run,
      clock: { now: () => Promise.resolve(office.now), toServerTime: (at) => at.getTime() },
    });
  const recipients = (extractId: string) =>
    office.rows<DispatchRow>(
      'select id, version, recipient_name, address from dispatch where extract_id = $1 order by ordinal',
      [extractId],
    );
  const count = async (sql: string, values: readonly unknown[] = []) =>
    (await office.rows<{ count: number }>(`select count(*)::int as count ${sql}`, values))[0]!.count;
  const made = async (extractId: string) =>
    (
      await office.rows<{
        bytes: Buffer;
        closed: boolean;
        matter_id: string | null;
        number: number | null;
        title: string;
        snapshot: { paragraphs: { number: string }[]; verified?: string; certified?: { name: string } };
      }>(
        `select b.bytes, d.closed, d.matter_id, d.number, d.title, v.snapshot from minutes_extract e join document d on d.id = e.document_id
         join document_version v on v.document_id = d.id join blob b on b.sha256 = v.sha256 where e.id = $1`,
        [extractId],
      )
    )[0]!;

  it('case 16: six items to twelve recipients each become 72 rows, certified in one act', async () => {
    const { extracts, recipients: rows } = await office.done(certifyExtracts, office.secretary, {
      meetingId: played.meetingId,
    });
    expect({ extracts, rows }).toEqual({ extracts: 6, rows: 72 });
    expect(await count('from dispatch')).toBe(72);
    expect(await count(`from wake where kind = 'dispatch'`)).toBe(6);
    expect(await office.refusedAs(certifyExtracts, office.secretary, { meetingId: played.meetingId })).toBe(
      'extracts-certified-already',
    );
  });

  it('makes the extract, numbered in its matter, sends it, reminds after a week and closes at the last receipt', async () => {
    const [, extractId] = await certifiedExtracts(office, played.meetingId);
    const run = byHand(office, process(), extractId!);
    expect(await run.settle()).toEqual(['makeExtract', 'sendExtract']);
    const extract = await made(extractId!);
    expect((await inspectPdf(extract.bytes)).holds).toEqual({ pdfA: true, pdfUa: true });
    expect(extract.snapshot.paragraphs).toHaveLength(1);
    expect(extract.snapshot.verified).toBe('Paragrafen är justerad 4 mars 2026');
    expect(extract.snapshot.certified!.name).toBe('Annika Roos');
    expect(extract.matter_id).not.toBeNull();
    expect(extract.number).toBe(1);
    expect(await count(`from mail where template = 'extract'`)).toBe(12);
    expect((await run.read()).nextAt).toEqual(beforeOfficeOpens(asDay('2026-03-11'), extractId!));

    const all = await recipients(extractId!);
    for (const { id, version } of all.slice(1))
      await office.done(confirmReceipt, office.secretary, { dispatchId: id, version });
    office.now = new Date('2026-03-11T08:00:00Z');
    expect(await run.settle()).toEqual(['remindReceipts']);
    expect(await count(`from mail where template = 'receiptReminder'`)).toBe(1);
    const tasks = await office.rows<{ facts: { recipient: string } }>(
      `select facts from task where kind = 'receiptMissing' and closed_at is null`,
    );
    expect(tasks.map(({ facts }) => facts.recipient)).toEqual([all[0]!.recipient_name]);

    const last = await recipients(extractId!);
    await office.done(closeDispatch, office.secretary, {
      dispatchId: last[0]!.id,
      version: last[0]!.version,
      reason: 'Har slutat; utdraget lämnades till efterträdaren.',
    });
    expect(await run.settle()).toEqual(['closeExtract']);
    expect(await run.read()).toMatchObject({ ended: true });
    expect(await count(`from task where kind = 'receiptMissing' and closed_at is null`)).toBe(0);
  });

  it.each([
    ['before the day of receipts, both found after an outage', '2026-03-06'],
    ['the same morning as the day of receipts', '2026-03-10'],
  ])('tells of replies that did not come though the day to report back by is %s', async (_when, replyDay) => {
    await office.done(certifyExtracts, office.secretary, { meetingId: played.meetingId, replyDay });
    const [extract] = await office.rows<{ id: string }>('select id from minutes_extract order by id limit 1');
    const run = byHand(office, process(), extract!.id);
    await run.settle();
    office.now = new Date('2026-03-12T07:00:00Z');
    expect(await run.settle()).toEqual(['remindReceipts']);
    const everyone = (await recipients(extract!.id)).length;
    expect(await count(`from task where kind = 'replyMissing' and closed_at is null`)).toBe(everyone);
    expect(await count(`from task where kind = 'receiptMissing' and closed_at is null`)).toBe(everyone);
    expect(await count(`from mail where template = 'receiptReminder'`)).toBe(everyone);
  });

  it('asks for a reply by a day, and tells the secretary who has not answered when it has passed', async () => {
    const { meetingId } = played;
    const certify = { meetingId, replyDay: '2026-03-04' };
    expect(await office.refusedAs(certifyExtracts, office.secretary, certify)).toBe('reply-day-passed');
    await office.done(certifyExtracts, office.secretary, { meetingId, replyDay: '2026-04-01' });
    const [extract] = await office.rows<{ id: string }>('select id from minutes_extract order by id limit 1');
    const run = byHand(office, process(), extract!.id);
    await run.settle();
    const [letter] = await office.rows<{ data: object }>(
      `select data from mail where template = 'extract' limit 1`,
    );
    expect(letter!.data).toMatchObject({ replyDay: '2026-04-01' });
    for (const { id, version } of await recipients(extract!.id))
      await office.done(confirmReceipt, office.secretary, { dispatchId: id, version });
    expect(await run.settle()).toEqual(['endReceipts']);
    expect(
      await office.rows('select done_on::text from deadline where owner_id = $1 and kind = $2', [
        extract!.id,
        'receipts',
      ]),
    ).toEqual([{ done_on: '2026-03-04' }]);
    const [answering, ...silent] = await recipients(extract!.id);
    const reply = { dispatchId: answering!.id, version: answering!.version, reply: 'Verkställt.' };
    await office.done(recordReply, office.secretary, reply);
    office.now = new Date('2026-04-02T07:00:00Z');
    expect(await run.settle()).toEqual(['remindReceipts', 'closeExtract']);
    const open = () =>
      office.rows<{ facts: { recipient: string } }>(
        `select facts from task where kind = 'replyMissing' and closed_at is null`,
      );
    expect((await open()).map(({ facts }) => facts.recipient).sort()).toEqual(
      silent.map(({ recipient_name }) => recipient_name).sort(),
    );
    const late = (await recipients(extract!.id)).find(({ id }) => id === silent[0]!.id)!;
    await office.done(recordReply, office.secretary, {
      dispatchId: late.id,
      version: late.version,
      reply: 'Per telefon: verkställt.',
    });
    expect(await open()).toHaveLength(silent.length - 1);
    const [deadline] = await office.rows(
      `select done_on, closed_reason from deadline where owner_id = $1 and kind = 'replies'`,
      [extract!.id],
    );
    expect(deadline).toEqual({ done_on: null, closed_reason: 'alla har inte svarat' });
  });

  it('sends the full minutes to the auditors of every principal', async () => {
    await standingAuditors(office);
    const extracts = await certifiedExtracts(office, played.meetingId);
    expect(extracts).toHaveLength(7);
    const whole = extracts.at(-1)!;
    expect(await byHand(office, process(), whole).settle()).toEqual(['makeExtract', 'sendExtract']);
    expect(await recipients(whole)).toHaveLength(11);
    const document = await made(whole);
    expect(document.snapshot.paragraphs.length).toBeGreaterThan(10);
    expect(document.title).toBe('Protokoll Gemensam hjälpmedelsnämnd 2026-02-20 (kopia för expediering)');
    expect((await inspectPdf(document.bytes)).holds).toEqual({ pdfA: true, pdfUa: true });
  });

  it('keeps an extract of a closed item closed, and closed paragraphs out of the minutes that go by link', async () => {
    await standingAuditors(office);
    const item = played.item('talflöde');
    await office.admin.query(
      `update agenda_item set closed = true, public_title = 'Stängd punkt' where id = $1`,
      [item],
    );
    await office.admin.query('update paragraph set closed = true where item_id = $1', [item]);
    const extracts = await certifiedExtracts(office, played.meetingId);
    const [ofItem] = await office.rows<{ id: string }>(
      `select e.id from minutes_extract e join paragraph p on e.paragraph_ids @> to_jsonb(p.id::text) where p.item_id = $1`,
      [item],
    );
    await byHand(office, process(), ofItem!.id).settle();
    await byHand(office, process(), extracts.at(-1)!).settle();
    expect((await made(ofItem!.id)).closed).toBe(true);
    const whole = await made(extracts.at(-1)!);
    expect(whole.closed).toBe(false);
    expect(JSON.stringify(whole.snapshot)).not.toContain('talflöde');
  });

  it('is confirmed once by the one-time link, with its own proof only', async () => {
    const [extractId] = await certifiedExtracts(office, played.meetingId);
    await byHand(office, process(), extractId!).settle();
    const [first, second] = await recipients(extractId!);
    const nobody = { kind: 'public' } as const;
    const right = { dispatchId: first!.id, token: linkToken('test', 'receipt', first!.id) };
    const foreign = { dispatchId: first!.id, token: linkToken('test', 'receipt', second!.id) };
    expect(await office.refusedAs(confirmReceiptByLink, nobody, foreign)).toBe('not-found');
    await office.done(confirmReceiptByLink, nobody, right);
    expect(await office.refusedAs(confirmReceiptByLink, nobody, right)).toBe('receipt-confirmed-already');
  });

  it('goes again to a corrected address, and takes the reply that changes nothing in the minutes', async () => {
    const [extractId] = await certifiedExtracts(office, played.meetingId);
    const [early] = await recipients(extractId!);
    expect(
      await office.refusedAs(sendExtractAgain, office.secretary, {
        dispatchId: early!.id,
        version: early!.version,
      }),
    ).toBe('extract-not-sent-yet');
    await byHand(office, process(), extractId!).settle();
    const [first] = await recipients(extractId!);
    await office.done(sendExtractAgain, office.secretary, {
      dispatchId: first!.id,
      version: first!.version,
      address: 'ny.adress@hjalpmedel.example',
    });
    expect(
      await count(`from mail where template = 'extract' and to_address = 'ny.adress@hjalpmedel.example'`),
    ).toBe(1);
    const [moved] = await recipients(extractId!);
    const reply = { dispatchId: moved!.id, version: moved!.version, reply: 'Beslutet är verkställt.' };
    expect(await office.refusedAs(recordReply, office.member, reply)).toBe('not-allowed');
    await office.done(recordReply, office.secretary, reply);
    expect(await count('from dispatch where reply is not null')).toBe(1);
    // Whoever answers has received it: nobody is asked to confirm, or reminded, after that.
    expect(await count('from dispatch where received_at is not null')).toBe(1);
    const confirm = { dispatchId: moved!.id, version: moved!.version + 1 };
    expect(await office.refusedAs(confirmReceipt, office.secretary, confirm)).toBe(
      'receipt-confirmed-already',
    );
    expect(
      await office.rows(`select kind from task where subject_id = $1 and closed_at is null`, [moved!.id]),
    ).toEqual([]);
    const answered = { dispatchId: moved!.id, version: moved!.version + 1 };
    const secondReply = { ...answered, reply: 'Ett svar till.' };
    expect(await office.refusedAs(recordReply, office.secretary, secondReply)).toBe('reply-recorded-already');
    expect(await office.refusedAs(sendExtractAgain, office.secretary, answered)).toBe(
      'dispatch-settled-already',
    );
    const closes = { ...answered, reason: 'Svarar inte.' };
    expect(await office.refusedAs(closeDispatch, office.secretary, closes)).toBe('dispatch-settled-already');
    expect(
      await office.rows(
        `select act, code from audit_event where result = 'refused' order by seq desc limit 1`,
      ),
    ).toEqual([{ act: 'closeDispatch', code: 'dispatch-settled-already' }]);
  });

  it('is certified by the board’s secretary alone, and only to recipients that a letter can reach', async () => {
    const certify = { meetingId: played.meetingId };
    for (const actor of [office.member, office.otherSecretary])
      expect(await office.refusedAs(certifyExtracts, actor, certify)).toBe('not-allowed');
    await office.admin.query(`update dispatch_recipient set person_id = null where kind = 'person'`);
    expect(await office.refusedAs(certifyExtracts, office.secretary, certify)).toBe(
      'recipient-without-address',
    );
    await office.admin.query(`update agenda_item set recipient_ids = '[]'`);
    expect(await office.refusedAs(certifyExtracts, office.secretary, certify)).toBe('nothing-to-dispatch');
  });
});

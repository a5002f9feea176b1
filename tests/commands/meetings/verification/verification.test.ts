import { closeMeeting } from '../../../../src/commands/meetings/session/closing/close-meeting';
import { correctTimes } from '../../../../src/commands/meetings/minutes/correct-times';
import { correctRecord } from '../../../../src/commands/meetings/minutes/correct-record';
import { editParagraph } from '../../../../src/commands/meetings/minutes/edit-paragraph';
import { sendToVerification } from '../../../../src/commands/meetings/minutes/send-to-verification';
import { takeBackMinutes } from '../../../../src/commands/meetings/minutes/take-back-minutes';
import { commentParagraph, resolveComment } from '../../../../src/commands/meetings/verification/comments';
import { replaceVerifier } from '../../../../src/commands/meetings/verification/replace-verifier';
import { signMinutes } from '../../../../src/commands/meetings/verification/sign-minutes';
import { inspectPdf } from '../../../../src/documents/package/inspect-pdf';
import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import { fromTheSamePoint } from '../../../support/builders/same-point';
import { playedMeeting, type PlayedMeeting } from '../../../support/builders/session';
import {
  frozenHash,
  minutesVersion,
  presented,
  sign,
  verificationProcess,
  verifiedMinutes,
} from '../../../support/builders/verification';

interface ParagraphRow {
  id: string;
  number: number;
  version: number;
  record: { title: string; points: string[]; outcome: string; motions: { text: string }[] };
}

describe('the minutes and their verification', () => {
  let office: MeetingOffice;
  let played: PlayedMeeting;
  let minutesId: string;
  const closed = async (): Promise<void> => {
    office = await meetingOffice({
      rules: { digitalVerification: true, digitalVerificationDecision: 'Regionfullmäktige 2024-11-25 § 98' },
    });
    played = await playedMeeting(office);
    minutesId = played.minutesId;
    office.now = new Date('2026-02-24T09:00:00Z');
  };

  const paragraph = async (word: string): Promise<ParagraphRow> => {
    const rows = await office.rows<ParagraphRow>(
      "select id, number, version, record from paragraph where minutes_id = $1 and record->>'title' like $2",
      [minutesId, `%${word}%`],
    );
    return rows[0]!;
  };
  const process = () => verificationProcess(office, minutesId);
  const count = async (sql: string): Promise<number> =>
    Number((await office.rows<{ n: string }>(sql, [minutesId]))[0]!.n);

  describe('while they are written', () => {
    beforeAll(closed);
    afterAll(() => office.close());

    it('begins each paragraph with the item’s summary, and keeps two writers from overwriting each other', async () => {
      const { id } = await paragraph('talflöde');
      const text = (content: string, version: number) => ({
        paragraphId: id,
        slot: 'summary',
        content,
        version,
      });
      const before = await office.rows<{ content: string }>('select content from text where owner_id = $1', [
        id,
      ]);
      expect(before[0]!.content).toContain('Bakgrunden till');
      await office.done(editParagraph, office.secretary, text('Nämnden har tagit del av utredningen.', 1));
      expect(await office.refusedAs(editParagraph, office.secretary, text('En annan text.', 1))).toBe(
        'stale-version',
      );
      expect(await office.refusedAs(editParagraph, office.otherSecretary, text('Utifrån.', 2))).toBe(
        'not-allowed',
      );
    });

    it('corrects what was recorded and leaves the free text', async () => {
      const { id, version } = await paragraph('talflöde');
      await office.done(editParagraph, office.secretary, {
        paragraphId: id,
        slot: 'background',
        content: 'Egen bakgrund.',
        version: 0,
      });
      await office.done(correctRecord, office.secretary, {
        paragraphId: id,
        version,
        outcome: 'approved',
        points: ['Talflödeshjälpmedel tas bort ur sortimentet.'],
        effectiveOn: '2026-04-01',
      });
      const after = await paragraph('talflöde');
      expect(after.record.points).toEqual(['Talflödeshjälpmedel tas bort ur sortimentet.']);
      const texts = await office.rows<{ content: string }>(
        "select content from text where owner_id = $1 and slot = 'background'",
        [id],
      );
      expect(texts).toEqual([{ content: 'Egen bakgrund.' }]);
      const stale = { paragraphId: id, version, outcome: 'approved', points: ['Annat.'] };
      expect(await office.refusedAs(correctRecord, office.secretary, stale)).toBe('stale-version');
    });

    it('leaves out a motion that was noted twice', async () => {
      const [twice] = await office.rows<{ id: string; text: string; paragraph: string }>(
        `select m.id, m.text, p.id as paragraph from motion m join paragraph p on p.item_id = m.item_id
         where p.minutes_id = $1 and m.withdrawn_at is null limit 1`,
        [minutesId],
      );
      const row = async () =>
        (
          await office.rows<{ version: number; record: { motions: unknown[]; propositions: unknown[] } }>(
            'select version, record from paragraph where id = $1',
            [twice!.paragraph],
          )
        )[0]!;
      const before = await row();
      await office.done(correctRecord, office.secretary, {
        paragraphId: twice!.paragraph,
        version: before.version,
        motions: [{ motionId: twice!.id, text: twice!.text, removed: true }],
      });
      expect((await row()).record.motions).toHaveLength(before.record.motions.length - 1);
      await office.rows('update motion set withdrawn_at = null where id = $1', [twice!.id]);
    });

    it('tells when the meeting was held, on its own day, whenever the acts were recorded', async () => {
      const version = await minutesVersion(office, minutesId);
      const held = { minutesId, version, startTime: '09:03', endTime: '11:20' };
      expect(await office.refusedAs(correctTimes, office.secretary, { ...held, startTime: '11:20' })).toBe(
        'meeting-ends-before-it-begins',
      );
      expect(await office.refusedAs(correctTimes, office.member, held)).toBe('not-allowed');
      await office.done(correctTimes, office.secretary, held);
      expect(await office.refusedAs(correctTimes, office.secretary, held)).toBe('stale-version');
      const times = await office.rows(
        `select to_char(opened_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI') as "from",
           to_char(closed_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI') as "to" from meeting where id = $1`,
        [played.meetingId],
      );
      expect(times).toEqual([{ from: '2026-02-20 09:03', to: '2026-02-20 11:20' }]);
    });

    it('cannot be closed, and so written, twice', async () => {
      expect(await office.refusedAs(closeMeeting, office.secretary, { meetingId: played.meetingId })).toBe(
        'meeting-closed',
      );
    });

    it('cannot be signed before the text to be signed is made (KL 5:69)', async () => {
      const version = await minutesVersion(office, minutesId);
      await office.done(sendToVerification, office.secretary, { minutesId, version });
      const early = { minutesId, sha256: 'a'.repeat(64) };
      expect(await office.refusedAs(signMinutes, office.secretary, early)).toBe('minutes-not-frozen');
      expect(
        await office.rows(`select code from audit_event where act = 'signMinutes' and result = 'refused'`),
      ).toEqual([{ code: 'minutes-not-frozen' }]);
      const presented = { minutesId, version: await minutesVersion(office, minutesId) };
      await office.done(takeBackMinutes, office.secretary, presented);
    });

    it('is not presented while something that the law demands is missing', async () => {
      const { id, version } = await paragraph('Årsberättelse');
      await office.admin.query(
        "update paragraph set record = jsonb_set(record, '{points}', '[]'), version = $2 where id = $1",
        [id, version],
      );
      const input = { minutesId, version: await minutesVersion(office, minutesId) };
      expect(await office.refusedAs(sendToVerification, office.secretary, input)).toBe(
        'paragraph-without-points',
      );
    });
  });

  describe('once they are presented', () => {
    fromTheSamePoint(async () => {
      await closed();
      await presented(office, minutesId);
      return office;
    });

    it('freezes the text as a PDF that says what it is, and asks the writer first', async () => {
      const made = await office.rows<{ bytes: Buffer; sha256: string; claims: string[] }>(
        `select b.bytes, v.sha256, v.claims from document_version v join blob b on b.sha256 = v.sha256
         where v.made_key = $1`,
        [`minutes/${minutesId}/round/1`],
      );
      expect(made[0]!.sha256).toBe(await frozenHash(office, minutesId));
      expect(made[0]!.claims).toEqual(['PDF/A-3a', 'PDF/UA-1']);
      expect((await inspectPdf(made[0]!.bytes)).pages).toBeGreaterThan(3);
      const asked = await office.rows<{ name: string }>(
        `select p.name from task t join person p on p.id = t.person_id
         where t.subject_id = $1 and t.kind = 'verifyMinutes' and t.closed_at is null`,
        [minutesId],
      );
      expect(asked).toEqual([{ name: 'Annika Roos' }]);
      expect(await process().settle()).toEqual([]);
    });

    it('is signed in order: the secretary, the chair, the verifier', async () => {
      const sha256 = await frozenHash(office, minutesId);
      const signing = { minutesId, sha256 };
      expect(await office.refusedAs(signMinutes, office.chair, signing)).toBe('writer-signs-first');
      expect(await office.refusedAs(signMinutes, office.member, signing)).toBe('not-a-verifier');
      expect(
        await office.refusedAs(signMinutes, office.secretary, { minutesId, sha256: 'a'.repeat(64) }),
      ).toBe('text-changed-since-read');
      expect(await sign(office, minutesId, office.secretary)).toBe(false);
      expect(await office.refusedAs(signMinutes, office.secretary, signing)).toBe('already-signed');
      expect(await office.refusedAs(signMinutes, office.viceChair, signing)).toBe('chair-signs-first');
      expect(await process().settle()).toEqual(['askSigners']);
      expect(await sign(office, minutesId, office.chair)).toBe(false);
      expect(await process().settle()).toEqual(['askSigners']);
      expect(await sign(office, minutesId, office.viceChair)).toBe(true);
    });

    it('answers a request that is repeated with the first result', async () => {
      const input = { minutesId, sha256: await frozenHash(office, minutesId) };
      const first = await office.run(signMinutes, office.secretary, input, { key: 'underskrift' });
      expect(await office.run(signMinutes, office.secretary, input, { key: 'underskrift' })).toEqual(first);
      expect(
        await count(
          'select count(*) as n from verification v join verification_round r on r.id = v.round_id where r.minutes_id = $1',
        ),
      ).toBe(1);
    });

    it('is not edited; taken back after a signature it needs a reason, and that signature is void', async () => {
      const { id, version } = await paragraph('talflöde');
      const text = { paragraphId: id, slot: 'summary', content: 'Ny.', version };
      expect(await office.refusedAs(editParagraph, office.secretary, text)).toBe('minutes-presented-already');
      const times = { minutesId, version: await minutesVersion(office, minutesId) };
      expect(
        await office.refusedAs(correctTimes, office.secretary, {
          ...times,
          startTime: '09:00',
          endTime: '11:00',
        }),
      ).toBe('minutes-presented-already');
      await sign(office, minutesId, office.secretary);
      const back = { minutesId, version: await minutesVersion(office, minutesId) };
      expect(await office.refusedAs(takeBackMinutes, office.secretary, back)).toBe(
        'edit-after-signature-needs-reason',
      );
      await office.done(takeBackMinutes, office.secretary, { ...back, reason: 'Ett namn är felskrivet.' });
      await office.done(editParagraph, office.secretary, { ...text, version: 1 });
      await presented(office, minutesId);
      const rounds = await office.rows<{ number: number; closed_reason: string | null; voided: string }>(
        `select r.number, r.closed_reason, count(v.voided_at) as voided from verification_round r
         left join verification v on v.round_id = r.id where r.minutes_id = $1 group by r.id order by r.number`,
        [minutesId],
      );
      expect(rounds).toEqual([
        { number: 1, closed_reason: 'Ett namn är felskrivet.', voided: '1' },
        { number: 2, closed_reason: null, voided: '0' },
      ]);
      expect(await sign(office, minutesId, office.secretary)).toBe(false);
    });

    it('takes comments from those who sign, and tells the secretary', async () => {
      const { id } = await paragraph('talflöde');
      const comment = { paragraphId: id, text: 'Skriv ut datumet.' };
      expect(await office.refusedAs(commentParagraph, office.member, comment)).toBe('not-allowed');
      const { commentId } = await office.done(commentParagraph, office.chair, comment);
      const open =
        "select count(*) as n from task where subject_id = $1 and kind = 'answerComments' and closed_at is null";
      expect(await count(open)).toBe(1);
      await office.done(resolveComment, office.secretary, { commentId });
      expect(await count(open)).toBe(0);
      const again = await office.done(commentParagraph, office.chair, { ...comment, text: 'Och tiden.' });
      expect(await count(open)).toBe(1);
      await office.done(resolveComment, office.secretary, { commentId: again.commentId });
      expect(await count(open)).toBe(0);
    });

    it('replaces a prevented verifier by another who served, and notes why', async () => {
      const version = await minutesVersion(office, minutesId);
      const person = (name: string) => office.people.get(name)!;
      const viceChair = office.viceChair.kind === 'person' ? office.viceChair.personId : '';
      const input = { minutesId, version, verifierPersonId: viceChair, reason: 'Är sjuk.' };
      const absent = { ...input, replacementPersonId: person('Gunnar Malm') };
      expect(await office.refusedAs(replaceVerifier, office.secretary, absent)).toBe(
        'verifier-did-not-serve',
      );
      const chair = { ...input, replacementPersonId: person('Karin Ask') };
      expect(await office.refusedAs(replaceVerifier, office.secretary, chair)).toBe('verifier-signs-already');
      await office.done(replaceVerifier, office.secretary, {
        ...input,
        replacementPersonId: person('Ingrid Norell'),
      });
      await sign(office, minutesId, office.secretary);
      await sign(office, minutesId, office.chair);
      await process().settle();
      const sha256 = await frozenHash(office, minutesId);
      expect(await office.refusedAs(signMinutes, office.viceChair, { minutesId, sha256 })).toBe(
        'not-a-verifier',
      );
      const replacement = { kind: 'person', personId: person('Ingrid Norell') } as const;
      expect(await sign(office, minutesId, replacement)).toBe(true);
    });

    it('reminds whoever has not signed five and two days before the last day, and gives chair and secretary the task after it', async () => {
      const mails = async () =>
        (
          await office.rows<{ name: string }>(
            `select p.name from mail m join person p on p.id = m.to_person_id
             where m.subject_id = $1 and m.template = 'verificationReminder' order by m.queued_at, p.name`,
            [minutesId],
          )
        ).length;
      await sign(office, minutesId, office.secretary);
      await process().settle();
      office.now = new Date('2026-03-01T08:00:00Z');
      expect(await process().settle()).toEqual(['remindSigners']);
      expect(await mails()).toBe(2);
      office.now = new Date('2026-03-04T08:00:00Z');
      expect(await process().settle()).toEqual(['remindSigners']);
      expect(await mails()).toBe(4);
      office.now = new Date('2026-03-07T08:00:00Z');
      expect(await process().settle()).toEqual(['remindSigners']);
      expect(
        await count("select count(*) as n from task where subject_id = $1 and kind = 'verificationLate'"),
      ).toBe(2);
      expect((await process().read()).nextAt).toBeNull();
    });

    it('after days without a worker reminds once, of the latest, and never of what is signed', async () => {
      const reminders = () =>
        office.rows<{ kind: string; state: string; marked: Date | null }>(
          `select r.kind, r.state, r.marked_at as marked from reminder r join deadline d on d.id = r.deadline_id
           where d.owner_id = $1 and d.kind = 'verification' order by r.due_at`,
          [minutesId],
        );
      const soon5 = { kind: 'verificationSoon5', state: 'waiting', marked: null };
      const soon2 = { kind: 'verificationSoon2', state: 'waiting', marked: null };
      const late = { kind: 'verificationLate', state: 'waiting', marked: null };
      expect(await reminders()).toEqual([soon5, soon2, late]);
      office.now = new Date('2026-03-04T08:00:00Z');
      const passed = office.now;
      expect(await process().settle()).toEqual(['remindSigners']);
      expect(await reminders()).toEqual([
        { ...soon5, state: 'skipped', marked: passed },
        { ...soon2, state: 'sent', marked: passed },
        late,
      ]);
      const asked =
        "select count(*) as n from mail where subject_id = $1 and template = 'verificationReminder'";
      expect(await count(asked)).toBe(3);

      office.now = new Date('2026-03-05T08:00:00Z');
      for (const signer of [office.secretary, office.chair, office.viceChair])
        await sign(office, minutesId, signer);
      expect((await reminders()).at(-1)).toEqual({ ...late, state: 'skipped', marked: office.now });
      office.now = new Date('2026-03-07T08:00:00Z');
      expect((await process().read()).due).toBe('keepVerifiedCopy');
    });
  });

  describe('once they are verified', () => {
    beforeAll(async () => {
      await closed();
      const { id } = await paragraph('talflöde');
      await office.done(commentParagraph, office.chair, { paragraphId: id, text: 'Bra.' });
      await verifiedMinutes(office, minutesId);
    });
    afterAll(() => office.close());

    it('announces them on every board, and wakes the notice and the meeting', async () => {
      const meeting = await office.rows<{ phase: string }>('select phase from meeting where id = $1', [
        played.meetingId,
      ]);
      expect(meeting[0]!.phase).toBe('verified');
      expect(
        await count(
          'select count(*) as n from notice_posting np join notice n on n.id = np.notice_id where n.minutes_id = $1',
        ),
      ).toBe(11);
      const woken = await office.rows<{ kind: string }>(
        'select distinct kind from wake where row_id in (select id from notice) or row_id = $1',
        [minutesId],
      );
      expect(woken.map(({ kind }) => kind).sort()).toEqual(['minutesVerification', 'noticePeriod']);
      expect(await count('select count(*) as n from deadline where owner_id = $1 and done_on is null')).toBe(
        0,
      );
      expect((await process().read()).ended).toBe(true);
    });

    it('keeps a verified copy that names what was signed, and one for the public without it', async () => {
      const snapshots = await office.rows<{
        made_key: string;
        snapshot: { verifiedCopy: string; signatures: { signed: string }[] };
      }>('select made_key, snapshot from document_version where made_key like $1 order by made_key', [
        `minutes/${minutesId}/%`,
      ]);
      const of = (key: string) => snapshots.find(({ made_key }) => made_key.endsWith(key))!.snapshot;
      const sha256 = await frozenHash(office, minutesId);
      expect(of('verified').verifiedCopy).toContain(sha256);
      expect(of('verified').signatures[0]!.signed).toContain('24 februari 2026');
      expect(JSON.stringify(of('public'))).not.toContain(sha256);
      expect(
        JSON.stringify((of('public') as unknown as { words: { signatures: unknown } }).words.signatures),
      ).not.toContain('2026');
    });

    it('destroys the working notes, and lets nobody edit, unsign or take back', async () => {
      expect(
        await count(
          'select count(*) as n from paragraph_comment c join paragraph p on p.id = c.paragraph_id where p.minutes_id = $1',
        ),
      ).toBe(0);
      const { id, version } = await paragraph('talflöde');
      const version2 = await minutesVersion(office, minutesId);
      const text = { paragraphId: id, slot: 'summary', content: 'Ny.', version };
      expect(await office.refusedAs(editParagraph, office.secretary, text)).toBe('minutes-verified-no-edit');
      expect(
        await office.refusedAs(takeBackMinutes, office.secretary, {
          minutesId,
          version: version2,
          reason: 'Fel.',
        }),
      ).toBe('minutes-verified-no-edit');
      expect(
        await office.refusedAs(sendToVerification, office.secretary, { minutesId, version: version2 }),
      ).toBe('minutes-verified-no-edit');
    });
  });
});

import { PDFDocument } from '@cantoo/pdf-lib';
import { createMeetingCycle } from '../../../src/activities/meetings/meeting-cycle';
import { addItem } from '../../../src/commands/meetings/agenda/add-item';
import { attachDocument } from '../../../src/commands/meetings/agenda/item-documents';
import { issueSummons } from '../../../src/commands/meetings/summons/issue-summons';
import { stateActor } from '../../../src/commands/runner/transaction';
import { dayOf } from '../../../src/domain/time/stockholm';
import { inspectPdf } from '../../../src/documents/package/inspect-pdf';
import { renderPdf } from '../../../src/documents/pdf/render-pdf';
import {
  appendixRow,
  approved,
  meetingOffice,
  meetingVersion,
  plannedMeeting,
  type MeetingOffice,
} from '../../support/builders/meetings';
import { fromTheSamePoint } from '../../support/builders/same-point';
import { readMeetingFacts } from '../../../src/api/pages/meetings/overview/overview-facts';
import { missingPaperText } from '../../../src/i18n/agenda-changes';
import { readMeetingHead } from '../../../src/store/queries/meetings/plan/overview';
import { readAloud, wordsOf } from '../../support/pdf-structure';
import { beforeOfficeOpens } from '../../../src/domain/processes/office-morning';
import { asDay } from '../../../src/domain/time/day';

const appendix = (title: string): Promise<Buffer> =>
  renderPdf({
    html: `<article><h1>${title}</h1><p>Underlag till nämnden.</p></article>`,
    title,
    author: 'Hjälpmedelscentrum',
    createdAt: new Date('2026-01-30T10:00:00Z'),
    header: { organisation: 'Hjälpmedelscentrum', kind: 'Bilaga' },
    footer: { lines: [] },
  });

describe('the cycle of a meeting, act by act', () => {
  let office: MeetingOffice;
  let meetingId: string;
  fromTheSamePoint(async () => {
    office = await meetingOffice();
    meetingId = await plannedMeeting(office);
    return office;
  });

  const cycle = () =>
    createMeetingCycle({
      em: office.orm.em,
      run: office.run,
      clock: { now: () => Promise.resolve(office.now), toServerTime: (at) => at.getTime() },
    });
  const read = () =>
    office.orm.em.fork().transactional(async (em) => {
      await stateActor(em, office.process, dayOf(office.now));
      return cycle().read(em, meetingId, office.now);
    });
  /** Does what is due until nothing is, as the workflow does; the acts in order. */
  const settle = async (): Promise<string[]> => {
    const done: string[] = [];
    for (let turn = await read(); turn.due !== null; turn = await read()) {
      done.push(turn.due);
      if (done.length > 12) throw new Error(`It never settles: ${done.join()}`);
      const input = { row: meetingId, authority: office.authority, version: turn.version, due: turn.due };
      await cycle().acts[turn.due]!(input, office.process);
    }
    return done;
  };
  const at = async (moment: string): Promise<string[]> => {
    office.now = new Date(moment);
    return settle();
  };

  it('reminds, asks, makes and sends at the right moments, and does nothing twice', async () => {
    expect(await at('2026-01-10T08:00:00Z')).toEqual([]);
    expect((await read()).nextAt).toEqual(beforeOfficeOpens(asDay('2026-01-25'), meetingId));
    expect(await at('2026-01-25T07:00:00Z')).toEqual(['remindSubmission']);
    expect(await at('2026-01-30T11:00:00Z')).toEqual(['passDeadlines', 'taskApproveAgenda']);
    await approved(office, meetingId);
    expect(await at('2026-02-10T07:00:00Z')).toEqual(['taskIssueSummons']);
    await office.done(issueSummons, office.secretary, {
      meetingId,
      version: await meetingVersion(office, meetingId),
    });
    expect(await at('2026-02-10T09:00:00Z')).toEqual(['makeSummons', 'sendSummons']);
    expect(await at('2026-02-18T07:00:00Z')).toEqual(['taskRingUnopened']);
    expect(await at('2026-02-19T23:00:00Z')).toEqual(['taskOpenMeeting']);
    expect(await settle()).toEqual([]);
    expect((await read()).nextAt).toBeNull();
  });

  it('makes a letter that says who is called to what, and a package with every paper', async () => {
    office.now = new Date('2026-01-20T09:00:00Z');
    const { itemId } = await office.done(addItem, office.secretary, {
      meetingId,
      kind: 'decision',
      title: 'Uppdrag verksamhetshjälpmedel',
      points: ['Nämnden godkänner uppdragsrapporten.'],
      summary: 'Utredningen visar att dagens hantering belastar centrets huvuduppdrag.',
    });
    const report = await appendixRow(office, 'Uppdragsrapport', { bytes: await appendix('Uppdragsrapport') });
    const broken = await appendixRow(office, 'Trasig bilaga', { bytes: Buffer.from('inte en PDF') });
    for (const documentId of [report, broken])
      await office.done(attachDocument, office.secretary, { itemId, documentId });
    await approved(office, meetingId);
    await office.done(issueSummons, office.secretary, {
      meetingId,
      version: await meetingVersion(office, meetingId),
    });
    await settle();
    const made = await office.rows<{
      kind: string;
      bytes: Buffer;
      claims: string[];
      snapshot: { missing?: string[]; members?: string[] };
    }>(
      `select d.kind, b.bytes, v.claims, v.snapshot from document d join document_version v on v.document_id = d.id
       join blob b on b.sha256 = v.sha256 where d.kind in ('summons', 'package') order by d.kind desc`,
    );
    const [letter, all] = made;
    expect((await inspectPdf(letter!.bytes)).holds).toEqual({ pdfA: true, pdfUa: true });
    expect(letter!.snapshot.members).toContain('Karin Ask (L), ordförande, Region Västerdal');
    expect(all!.snapshot.missing).toEqual(['Punkt 7: Trasig bilaga (filen kan inte läsas)']);
    const pages = (bytes: Buffer) => PDFDocument.load(bytes).then((pdf) => pdf.getPageCount());
    expect(await pages(all!.bytes)).toBe((await pages(letter!.bytes)) + 2);
  });

  it('names others as the boards do: head and secretary first, then presenters by agenda with their unit', async () => {
    office.now = new Date('2026-01-20T09:00:00Z');
    const presenter = (name: string) => ({ personId: office.people.get(name), name });
    for (const [title, names] of [
      ['Uppdrag verksamhetshjälpmedel', ['Wei Chen', 'Annika Roos']],
      ['Årsredovisning', ['Camilla Ljung', 'Staffan Ekblad', 'Wei Chen']],
    ] as const)
      await office.done(addItem, office.secretary, {
        meetingId,
        kind: 'decision',
        title,
        presenters: names.map(presenter),
      });
    await approved(office, meetingId);
    await office.done(issueSummons, office.secretary, {
      meetingId,
      version: await meetingVersion(office, meetingId),
    });
    await settle();
    const [letter] = await office.rows<{ snapshot: { others: string[] } }>(
      `select v.snapshot from document d join document_version v on v.document_id = d.id where d.kind = 'summons'`,
    );
    expect(letter!.snapshot.others).toEqual([
      'Staffan Ekblad, verksamhetschef',
      'Annika Roos, mötessekreterare',
      'Wei Chen, inköpare, Hjälpmedelscentrum',
      'Camilla Ljung, avdelningschef, Psykiatrisk öppenvård',
    ]);
  });

  it('lists in the package what the secretary was told is missing, also for an item without any paper', async () => {
    office.now = new Date('2026-01-20T09:00:00Z');
    const item = { meetingId, kind: 'decision' } as const;
    await office.done(addItem, office.secretary, {
      ...item,
      title: 'Behov av att upphandla verksamhetssystem',
      points: ['Nämnden godkänner att ny upphandling påbörjas.'],
    });
    await office.done(addItem, office.secretary, { ...item, title: 'Uppdrag verksamhetshjälpmedel' });
    await approved(office, meetingId);
    await office.done(issueSummons, office.secretary, {
      meetingId,
      version: await meetingVersion(office, meetingId),
    });
    await settle();
    const told = await office.orm.em.fork().transactional(async (em) => {
      await stateActor(em, office.secretary, dayOf(office.now));
      const head = await readMeetingHead(em, meetingId);
      return (await readMeetingFacts(em, head!)).missing;
    });
    expect(told.map((lack) => missingPaperText('sv', lack))).toEqual([
      'Punkt 7 saknar beslutsunderlag',
      'Punkt 8 saknar förslag till beslut',
      'Punkt 8 saknar beslutsunderlag',
    ]);
    const [whole] = await office.rows<{ bytes: Buffer; snapshot: { missing: string[] } }>(
      `select b.bytes, v.snapshot from document d join document_version v on v.document_id = d.id
       join blob b on b.sha256 = v.sha256 where d.kind = 'package'`,
    );
    expect(whole!.snapshot.missing).toEqual([
      'Punkt 7: Beslutsunderlag',
      'Punkt 8: Förslag till beslut',
      'Punkt 8: Beslutsunderlag',
    ]);
    const heard = wordsOf(await readAloud(whole!.bytes)).join(' ');
    expect(heard).toContain('Handlingar som saknas');
    expect(heard).toContain('Behov av att upphandla verksamhetssystem');
  });

  it('ends when the minutes are verified, the notices have ended and everything is dispatched', async () => {
    await office.admin.query(`update meeting set phase = 'verified' where id = $1`, [meetingId]);
    await office.admin.query(`update deadline set done_on = '2026-02-20' where owner_id = $1`, [meetingId]);
    expect(await at('2026-03-01T09:00:00Z')).toEqual([]);
    const minutesId = '0192d8a0-0000-7000-8000-00000000000a';
    await office.admin.query(
      `insert into minutes (id, authority_id, body_id, meeting_id, state, writer_person_id, verification_day, verification_time, verification_place)
       values ($1, $2, $3, $4, 'verified', $5, '2026-03-04', '13:00', 'Digitalt')`,
      [minutesId, office.authority, office.body, meetingId, office.people.get('Annika Roos')],
    );
    await office.admin.query(
      `insert into notice (id, authority_id, body_id, meeting_id, minutes_id, verified_on, posting_day, state)
       values (gen_random_uuid(), $1, $2, $3, $4, '2026-03-04', '2026-03-06', 'running')`,
      [office.authority, office.body, meetingId, minutesId],
    );
    expect(await settle()).toEqual([]);
    const document = await appendixRow(office, 'Anslagsbevis');
    await office.admin.query(
      `update notice set state = 'legalForce', taken_down_on = '2026-03-28', certificate_document_id = $1 where meeting_id = $2`,
      [document, meetingId],
    );
    expect(await settle()).toEqual(['endMeeting']);
    expect(await read()).toMatchObject({ ended: true, due: null });
  });

  it('counts the deadlines of a planned meeting anew when new rules of procedure are in force on its day', async () => {
    const days = () =>
      office.rows<{ kind: string; day: string }>(
        `select kind, day::text as day from deadline where owner_id = $1 and closed_on is null order by kind`,
        [meetingId],
      );
    expect(await days()).toContainEqual({ kind: 'summons', day: '2026-02-13' });
    await office.admin.query(`update rules_of_procedure set settings = settings || '{"summonsDays": 4}'`);
    expect(await settle()).toEqual(['countDeadlines']);
    expect(await days()).toContainEqual({ kind: 'summons', day: '2026-02-16' });
    expect(await days()).toContainEqual({ kind: 'papers', day: '2026-02-13' });
    expect(await settle()).toEqual([]);
  });

  it('answers that it was superseded when the meeting has moved on', async () => {
    const input = { row: meetingId, authority: office.authority, version: 99, due: 'passDeadlines' };
    expect(await cycle().acts['passDeadlines']!(input, office.process)).toBe('superseded');
  });

  it('holds a missing row for a fault, never for an end', async () => {
    const missing = office.orm.em
      .fork()
      .transactional((em) => cycle().read(em, '0192d8a0-0000-7000-8000-000000000001', office.now));
    await expect(missing).rejects.toThrow('No such meeting');
  });
});

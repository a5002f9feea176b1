import { createMeetingCycle } from '../../../../src/activities/meetings/meeting-cycle';
import { addItem } from '../../../../src/commands/meetings/agenda/add-item';
import { attachDocument } from '../../../../src/commands/meetings/agenda/item-documents';
import { renderPdf } from '../../../../src/documents/pdf/render-pdf';
import {
  appendixRow,
  approved,
  meetingOffice,
  plannedMeeting,
  type MeetingOffice,
} from '../../../support/builders/meetings';
import type { Browser } from '../../support/browser';
import { signedInAs, wordsIn } from '../../support/signed-in';
import { serveApi, type ServedApi } from '../../support/test-api';

describe('the summons and the papers, by plain forms (M-4)', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let secretary: Browser;
  let member: Browser;
  let meetingId: string;
  let itemId: string;
  let documentId: string;
  let address: string;
  beforeAll(async () => {
    office = await meetingOffice();
    meetingId = await plannedMeeting(office);
    address = `/sammantraden/${meetingId}`;
    office.now = new Date('2026-01-20T09:00:00Z');
    itemId = (
      await office.done(addItem, office.secretary, {
        meetingId,
        kind: 'decision',
        title: 'Förslag borttagande av ADL-fotpall för barn',
        points: ['ADL-fotpallar för barn tas bort ur sortiment.'],
        presenters: [{ personId: office.people.get('Helena Mårtens') }],
      })
    ).itemId;
    const bytes = await renderPdf({
      html: '<article><h1>Prislista</h1><p>Underlag.</p></article>',
      title: 'Prislista',
      author: 'Hjälpmedelscentrum',
      createdAt: office.now,
      header: { organisation: 'Hjälpmedelscentrum', kind: 'Bilaga' },
      footer: { lines: [] },
    });
    documentId = await appendixRow(office, 'Prislista', { bytes });
    await office.done(attachDocument, office.secretary, { itemId, documentId });
    api = await serveApi(office.db, {}, new Date('2026-02-14T09:00:00Z'));
    secretary = await signedInAs(office, api, 'Annika Roos');
    member = await signedInAs(office, api, 'Samuel Lindh');
  }, 60_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const settle = async (): Promise<void> => {
    const cycle = createMeetingCycle({ em: office.orm.em, run: office.run, clock: api.deps.clock });
    for (const due of ['makeSummons', 'sendSummons']) {
      const [row] = await office.rows<{ version: number }>('select version from meeting where id = $1', [
        meetingId,
      ]);
      await cycle.acts[due]!(
        { row: meetingId, authority: office.authority, version: row!.version, due },
        office.process,
      );
    }
  };

  /** What the audit log holds of the last file that was not given out. */
  const refusedReading = async () =>
    (
      await office.rows<{ act: string; code: string }>(
        `select act, code from audit_event where result = 'refused' order by seq desc limit 1`,
      )
    )[0];

  it('keeps the papers from members until the summons is out', async () => {
    expect(wordsIn(await member.get(`${address}/handlingar`), 'main')).toContain(
      'Handlingarna är inte utlämnade',
    );
    expect((await member.get(`${address}/handlingar/${documentId}`)).status).toBe(403);
    expect(await refusedReading()).toEqual({ act: 'readPaper', code: 'papers-not-out' });
    expect((await secretary.get(`${address}/handlingar/${documentId}`)).status).toBe(200);
  });

  it('says why it cannot be issued before the chair has approved', async () => {
    const shown = await secretary.get(`${address}/kallelse/utfarda`);
    expect(wordsIn(shown, '.sam-next__blocked')).toContain('inte godkänt föredragningslistan');
    expect(shown.$('form#issueSummons')).toHaveLength(0);
  });

  it('previews the package with what is missing', async () => {
    const shown = await secretary.get(`${address}/kallelse/paket`);
    expect(wordsIn(shown, 'main')).toContain('1 punkter med handlingar');
    expect(wordsIn(shown, '.sam-missing')).toContain('Paketet är komplett.');
  });

  it('asks for the reason of a late summons, then issues it', async () => {
    await approved(office, meetingId);
    const shown = await secretary.get(`${address}/kallelse/utfarda`);
    expect(wordsIn(shown, '.sam-next')).toContain('Kallelsen går till 31 personer');
    expect(wordsIn(shown, '.sam-notice')).toContain('senast fredag 13 februari 2026');
    const without = await secretary.send(shown, 'form#issueSummons');
    expect(without.status).toBe(422);
    expect(wordsIn(without, '.sam-errors')).toContain('skriv skälet');
    const sent = await secretary.send(shown, 'form#issueSummons', { lateReason: 'Underlaget kom sent.' });
    expect([sent.status, sent.location]).toEqual([303, `${address}/kallelse`]);
    expect(wordsIn(await secretary.get(address), '.sam-next')).toContain('Kallelsen görs');
  });

  it('shows each recipient, and sends again on request', async () => {
    await settle();
    const shown = await secretary.get(`${address}/kallelse`);
    expect(shown.$('tbody tr')).toHaveLength(31);
    expect(wordsIn(shown, 'main')).toContain('Utfärdad efter kallelsedagen: Underlaget kom sent.');
    expect(wordsIn(shown, 'tbody tr:last-child')).toContain('Kallad till punkt 7');
    expect((await secretary.send(shown, 'tbody tr:first-child form')).status).toBe(303);
    const letters = await office.rows(
      `select template, count(*)::int from mail where subject_kind = 'summons' group by template order by template`,
    );
    expect(letters).toEqual([
      { template: 'summons', count: 16 },
      { template: 'summonsToItems', count: 1 },
      { template: 'summonsToSubstitute', count: 15 },
    ]);
  });

  it('notes that a member has opened the papers, and logs the reading', async () => {
    expect(wordsIn(await member.get('/'), 'main')).toContain('Läs handlingarna');
    const shown = await member.get(`${address}/handlingar`);
    expect(shown.status).toBe(200);
    expect(wordsIn(shown, `#punkt-${itemId}`)).toContain('ADL-fotpallar för barn tas bort ur sortiment.');
    const [row] = await office.rows<{ opened: boolean }>(
      'select opened_at is not null as opened from summons_recipient where person_id = $1',
      [office.people.get('Samuel Lindh')],
    );
    expect(row?.opened).toBe(true);
    expect(wordsIn(await member.get('/'), 'main')).not.toContain('Läs handlingarna');
    const unopened = await secretary.get(`${address}/kallelse?visa=oppnade-inte`);
    expect(unopened.$('tbody tr')).toHaveLength(30);
    expect((await secretary.send(unopened, 'tbody tr:first-child form')).location).toBe(
      `${address}/kallelse?visa=oppnade-inte`,
    );
    const rung = await secretary.get(`${address}/kallelse?visa=oppnade-inte`);
    expect(wordsIn(rung, 'tbody tr:first-child')).toContain('Ringd');
    for (const part of ['kallelse', 'paket', documentId]) {
      const file = await member.get(`${address}/handlingar/${part}`);
      expect([part, file.status, file.headers.get('content-type')]).toEqual([part, 200, 'application/pdf']);
    }
    const reads = await office.rows(
      `select 1 from audit_event where result = 'read' and act in ('readSummonsPackage', 'readPaper')`,
    );
    expect(reads.length).toBeGreaterThanOrEqual(3);
  });

  it('lets a presenter open the own item’s papers alone', async () => {
    const presenter = await signedInAs(office, api, 'Helena Mårtens');
    const own = await presenter.get(`${address}/handlingar/${documentId}`);
    expect(own.status).toBe(200);
    expect((await presenter.get(`${address}/handlingar/paket`)).status).toBe(403);
    const other = await signedInAs(office, api, 'Lina Strand');
    const refused = await other.get(`${address}/handlingar/${documentId}`);
    expect(refused.status).toBe(403);
    expect(wordsIn(refused, 'main')).toContain('den som det gäller');
    // The same document also lies at an item that the presenter is not called to.
    const elsewhere = await office.done(addItem, office.secretary, {
      meetingId,
      kind: 'information',
      title: 'En punkt för nämnden',
    });
    await office.rows(
      `insert into item_document (item_id, document_id, ordinal, label) values ($1, $2, 1, 'Prislista')`,
      [elsewhere.itemId, documentId],
    );
    expect((await presenter.get(`${address}/handlingar/${documentId}`)).status).toBe(403);
    expect(await refusedReading()).toEqual({ act: 'readPaper', code: 'papers-not-for-reader' });
    await office.rows('delete from item_document where item_id = $1', [elsewhere.itemId]);
  });

  it('keeps a recused member from the item’s papers and from the package', async () => {
    await office.rows(
      `insert into recusal (id, authority_id, meeting_id, item_id, person_id, ground, decided_by, announced_at)
       values (gen_random_uuid(), $1, $2, $3, $4, 'party', 'self', now())`,
      [office.authority, meetingId, itemId, office.people.get('Samuel Lindh')],
    );
    const shown = await member.get(`${address}/handlingar`);
    expect(wordsIn(shown, 'main')).toContain('eftersom du är jävig i punkt 7');
    expect(shown.$(`a[href="${address}/handlingar/${documentId}"]`)).toHaveLength(0);
    expect((await member.get(`${address}/handlingar/${documentId}`)).status).toBe(403);
    const all = await member.get(`${address}/handlingar/paket`);
    expect(all.status).toBe(403);
    expect(await refusedReading()).toEqual({ act: 'readSummonsPackage', code: 'papers-withheld-recused' });
    expect(wordsIn(all, 'main')).toContain('Handlingarna till övriga punkter');
    expect((await member.get(`${address}/handlingar/kallelse`)).status).toBe(200);
  });

  it('keeps a recused member from the package and the papers of a sub-item by the register’s address too', async () => {
    const [pack] = await office.rows<{ id: string }>(
      'select package_document_id as id from summons where meeting_id = $1 and package_document_id is not null',
      [meetingId],
    );
    expect((await member.get(`/handlingar/${documentId}/fil`)).status).toBe(403);
    expect((await member.get(`/handlingar/${pack!.id}/fil`)).status).toBe(403);
    const below = await office.done(addItem, office.secretary, {
      meetingId,
      parentId: itemId,
      kind: 'information',
      title: 'Bilaga till ärendet',
    });
    await office.rows('update item_document set item_id = $1 where item_id = $2', [below.itemId, itemId]);
    expect((await member.get(`${address}/handlingar/${documentId}`)).status).toBe(403);
    expect((await member.get(`/handlingar/${documentId}/fil`)).status).toBe(403);
    await office.rows('update item_document set item_id = $2 where item_id = $1', [below.itemId, itemId]);
  });

  it('is nothing for another board’s secretary, and nothing without signing in', async () => {
    const stranger = await signedInAs(office, api, 'Björn Tallmo');
    for (const part of ['', '/handlingar', '/kallelse', '/handlingar/kallelse'])
      expect((await stranger.get(`${address}${part}`)).status).toBe(403);
    const unknown = await api.visitor().get(`${address}/handlingar`);
    expect([unknown.status, unknown.location]).toEqual([303, expect.stringContaining('/logga-in')]);
  });
});

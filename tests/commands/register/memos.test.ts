import { v7 as uuidv7 } from 'uuid';
import { cancelDocument } from '../../../src/commands/register/documents/cancel-document';
import { changeMemo } from '../../../src/commands/register/memos/change-memo';
import { chooseRecipients } from '../../../src/commands/register/memos/choose-recipients';
import { fileMemoDocument } from '../../../src/commands/register/memos/file-memo-document';
import { markNotApplicable } from '../../../src/commands/register/memos/mark-not-applicable';
import { openMatter } from '../../../src/commands/register/matters/open-matter';
import { openMemo } from '../../../src/commands/register/memos/open-memo';
import { readyMemo } from '../../../src/commands/register/memos/ready-memo';
import { saveMemoSection } from '../../../src/commands/register/memos/save-memo-section';
import type { Actor } from '../../../src/contracts/actor';
import { memoDocumentData } from '../../../src/store/queries/register/memo-content';
import { latestVersion } from '../../../src/store/queries/register/versions';
import { person, registerOffice, type RegisterOffice } from '../../support/builders/register';

describe('official memos', () => {
  let office: RegisterOffice;
  let matterId: string;
  beforeAll(async () => {
    office = await registerOffice();
    const { body, series } = office.ids;
    const matter = { bodyId: body, seriesId: series, title: 'Talflödeshjälpmedel' };
    const done = await office.run(openMatter, person(office.ids.secretary), matter);
    if (!done.ok) throw new Error(done.code);
    matterId = done.result.matterId;
  });
  afterAll(() => office.close());

  const opened = async (input: object = {}) => {
    const memo = { matterId, title: 'Borttagande av talflödeshjälpmedel', ...input };
    const done = await office.run(openMemo, person(office.ids.official), memo);
    if (!done.ok) throw new Error(done.code);
    return done.result;
  };
  const save = (memoId: string, section: string, content: string, version = 0, by = office.ids.official) =>
    office.run(saveMemoSection, person(by), { memoId, section, content, version });
  const ready = (memoId: string, version: number, by = office.ids.official) =>
    office.run(readyMemo, person(by), { memoId, version });
  /** Writes all that a memo must hold; leaves it at version 3. */
  const written = async () => {
    const memo = await opened();
    for (const section of ['proposedDecision', 'summary', 'environment', 'residents'])
      await save(memo.memoId, section, `Text om ${section}.`);
    const mark = { memoId: memo.memoId, version: 1, section: 'childRights', reason: 'Rör inte barn direkt.' };
    await office.run(markNotApplicable, person(office.ids.official), mark);
    const chosen = {
      memoId: memo.memoId,
      version: 2,
      recipientIds: [office.ids.auditors, office.ids.mailbox],
    };
    await office.run(chooseRecipients, person(office.ids.official), chosen);
    return memo;
  };

  it('begin as drafts without a number', async () => {
    const { documentId } = await opened();
    const { rows } = await office.admin.query(
      'select state, number, registry_number from document where id = $1',
      [documentId],
    );
    expect(rows).toEqual([{ state: 'draft', number: null, registry_number: null }]);
  });

  it('keep every saved text; who saves upon an older one is told and loses nothing', async () => {
    const { memoId } = await opened();
    expect(await save(memoId, 'summary', 'Ett')).toMatchObject({
      ok: true,
      result: { version: 1, savedAt: '2026-02-02T09:00:00.000Z' },
    });
    expect(await save(memoId, 'summary', 'Två', 1)).toMatchObject({ ok: true, result: { version: 2 } });
    expect(await save(memoId, 'summary', 'Tre', 1)).toMatchObject({ code: 'stale-version' });
    expect(await save(memoId, 'summary', 'Två', 1)).toMatchObject({ ok: true, result: { version: 2 } });
    const { rows } = await office.admin.query(
      'select number, r.content from text_revision r join text t on t.id = r.text_id where t.owner_id = $1 order by number',
      [memoId],
    );
    expect(rows).toEqual([
      { number: 1, content: 'Ett' },
      { number: 2, content: 'Två' },
    ]);
  });

  it('take one of two first texts that are saved at once', async () => {
    const { memoId } = await opened();
    const both = await Promise.all([save(memoId, 'background', 'A'), save(memoId, 'background', 'B')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'stale-version' });
  });

  it('are written by their authors, the secretary and the head of centre, by nobody else', async () => {
    const { memoId } = await opened({ coAuthorPersonId: office.ids.otherOfficial });
    const other = await opened();
    expect(await save(memoId, 'outlook', 'Med', 0, office.ids.otherOfficial)).toMatchObject({ ok: true });
    expect(await save(other.memoId, 'outlook', 'Utan', 0, office.ids.otherOfficial)).toMatchObject({
      code: 'not-allowed',
    });
    expect(await save(memoId, 'followUp', 'Sekreteraren', 0, office.ids.secretary)).toMatchObject({
      ok: true,
    });
    expect(await save(memoId, 'followUp', 'Ledamoten', 1, office.ids.member)).toMatchObject({
      code: 'not-allowed',
    });
    expect(await save(memoId, 'followUp', 'Annan nämnd', 1, office.ids.strangerSecretary)).toMatchObject({
      code: 'not-allowed',
    });
  });

  it('have authors who are officials of the body', async () => {
    const by = (input: object, who = office.ids.official) =>
      office.run(openMemo, person(who), { matterId, title: 'Skrivelse', ...input });
    expect(await by({ coAuthorPersonId: office.ids.member })).toMatchObject({
      code: 'memo-co-author-unknown',
    });
    expect(await by({}, office.ids.member)).toMatchObject({ code: 'not-allowed' });
    const { memoId } = await opened();
    const change = {
      memoId,
      version: 1,
      title: 'Ny rubrik',
      day: '2026-01-30',
      coAuthorPersonId: office.ids.strangerSecretary,
    };
    expect(await office.run(changeMemo, person(office.ids.official), change)).toMatchObject({
      code: 'memo-co-author-unknown',
    });
    expect(
      await office.run(changeMemo, person(office.ids.official), { ...change, coAuthorPersonId: null }),
    ).toMatchObject({ ok: true, result: { version: 2 } });
  });

  it('choose recipients of the own body only', async () => {
    const { memoId } = await opened();
    const choose = (recipientIds: string[]) =>
      office.run(chooseRecipients, person(office.ids.official), { memoId, version: 1, recipientIds });
    expect(await choose([uuidv7()])).toMatchObject({ code: 'memo-recipient-unknown' });
    expect(await choose([office.ids.mailbox])).toMatchObject({ ok: true, result: { version: 2 } });
  });

  it('are not made ready before all that is missing is there, and say what it is (R-8)', async () => {
    const { memoId } = await opened();
    const refused = await ready(memoId, 1);
    expect(refused).toMatchObject({ code: 'memo-incomplete' });
    expect(JSON.stringify(refused)).toContain('Barnrättsperspektiv');
  });

  it('get their number when made ready, keep what they said, and a later change is a new version', async () => {
    const { memoId, documentId } = await written();
    const first = await ready(memoId, 3);
    expect(first).toMatchObject({ ok: true, result: { number: 1, registryNumber: 'HMC260001-1' } });
    expect(await ready(memoId, 4)).toMatchObject({ code: 'memo-unchanged', facts: { version: 1 } });
    await save(memoId, 'summary', 'Ändrat efteråt.', 1);
    const kept = await memoDocumentData(office.orm.em.fork(), memoId);
    expect(kept).toMatchObject({
      number: 1,
      content: {
        registryNumber: 'HMC260001',
        organisation: 'Region Västerdal',
        unit: 'Hjälpmedelscentrum',
        sections: { summary: 'Text om summary.' },
        writers: [{ name: 'Torbjörn Ask', mail: 'torbjorn.ask@vasterdal.example' }],
        dispatchTo: ['Region Västerdals myndighetsbrevlåda', 'Revisorerna'],
      },
    });
    expect(await ready(memoId, 4)).toMatchObject({
      ok: true,
      result: { number: 2, registryNumber: 'HMC260001-1' },
    });
    const process: Actor = { kind: 'process', process: 'meetingCycle', authorityId: office.ids.authority };
    const made = {
      memoId,
      bytes: Buffer.from('pdf'),
      pages: 2,
      template: 'official-memo@1',
      renderer: 'r@1',
      claims: ['PDF/A-3a'],
    };
    expect(await office.run(fileMemoDocument, process, { ...made, number: 1 })).toMatchObject({
      code: 'stale-version',
    });
    const filed = await office.run(fileMemoDocument, process, { ...made, number: 2 });
    expect(filed).toMatchObject({ ok: true });
    expect(await office.run(fileMemoDocument, process, { ...made, number: 2 })).toEqual(filed);
    expect(await latestVersion(office.orm.em.fork(), documentId)).toMatchObject({
      number: 1,
      madeKey: `memo/${memoId}/2`,
    });
    expect(
      await office.run(fileMemoDocument, person(office.ids.secretary), { ...made, number: 2 }),
    ).toMatchObject({ code: 'not-allowed' });
  });

  it('wake the meetings that wait for them', async () => {
    const { memoId, documentId } = await written();
    const { body, authority } = office.ids;
    const meeting = uuidv7();
    const item = uuidv7();
    await office.admin.query(
      `insert into meeting (id, authority_id, body_id, year, number, phase, day, start_time, end_time, place, last_agenda_number, calendar_sequence)
       values ($1, $2, $3, 2026, 1, 'planned', '2026-02-20', '09:00', '15:00', 'Sal Linden', 0, 0)`,
      [meeting, authority, body],
    );
    await office.admin.query(
      `insert into agenda_item (id, authority_id, body_id, meeting_id, ordinal, matter_id, kind, title, closed, exercise_of_authority, presenters, recipient_ids, late, state)
       values ($1, $2, $3, $4, 1, $5, 'decision', 'Ärende', false, false, '[]', '[]', false, 'listed')`,
      [item, authority, body, meeting, matterId],
    );
    await office.admin.query(
      "insert into item_document (item_id, document_id, ordinal, label) values ($1, $2, 1, '')",
      [item, documentId],
    );
    expect(await ready(memoId, 2)).toMatchObject({ code: 'stale-version' });
    expect(await ready(memoId, 3)).toMatchObject({ ok: true });
    const { rows } = await office.admin.query('select kind from wake where row_id = $1', [meeting]);
    expect(rows).toEqual([{ kind: 'meetingCycle' }]);
  });

  it('that are cancelled are not written any more', async () => {
    const { memoId, documentId } = await opened();
    const cancel = { documentId, version: 1, reason: 'Ärendet utgår.' };
    expect(await office.run(cancelDocument, person(office.ids.secretary), cancel)).toMatchObject({
      ok: true,
    });
    expect(await save(memoId, 'summary', 'För sent')).toMatchObject({ code: 'document-cancelled' });
  });
});

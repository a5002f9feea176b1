import { addItem } from '../../../../src/commands/meetings/agenda/add-item';
import { chooseRecipients } from '../../../../src/commands/register/memos/choose-recipients';
import { openMemo } from '../../../../src/commands/register/memos/open-memo';
import { readyMemo } from '../../../../src/commands/register/memos/ready-memo';
import { saveMemoSection } from '../../../../src/commands/register/memos/save-memo-section';
import { memoSections } from '../../../../src/domain/register/memo-sections';
import {
  agendaOf,
  approved,
  meetingOffice,
  openMatterRow,
  plannedMeeting,
  type MeetingOffice,
} from '../../../support/builders/meetings';
import type { Browser } from '../../support/browser';
import { signedInAs, wordsIn } from '../../support/signed-in';
import { serveApi, type ServedApi } from '../../support/test-api';

describe('a memo whose matter stands on an agenda (R-2, M-3)', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let secretary: Browser;
  let official: Browser;
  let meetingId: string;
  beforeAll(async () => {
    office = await meetingOffice();
    meetingId = await plannedMeeting(office);
    api = await serveApi(office.db, {}, new Date('2026-01-20T09:00:00Z'));
    secretary = await signedInAs(office, api, 'Annika Roos');
    official = await signedInAs(office, api, 'Helena Mårtens');
  }, 60_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const onAgenda = async (number: number, title: string, points: readonly string[]) => {
    const matterId = await openMatterRow(office, number, title);
    const item = { meetingId, kind: 'decision', title, points, matterId, recipientIds: [] };
    const { itemId } = await office.done(addItem, office.secretary, item);
    const { memoId } = await office.done(openMemo, office.official, { matterId, title });
    return { matterId, itemId, memoId };
  };
  const written = async (memoId: string, proposedDecision: string) => {
    for (const section of Object.keys(memoSections))
      await office.done(saveMemoSection, office.official, {
        memoId,
        section,
        content: section === 'proposedDecision' ? proposedDecision : 'Text.',
        version: 0,
      });
    const recipientIds = office.recipients.slice(0, 1);
    await office.done(chooseRecipients, office.official, { memoId, version: 1, recipientIds });
  };
  const makeReady = (memoId: string) => office.done(readyMemo, office.official, { memoId, version: 2 });
  const itemPage = (itemId: string) => secretary.get(`/sammantraden/${meetingId}/punkter/${itemId}`);
  const itemNow = async (itemId: string) =>
    (await agendaOf(office, meetingId)).find(({ id }) => id === itemId)!;

  it('says at which meeting the matter stands, and what happens when it is made ready', async () => {
    const { memoId, itemId } = await onAgenda(11, 'Prislista', ['Prislistan godkänns.']);
    await written(memoId, '1. Prislistan godkänns\n2. Den gäller från 2026-03-01');
    const draft = await official.get(`/tjansteskrivelser/${memoId}`);
    expect(wordsIn(draft, '.sam-top')).toContain('fredag 20 februari 2026');
    expect(wordsIn(draft, '.sam-top')).not.toContain('Inte på någon föredragningslista');
    expect(wordsIn(draft, '.sam-next')).toContain(
      'Den kommer då med i handlingarna till sammanträdet fredag 20 februari 2026.',
    );
    await makeReady(memoId);
    expect((await itemNow(itemId)).documents).toHaveLength(1);
    expect(wordsIn(await official.get(`/tjansteskrivelser/${memoId}`), '.sam-next')).toContain(
      'Den ligger bland handlingarna till sammanträdet fredag 20 februari 2026.',
    );
    const agenda = await secretary.get(`/sammantraden/${meetingId}/foredragningslista`);
    expect(wordsIn(agenda, '.sam-missing')).toContain(
      'har färre beslutspunkter än tjänsteskrivelsen ”Prislista”',
    );
  });

  it('offers its points for the item, and takes them in one press without touching the rest', async () => {
    const before = (await agendaOf(office, meetingId)).find(({ title }) => title === 'Prislista')!;
    const page = await itemPage(before.id);
    expect(page.$('details[open] .sam-decision li')).toHaveLength(2);
    const sent = await secretary.send(page, 'details form[action="/gor/changeItem"]');
    expect(sent.status).toBe(303);
    const after = await itemNow(before.id);
    expect(after.points).toEqual(['Prislistan godkänns', 'Den gäller från 2026-03-01']);
    expect({ ...after, points: [], version: 0 }).toEqual({ ...before, points: [], version: 0 });
    expect((await itemPage(before.id)).$('details form[action="/gor/changeItem"]')).toHaveLength(0);
  });

  it('that is ready after the agenda was approved is added by the secretary in one press', async () => {
    const { memoId, itemId, matterId } = await onAgenda(12, 'Upphandling', ['Upphandling inleds.']);
    const matter = await official.get(`/arenden/${matterId}`);
    expect(wordsIn(matter, 'main')).not.toContain('innan det kan komma med på föredragningslistan');
    await written(memoId, 'Upphandling inleds.');
    await approved(office, meetingId);
    expect(wordsIn(await official.get(`/tjansteskrivelser/${memoId}`), '.sam-next')).toContain(
      'så sekreteraren får som uppgift att lägga till den i handlingarna',
    );
    await makeReady(memoId);
    expect(wordsIn(await official.get(`/tjansteskrivelser/${memoId}`), '.sam-top')).toMatch(
      /fredag 20 februari 2026, punkt \d+\. Tjänsteskrivelsen ligger inte bland handlingarna\./,
    );
    const tasks = await secretary.get('/');
    const link = tasks.$(`.sam-tasks a[href="/sammantraden/${meetingId}/punkter/${itemId}"]`);
    expect(link).toHaveLength(1);
    expect(wordsIn(tasks, '.sam-tasks')).toContain('Tjänsteskrivelsen i ärende HMC260012 är klar');
    const overview = await secretary.get(`/sammantraden/${meetingId}`);
    expect(wordsIn(overview, '.sam-missing')).toContain(
      'tjänsteskrivelsen ”Upphandling” är klar men ligger inte bland handlingarna',
    );
    const page = await itemPage(itemId);
    expect(wordsIn(page, '.sam-notice')).toContain('är klar men ligger inte bland handlingarna');
    expect((await secretary.send(page, '.sam-notice form[action="/gor/attachDocument"]')).status).toBe(303);
    expect((await itemNow(itemId)).documents.map(({ label }) => label)).toEqual([
      'Tjänsteskrivelse Upphandling',
    ]);
    expect(wordsIn(await secretary.get('/'), 'main')).not.toContain('HMC260012');
  });
});

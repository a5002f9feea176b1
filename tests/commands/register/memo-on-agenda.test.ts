import { addItem } from '../../../src/commands/meetings/agenda/add-item';
import { attachDocument, detachDocument } from '../../../src/commands/meetings/agenda/item-documents';
import { withdrawItem } from '../../../src/commands/meetings/agenda/withdraw-item';
import { changeMeeting } from '../../../src/commands/meetings/plan/change-meeting';
import { openMeeting } from '../../../src/commands/meetings/session/open-meeting';
import { issueSummons } from '../../../src/commands/meetings/summons/issue-summons';
import { mailSummons } from '../../../src/commands/meetings/summons/mail-summons';
import { chooseRecipients } from '../../../src/commands/register/memos/choose-recipients';
import { openMemo } from '../../../src/commands/register/memos/open-memo';
import { readyMemo } from '../../../src/commands/register/memos/ready-memo';
import { saveMemoSection } from '../../../src/commands/register/memos/save-memo-section';
import type { Actor } from '../../../src/contracts/actor';
import { memoSections } from '../../../src/domain/register/memo-sections';
import {
  agendaOf,
  appendixRow,
  approved,
  meetingOffice,
  meetingVersion,
  openMatterRow,
  plannedMeeting,
  type MeetingOffice,
} from '../../support/builders/meetings';

describe('a memo that is made ready when its matter stands on an agenda (R-2, M-3)', () => {
  let office: MeetingOffice;
  let meetingId: string;
  let matterId: string;
  beforeEach(async () => {
    office = await meetingOffice();
    meetingId = await plannedMeeting(office);
    matterId = await openMatterRow(office, 9, 'Prislista');
  });
  afterEach(() => office.close());

  const onAgenda = async (extra: object = {}) =>
    (
      await office.done(addItem, office.secretary, {
        meetingId,
        kind: 'decision',
        title: 'Prislista 2027',
        points: ['Prislistan godkänns.'],
        matterId,
        recipientIds: [],
        ...extra,
      })
    ).itemId;
  const version = async (memoId: string) =>
    (await office.rows<{ version: number }>('select version from memo where id = $1', [memoId]))[0]!.version;
  const draft = (title: string, by: Actor = office.official) =>
    office.done(openMemo, by, { matterId, title });
  const makeReady = async (memoId: string, by: Actor = office.official) => {
    for (const section of Object.keys(memoSections))
      await office.done(saveMemoSection, by, { memoId, section, content: 'Text.', version: 0 });
    const recipientIds = office.recipients.slice(0, 1);
    await office.done(chooseRecipients, by, { memoId, version: await version(memoId), recipientIds });
    await office.done(readyMemo, by, { memoId, version: await version(memoId) });
  };
  const papers = async (itemId: string) =>
    (await agendaOf(office, meetingId)).find(({ id }) => id === itemId)!.documents.map(({ label }) => label);
  const asked = () =>
    office.rows<{ due: string; facts: object; link: string; role: string }>(
      `select due_day::text as due, facts, link, role from task where kind = 'addMemo' and closed_at is null`,
    );
  const summoned = async () => {
    await approved(office, meetingId);
    office.now = new Date('2026-02-10T09:00:00Z');
    const step = async () => ({ meetingId, version: await meetingVersion(office, meetingId) });
    await office.done(issueSummons, office.secretary, await step());
    await office.done(mailSummons, office.process, await step());
  };

  it('comes with the papers of its item by itself while the agenda is not approved, before the appendices', async () => {
    const itemId = await onAgenda();
    const appendix = await appendixRow(office, 'Bilaga', { matterId });
    await office.done(attachDocument, office.secretary, { itemId, documentId: appendix });
    const { memoId } = await draft('Prislista för 2027');
    await makeReady(memoId);
    expect(await papers(itemId)).toEqual(['Tjänsteskrivelse Prislista för 2027', 'Bilaga']);
    expect(await asked()).toEqual([]);
    const wakes = await office.rows(
      `select 1 from wake where row_id = $1 and kind = 'meetingCycle' and read_at is null`,
      [meetingId],
    );
    expect(wakes.length).toBeGreaterThan(0);
  });

  it('lies there once, however often it is made ready, and stays away when the secretary has taken it off', async () => {
    const itemId = await onAgenda();
    const { memoId, documentId } = await draft('Prislista för 2027');
    await makeReady(memoId);
    const [row] = await office.rows<{ version: number }>(
      `select version from text where owner_id = $1 and slot = 'summary'`,
      [memoId],
    );
    await office.done(saveMemoSection, office.official, {
      memoId,
      section: 'summary',
      content: 'Ändrad.',
      version: row!.version,
    });
    await office.done(readyMemo, office.official, { memoId, version: await version(memoId) });
    expect(await papers(itemId)).toHaveLength(1);
    await office.done(detachDocument, office.secretary, { itemId, documentId });
    expect(await papers(itemId)).toEqual([]);
    expect(await asked()).toEqual([]);
  });

  it('is closed with a closed item', async () => {
    const itemId = await onAgenda({ closed: true, publicTitle: 'Ärende om en enskild' });
    const { memoId } = await draft('Om en enskild', office.secretary);
    await makeReady(memoId, office.secretary);
    expect(await papers(itemId)).toHaveLength(1);
    expect(await office.rows('select closed_item_id from memo where id = $1', [memoId])).toEqual([
      { closed_item_id: itemId },
    ]);
  });

  it('is the secretary’s task when the chair has approved the agenda, until it lies with the papers', async () => {
    const itemId = await onAgenda();
    await approved(office, meetingId);
    const { memoId, documentId } = await draft('Prislista för 2027');
    await makeReady(memoId);
    expect(await papers(itemId)).toEqual([]);
    const [item] = (await agendaOf(office, meetingId)).filter(({ id }) => id === itemId);
    expect(await asked()).toEqual([
      {
        role: 'secretary',
        due: '2026-02-13',
        facts: { day: '2026-02-20', item: item!.label, matter: 'HMC260009' },
        link: `/sammantraden/${meetingId}/punkter/${itemId}`,
      },
    ]);
    const moved = { day: '2026-02-27', startTime: '09:00', endTime: '12:00', place: 'Gripen' };
    await office.done(changeMeeting, office.secretary, {
      meetingId,
      version: await meetingVersion(office, meetingId),
      ...moved,
    });
    expect(await asked()).toMatchObject([{ due: '2026-02-20', facts: { day: '2026-02-27' } }]);
    await office.done(attachDocument, office.secretary, { itemId, documentId });
    expect(await asked()).toEqual([]);
    await office.done(detachDocument, office.secretary, { itemId, documentId });
    expect(await asked()).toEqual([]);
  });

  it('is asked for by the day of the meeting when the summons is out, and no more when the meeting is opened', async () => {
    await onAgenda();
    await summoned();
    await makeReady((await draft('Prislista för 2027')).memoId);
    expect(await asked()).toMatchObject([{ due: '2026-02-20' }]);
    office.now = new Date('2026-02-20T08:00:00Z');
    await office.done(openMeeting, office.secretary, { meetingId });
    expect(await asked()).toEqual([]);
  });

  it('asks nothing more of an item that has been withdrawn', async () => {
    const itemId = await onAgenda();
    await approved(office, meetingId);
    await makeReady((await draft('Prislista för 2027')).memoId);
    expect(await asked()).toHaveLength(1);
    const item = (await agendaOf(office, meetingId)).find(({ id }) => id === itemId)!;
    await office.done(withdrawItem, office.secretary, { itemId, version: item.version, reason: 'Utgår.' });
    expect(await asked()).toEqual([]);
  });
});

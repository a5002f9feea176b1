import { addItem } from '../../../../src/commands/meetings/agenda/add-item';
import { carryOnItem } from '../../../../src/commands/meetings/agenda/carry-on-item';
import { removeItem } from '../../../../src/commands/meetings/agenda/remove-item';
import { withdrawItem } from '../../../../src/commands/meetings/agenda/withdraw-item';
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
import { signedInAs } from '../../support/signed-in';
import { serveApi, type ServedApi } from '../../support/test-api';

describe('an item that was put off and waits for a coming agenda (M-3)', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let secretary: Browser;
  let earlier: string;
  let later: string;
  beforeAll(async () => {
    office = await meetingOffice();
    earlier = await plannedMeeting(office);
    const [meeting] = await office.rows<{ id: string }>(`select id from meeting where day = '2026-05-22'`);
    later = meeting!.id;
    api = await serveApi(office.db, {}, new Date('2026-01-20T09:00:00Z'));
    secretary = await signedInAs(office, api, 'Annika Roos');
  }, 60_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const onEarlier = async (number: number, title: string, more: object = {}) => {
    const matterId = await openMatterRow(office, number, title);
    const item = {
      meetingId: earlier,
      kind: 'decision',
      title,
      points: [`${title} godkänns.`],
      matterId,
      ...more,
    };
    const { itemId } = await office.done(addItem, office.secretary, item);
    return { matterId, itemId };
  };
  const putOff = async (itemId: string) => {
    const { version } = (await agendaOf(office, earlier)).find(({ id }) => id === itemId)!;
    await office.done(withdrawItem, office.secretary, { itemId, version, reason: 'Bereds vidare.' });
  };
  const memoReady = async (matterId: string, title: string) => {
    const { memoId } = await office.done(openMemo, office.official, { matterId, title });
    for (const section of Object.keys(memoSections))
      await office.done(saveMemoSection, office.official, {
        memoId,
        section,
        content: 'Text.',
        version: 0,
      });
    const recipientIds = office.recipients.slice(0, 1);
    await office.done(chooseRecipients, office.official, { memoId, version: 1, recipientIds });
    await office.done(readyMemo, office.official, { memoId, version: 2 });
  };
  /** What puts the title on the later agenda: the item that is carried on, or "" for a matter. */
  const offers = async (title: string) => {
    const page = await secretary.get(`/sammantraden/${later}/foredragningslista`);
    return page
      .$('form[action="/gor/addItem"], form[action="/gor/carryOnItem"]')
      .toArray()
      .map((form) => page.$(form))
      .filter((form) => form.closest('li').text().includes(title))
      .map((form) => form.find('[name=itemId]').attr('value') ?? '');
  };

  it('is offered until an agenda has it, and again when it was taken off that one', async () => {
    const { itemId, matterId } = await onEarlier(21, 'Prislista');
    await approved(office, earlier);
    await putOff(itemId);
    expect(await offers('Prislista')).toEqual([itemId]);
    const page = await secretary.get(`/sammantraden/${later}/foredragningslista`);
    const back = await secretary.send(page, 'form[action="/gor/carryOnItem"]');
    expect(back.status).toBe(303);
    const { id: carrying } = (await agendaOf(office, later)).find((item) => item.matterId === matterId)!;
    expect(await offers('Prislista')).toEqual([]);
    const { version } = (await agendaOf(office, later)).find(({ id }) => id === carrying)!;
    await office.done(removeItem, office.secretary, { itemId: carrying, version });
    expect(await offers('Prislista')).toEqual([itemId]);
  });

  it('is offered also when it is closed, and comes with its public title and its matter', async () => {
    const closed = { closed: true, publicTitle: 'Ett ärende om en enskild' };
    const { itemId, matterId } = await onEarlier(25, 'Särskild prövning', closed);
    await approved(office, earlier);
    await putOff(itemId);
    expect(await offers('Särskild prövning')).toEqual([itemId]);
    await office.done(carryOnItem, office.secretary, { meetingId: later, itemId });
    expect((await agendaOf(office, later)).find((item) => item.continuesId === itemId)).toMatchObject({
      ...closed,
      matterId,
    });
    expect(await offers('Särskild prövning')).toEqual([]);
  });

  it('is offered alone, though its matter has a new memo that is ready: so its recusals come along', async () => {
    const { itemId, matterId } = await onEarlier(22, 'Upphandling');
    await approved(office, earlier);
    await putOff(itemId);
    await memoReady(matterId, 'Upphandling');
    expect(await offers('Upphandling')).toEqual([itemId]);
    const fresh = await openMatterRow(office, 23, 'Ny taxa');
    await memoReady(fresh, 'Ny taxa');
    expect(await offers('Ny taxa')).toEqual(['']);
  });

  it('does not stand in the way of a matter that a later agenda has had since', async () => {
    const { matterId } = await onEarlier(24, 'Hyra');
    const [january] = await office.rows<{ id: string }>(`select id from meeting where day = '2026-01-15'`);
    const first = await office.done(addItem, office.secretary, {
      meetingId: january!.id,
      kind: 'decision',
      title: 'Hyra',
      matterId,
    });
    const { version } = (await agendaOf(office, january!.id)).find(({ id }) => id === first.itemId)!;
    await office.done(withdrawItem, office.secretary, {
      itemId: first.itemId,
      version,
      reason: 'Bereds vidare.',
    });
    await office.rows('update agenda_item set treated_at = now() where matter_id = $1 and meeting_id = $2', [
      matterId,
      earlier,
    ]);
    await memoReady(matterId, 'Hyra');
    expect((await offers('Hyra')).sort()).toEqual(['', first.itemId]);
  });
});

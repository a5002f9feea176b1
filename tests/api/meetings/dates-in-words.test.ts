import { changeItem } from '../../../src/commands/meetings/agenda/change-item';
import { editParagraph } from '../../../src/commands/meetings/minutes/edit-paragraph';
import { decideItem } from '../../../src/commands/meetings/session/decisions/decide-item';
import { heldMeeting } from '../../support/builders/held-meeting';
import { agendaOf, meetingOffice, plannedMeeting, type MeetingOffice } from '../../support/builders/meetings';
import type { PlayedMeeting } from '../../support/builders/session';
import type { Browser } from '../support/browser';
import { signedInAs, wordsIn } from '../support/signed-in';
import { serveApi, type ServedApi } from '../support/test-api';

const WRONG = 'Nästa samråd ska äga rum torsdagen den 22 maj 2026 kl 09.00.';
const RIGHT = 'Nästa samråd ska äga rum fredagen den 22 maj 2026 kl 09.00.';
const NONE = 'Svar lämnas fredagen den 31 april 2026.';

/** Puts points and a text at the item, as the secretary does on its page. */
async function reworded(office: MeetingOffice, meetingId: string, itemId: string, points: string[]) {
  const item = (await agendaOf(office, meetingId)).find(({ id }) => id === itemId)!;
  const { version, kind, title } = item;
  await office.done(changeItem, office.secretary, { itemId, version, kind, title, points });
}

describe('dates with weekdays on an agenda (case 10)', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let secretary: Browser;
  let meetingId: string;
  let itemId: string;
  beforeAll(async () => {
    office = await meetingOffice();
    meetingId = await plannedMeeting(office);
    itemId = (await agendaOf(office, meetingId)).find(({ kind }) => kind === 'decision')!.id;
    api = await serveApi(office.db, {}, new Date('2026-01-20T09:00:00Z'));
    secretary = await signedInAs(office, api, 'Annika Roos');
  }, 60_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const missing = async (page = '') =>
    wordsIn(await secretary.get(`/sammantraden/${meetingId}${page}`), '.sam-missing');

  it('are named where the weekday is another, wherever the secretary sees what is missing', async () => {
    await reworded(office, meetingId, itemId, [WRONG, NONE]);
    for (const page of ['', '/foredragningslista']) {
      const told = await missing(page);
      expect(told).toContain(
        'veckodagen i ”torsdagen den 22 maj 2026” stämmer inte. Den dagen är fredag 22 maj 2026.',
      );
      expect(told).toContain('”fredagen den 31 april 2026” finns inte i kalendern.');
    }
  });

  it('lead to the item where they are put right, and are then named no more', async () => {
    const page = await secretary.get(`/sammantraden/${meetingId}/foredragningslista`);
    expect(page.$('.sam-missing a:contains("veckodagen")').attr('href')).toContain(itemId);
    await reworded(office, meetingId, itemId, [RIGHT]);
    expect(await missing()).not.toMatch(/veckodagen|kalendern/);
  });
});

describe('dates with weekdays in the minutes (case 10)', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let secretary: Browser;
  let held: PlayedMeeting;
  let itemId: string;
  beforeAll(async () => {
    office = await meetingOffice({
      rules: { digitalVerification: true, digitalVerificationDecision: 'Regionfullmäktige 2024-11-25 § 98' },
    });
    held = await heldMeeting(office, {
      Verksamhetshjälpmedel: (id) =>
        office.done(decideItem, office.secretary, {
          itemId: id,
          outcome: 'approvedWithChanges',
          points: [WRONG],
        }),
    });
    itemId = held.item('Verksamhetshjälpmedel');
    api = await serveApi(office.db, {}, office.now);
    secretary = await signedInAs(office, api, 'Annika Roos');
  }, 90_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const minutes = () => secretary.get(`/sammantraden/${held.meetingId}/protokoll`);

  it('are named with the paragraph, lead to where its record is put right, and do not stop the verification', async () => {
    const page = await minutes();
    expect(wordsIn(page, '.sam-missing')).toMatch(
      /§ \d+: veckodagen i ”torsdagen den 22 maj 2026” stämmer inte. Den dagen är fredag 22 maj 2026/,
    );
    expect(page.$('.sam-missing a:contains("veckodagen")').attr('href')).toMatch(/\/ratta$/);
    expect(page.$('.sam-next form[action="/gor/sendToVerification"]')).toHaveLength(1);
  });

  it('are found in the free texts too', async () => {
    const [paragraph] = await office.rows<{ id: string }>('select id from paragraph where item_id = $1', [
      itemId,
    ]);
    const paragraphId = paragraph?.id ?? '';
    await office.done(editParagraph, office.secretary, {
      paragraphId,
      slot: 'background',
      content: NONE,
      version: 0,
    });
    const page = await minutes();
    const line = page.$('.sam-missing a:contains("finns inte i kalendern")');
    expect(line.text()).toContain('”fredagen den 31 april 2026”');
    expect(line.attr('href')).toBe(`/sammantraden/${held.meetingId}/protokoll/${paragraphId}`);
  });
});

import { declareRecusal } from '../../../src/commands/meetings/before/recusal';
import { takeItem } from '../../../src/commands/meetings/session/take-item';
import { meetingOffice, type MeetingOffice } from '../../support/builders/meetings';
import {
  approve,
  openedMeeting,
  summonedMeeting,
  type SummonedMeeting,
} from '../../support/builders/session';
import type { Browser } from '../support/browser';
import { signedInAs, wordsIn } from '../support/signed-in';
import { serveApi, type ServedApi } from '../support/test-api';

describe('a member who is recused while the substitutes of the principal are here (M-6, KL 6:16)', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let summoned: SummonedMeeting;
  let secretary: Browser;
  beforeAll(async () => {
    office = await meetingOffice();
    summoned = await summonedMeeting(office);
    await openedMeeting(office, summoned, ['Lennart Broman']);
    api = await serveApi(office.db, {}, new Date('2026-02-20T08:30:00Z'));
    secretary = await signedInAs(office, api, 'Annika Roos');
  }, 60_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const page = () => secretary.get(`/sammantraden/${summoned.meetingId}/motet`);
  const recuse = (itemId: string, name: string) =>
    office.done(declareRecusal, office.secretary, {
      itemId,
      personId: office.people.get(name),
      ground: 'party',
    });
  const serving = async (itemId: string) => {
    const [row] = await office.rows<{ serving: string }>(
      `select p.name as serving from presence_event e join seat_holder h on h.seat_id = e.seat_id
         join person p on p.id = h.person_id where e.kind = 'seated' and e.item_id = $1`,
      [itemId],
    );
    return row?.serving;
  };

  it('is replaced by the next step, with the substitute first in turn, before the item is decided', async () => {
    const itemId = summoned.item('talflöde');
    await office.done(takeItem, office.secretary, { itemId });
    expect(wordsIn(await page(), '.sam-next')).toContain('Avgör punkt');
    await recuse(itemId, 'Marie Sjögren');
    const asked = await page();
    expect(wordsIn(asked, '.sam-next')).toMatch(/Låt .+ gå in i punkt \d+/);
    expect(wordsIn(asked, '.sam-next')).toContain('Marie Sjögren är jävig');
    expect((await secretary.send(asked, '.sam-next form')).status).toBe(303);
    const after = await page();
    expect(wordsIn(after, '.sam-next')).toContain('Avgör punkt');
    expect(wordsIn(asked, '.sam-next')).toContain(`Låt ${await serving(itemId)} gå in`);
  });

  it('is not asked about at an item that is decided, or where nobody is here who may go in', async () => {
    await approve(office, summoned.item('ADL-fotpall'));
    expect(wordsIn(await page(), '.sam-next')).not.toContain('gå in');
    const itemId = summoned.item('Verksamhetshjälpmedel');
    await office.done(takeItem, office.secretary, { itemId });
    await recuse(itemId, 'Samuel Lindh');
    expect(wordsIn(await page(), '.sam-next')).toContain('Avgör punkt');
  });
});

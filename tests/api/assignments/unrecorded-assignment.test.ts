import { closeMeeting } from '../../../src/commands/meetings/session/closing/close-meeting';
import { setVerification } from '../../../src/commands/meetings/session/set-verification';
import { takeItem } from '../../../src/commands/meetings/session/take-item';
import { changeItem } from '../../../src/commands/meetings/agenda/change-item';
import { agendaOf, meetingOffice, type MeetingOffice } from '../../support/builders/meetings';
import {
  approve,
  openedMeeting,
  summonedMeeting,
  VERIFICATION,
  type SummonedMeeting,
} from '../../support/builders/session';
import type { Browser } from '../support/browser';
import { signedInAs, wordsIn } from '../support/signed-in';
import { serveApi, type ServedApi } from '../support/test-api';

const POINT = 'Verksamhetschefen får i uppdrag att göra en behovsanalys som presenteras under hösten 2026.';

describe('an assignment that stands in the words of the decision alone (M-13)', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let summoned: SummonedMeeting;
  let secretary: Browser;
  let itemId: string;
  beforeAll(async () => {
    office = await meetingOffice({
      rules: { digitalVerification: true, digitalVerificationDecision: 'Regionfullmäktige 2024-11-25 § 98' },
    });
    summoned = await summonedMeeting(office);
    itemId = summoned.item('Verksamhetshjälpmedel');
    const item = (await agendaOf(office, summoned.meetingId)).find(({ id }) => id === itemId)!;
    const { version, kind, title } = item;
    await office.done(changeItem, office.secretary, { itemId, version, kind, title, points: [POINT] });
    await openedMeeting(office, summoned);
    api = await serveApi(office.db, {}, office.now);
    secretary = await signedInAs(office, api, 'Annika Roos');
  }, 60_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const session = () => secretary.get(`/sammantraden/${summoned.meetingId}/motet?punkt=${itemId}`);
  const setNow = () => {
    api.setNow(office.now);
  };

  it('is asked about before the decision and after it, and stands in the way of neither', async () => {
    await office.done(takeItem, office.secretary, { itemId });
    const before = await session();
    expect(wordsIn(before, '#beslut .sam-notice')).toContain(
      'Ger beslutet någon ett uppdrag: vem, och till när?',
    );
    expect((await secretary.send(before, '#beslut form[action="/gor/decideItem"]')).status).toBe(303);
    const after = await session();
    expect(wordsIn(after, '#beslut .sam-notice')).toContain('Öppna ”Ändra beslutet”');
  });

  it('stands among what is missing in the minutes, which may be presented all the same', async () => {
    for (const { id, treated } of await agendaOf(office, summoned.meetingId))
      if (!treated && id !== itemId) await approve(office, id);
    const { meetingId } = summoned;
    const verifierIds = [office.viceChair.kind === 'person' ? office.viceChair.personId : ''];
    await office.done(setVerification, office.secretary, { meetingId, verifierIds, ...VERIFICATION });
    office.now = new Date('2026-02-20T11:00:00Z');
    await office.done(closeMeeting, office.secretary, { meetingId });
    setNow();
    const page = await secretary.get(`/sammantraden/${meetingId}/protokoll`);
    expect(page.$('.sam-missing li')).toHaveLength(1);
    expect(wordsIn(page, '.sam-missing')).toContain('talar om ett uppdrag, men inget är antecknat');
    expect(page.$('.sam-next form[action="/gor/sendToVerification"]')).toHaveLength(1);
  });

  it('is explained where assignments are listed, and followed when it has been recorded', async () => {
    for (const [show, title] of [
      ['', 'Inga pågående uppdrag'],
      ['?visa=mina', 'Du har inga pågående uppdrag'],
      ['?visa=alla', 'Inga uppdrag'],
    ] as const) {
      const list = await secretary.get(`/uppdrag${show}`);
      expect(wordsIn(list, '.sam-empty h2')).toBe(title);
      expect(wordsIn(list, '.sam-empty')).toContain('som bara nämns i beslutets text bevakas inte');
    }
    const minutes = await secretary.get(`/sammantraden/${summoned.meetingId}/protokoll`);
    const correct = await secretary.get(minutes.$('.sam-missing li a').attr('href') ?? '');
    const sent = await secretary.send(correct, 'form#correctRecord', {
      'assignments[0].text': 'Göra en behovsanalys.',
      'assignments[0].ownerPersonId': office.people.get('Staffan Ekblad') ?? '',
      'assignments[0].dueWords': 'hösten 2026',
    });
    expect([sent.status, sent.$('.sam-errors').text()]).toEqual([303, '']);
    expect(wordsIn(await secretary.get('/uppdrag'), 'tbody')).toContain('Göra en behovsanalys.');
    const after = await secretary.get(`/sammantraden/${summoned.meetingId}/protokoll`);
    expect(wordsIn(after, '.sam-missing')).not.toContain('talar om ett uppdrag');
  });
});

import { decideItem } from '../../../../src/commands/meetings/session/decide-item';
import { recordMotion } from '../../../../src/commands/meetings/session/motions';
import { heldMeeting } from '../../../support/builders/held-meeting';
import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import { seatOfPerson, type PlayedMeeting } from '../../../support/builders/session';
import type { Browser, Shown } from '../../support/browser';
import { signedInAs, wordsIn } from '../../support/signed-in';
import { serveApi, type ServedApi } from '../../support/test-api';

const PROPOSED = ['Beslut enligt förslaget.'];

describe('what the secretary did not note in the session, put right on the page for the record', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let held: PlayedMeeting;
  let secretary: Browser;
  let minutes: string;

  beforeAll(async () => {
    office = await meetingOffice({
      rules: { digitalVerification: true, digitalVerificationDecision: 'Regionfullmäktige 2024-11-25 § 98' },
    });
    const decide = (itemId: string, decision: object = {}) =>
      office.done(decideItem, office.secretary, {
        itemId,
        outcome: 'approved',
        points: PROPOSED,
        ...decision,
      });
    const move = async (itemId: string, kind: string, text: string) =>
      office.done(recordMotion, office.secretary, {
        itemId,
        seatId: await seatOfPerson(office, 'Patrik Öberg'),
        kind,
        text,
      });
    held = await heldMeeting(office, {
      talflöde: async (itemId) => {
        await move(itemId, 'approve', 'Bifall till förslaget.');
        await decide(itemId);
      },
      'ADL-fotpall': async (itemId) => {
        await move(itemId, 'reject', 'Förslaget avslås.');
        await decide(itemId);
      },
    });
    minutes = `/sammantraden/${held.meetingId}/protokoll`;
    office.now = new Date('2026-02-24T09:00:00Z');
    api = await serveApi(office.db, {}, office.now);
    secretary = await signedInAs(office, api, 'Annika Roos');
  }, 120_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const paragraph = async (word: string) => {
    const rows = await office.rows<{ id: string; number: number }>(
      "select id, number from paragraph where minutes_id = $1 and record->>'title' like $2",
      [held.minutesId, `%${word}%`],
    );
    return rows[0]!;
  };
  const correction = async (word: string): Promise<Shown> => {
    const { id } = await paragraph(word);
    return secretary.get(`${minutes}/${id}/ratta`);
  };
  /** What the page of the minutes says is missing in the paragraph. */
  const missing = async (word: string): Promise<string[]> => {
    const { id } = await paragraph(word);
    const page = await secretary.get(minutes);
    return page
      .$(`a[href="${minutes}/${id}/ratta"]`)
      .toArray()
      .map((link) => page.$(link).text().replace(/\s+/g, ' ').trim())
      .filter((words) => words.startsWith('§') || words.includes('i §'));
  };
  const sent = async (page: Shown, form: string, typed: Record<string, string> = {}) => {
    const answer = await secretary.send(page, form, typed);
    expect([form, answer.status, wordsIn(answer, '.sam-errors')]).toEqual([form, 303, '']);
  };

  it('asks for no order of propositions where the only motion is for approval (KL 5:66)', async () => {
    expect(await missing('talflöde')).toEqual([]);
    expect((await correction('talflöde')).$('#correctRecord-order')).toHaveLength(0);
  });

  it('lets the order of propositions be noted afterwards where it was forgotten', async () => {
    expect(await missing('ADL-fotpall')).toEqual([
      expect.stringContaining('fler än ett förslag men ingen propositionsordning'),
    ]);
    const page = await correction('ADL-fotpall');
    const words = page.$('#correctRecord-order input[type=text]').toArray();
    expect(words.map((field) => page.$(field).attr('value'))).toEqual([
      'Bifall till förslaget',
      'Bifall till Patrik Öbergs yrkande',
    ]);
    const refused = await secretary.send(page, '#correctRecord-order', {
      'propositions[0].words': 'Bifall till förslaget',
      'propositions[1].words': '',
    });
    expect(refused.status).toBe(400);
    expect(refused.$('#correctRecord textarea[name="points[0]"]').text().trim()).toBe(PROPOSED[0]);
    // Correcting something else notes no order by itself.
    await sent(page, '#correctRecord', { 'points[0]': 'Beslut enligt förslaget i tjänsteskrivelsen.' });
    expect(await missing('ADL-fotpall')).toHaveLength(1);
    await sent(await correction('ADL-fotpall'), '#correctRecord-order', { 'propositions[0].carried': '1' });
    expect(await missing('ADL-fotpall')).toEqual([]);
    expect((await correction('ADL-fotpall')).$('#correctRecord-order')).toHaveLength(0);
    const read = wordsIn(await secretary.get(minutes), 'article:contains("ADL-fotpall")');
    expect(read).toContain('Ordföranden finner att beslutet blir: Bifall till förslaget.');
  });
});

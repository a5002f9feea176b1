import { createAssignmentFollowUp } from '../../../../src/activities/assignments/assignment-follow-up';
import { decideItem } from '../../../../src/commands/meetings/session/decisions/decide-item';
import { recordMotion } from '../../../../src/commands/meetings/session/decisions/motions';
import { byHand } from '../../../support/builders/dispatch';
import { heldMeeting } from '../../../support/builders/held-meeting';
import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import { seatOfPerson, type PlayedMeeting } from '../../../support/builders/session';
import { presented } from '../../../support/builders/verification';
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
      Årsberättelse: (itemId) =>
        decide(itemId, { outcome: 'conditional', condition: { text: 'Tabell 3 rättas.' } }),
      upphandla: (itemId) => decide(itemId),
      'Uppdrag Verksamhetshjälpmedel': (itemId) =>
        decide(itemId, {
          assignments: [
            { ownerPersonId: office.people.get('Staffan Ekblad'), text: 'Göra en behovsanalys.' },
            {
              ownerPersonId: office.people.get('Staffan Ekblad'),
              text: 'Redovisa kostnaden.',
              dueDay: '2026-05-01',
            },
          ],
        }),
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

  const followed = async (word: string) => {
    const rows = await office.rows<{
      id: string;
      kind: string;
      state: string;
      text: string;
      due_words: string | null;
      due_day: string | null;
      woken: boolean;
    }>(
      `select id, kind, state, text, due_words, due_day::text,
         exists (select from wake w where w.kind = 'assignmentFollowUp' and w.row_id = a.id) as woken
       from assignment a where item_id = $1 order by id`,
      [held.item(word)],
    );
    return rows;
  };
  const follow = (id: string) => byHand(office, createAssignmentFollowUp(office.run), id);
  const open = (kind: string, id: string) =>
    office.rows<{ person_id: string | null }>(
      'select person_id from task where kind = $1 and subject_id = $2 and closed_at is null',
      [kind, id],
    );

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

  it('asks who completes a conditional decision and by when, and follows it once that is said (M-20)', async () => {
    expect(await missing('Årsberättelse')).toEqual([
      expect.stringContaining('villkorat beslut utan bevakning'),
    ]);
    const page = await correction('Årsberättelse');
    const without = await secretary.send(page, '#correctRecord', { 'completion.dueDay': '2026-03-06' });
    expect([without.status, wordsIn(without, '.sam-errors')]).toEqual([
      422,
      expect.stringContaining('saknar ansvarig'),
    ]);
    await sent(page, '#correctRecord', {
      'completion.ownerPersonId': office.people.get('Staffan Ekblad')!,
      'completion.dueDay': '2026-03-06',
    });
    expect(await missing('Årsberättelse')).toEqual([]);
    expect(wordsIn(await secretary.get(minutes), 'article:contains("Årsberättelse")')).toContain(
      'Villkor: Tabell 3 rättas. Ansvarig: Staffan Ekblad, senast fredag 6 mars 2026.',
    );
    const [row] = await followed('Årsberättelse');
    expect(row).toMatchObject({ kind: 'condition', state: 'open', due_day: '2026-03-06', woken: true });
  });

  it('follows what an outcome corrected to conditional waits for, with its words put right afterwards', async () => {
    await sent(await correction('upphandla'), '#correctRecord', {
      outcome: 'conditional',
      condition: 'Kostnaden beskrivs.',
      'completion.ownerPersonId': office.people.get('Staffan Ekblad')!,
      'completion.dueWords': 'maj 2026',
    });
    expect(await missing('upphandla')).toEqual([expect.stringContaining('saknar dag')]);
    await sent(await correction('upphandla'), '#correctRecord', {
      condition: 'Kostnaden för tre år beskrivs.',
      'completion.dueDay': '2026-05-08',
    });
    expect(await missing('upphandla')).toEqual([]);
    expect(await followed('upphandla')).toMatchObject([
      { text: 'Kostnaden för tre år beskrivs.', due_words: 'maj 2026', due_day: '2026-05-08', woken: true },
    ]);
  });

  it('takes an assignment that was never noted, puts it right, and drops one that was noted by mistake', async () => {
    const staffan = office.people.get('Staffan Ekblad')!;
    const helena = office.people.get('Helena Mårtens')!;
    const first = { 'assignments[0].text': 'Följa upp kostnaden.', 'assignments[0].ownerPersonId': staffan };
    await sent(await correction('talflöde'), '#correctRecord', {
      ...first,
      'assignments[0].dueWords': 'hösten 2026',
      'points[0]': 'Beslut enligt förslaget.',
    });
    const [added] = await followed('talflöde');
    expect(added).toMatchObject({ state: 'open', due_words: 'hösten 2026', due_day: null, woken: true });
    expect(await follow(added!.id).settle()).toEqual(['takeUp']);
    await sent(await correction('talflöde'), '#correctRecord', {
      'assignments[0].ownerPersonId': helena,
      'assignments[0].dueDay': '2026-03-10',
    });
    expect(await open('confirmDueDay', added!.id)).toEqual([]);
    expect(await follow(added!.id).settle()).toEqual(['remindOwner']);
    expect(await open('reportAssignment', added!.id)).toEqual([{ person_id: helena }]);
    await sent(await correction('talflöde'), '#correctRecord', { 'assignments[0].ownerPersonId': staffan });
    expect(await open('reportAssignment', added!.id)).toEqual([{ person_id: staffan }]);
    expect(wordsIn(await secretary.get(minutes), 'article:contains("talflöde")')).toContain(
      'Uppdrag: Följa upp kostnaden. Ansvarig: Staffan Ekblad',
    );
    await sent(await correction('talflöde'), '#correctRecord', { 'assignments[0].dueDay': '' });
    expect(await open('confirmDueDay', added!.id)).toHaveLength(1);
    expect(await follow(added!.id).settle()).toEqual([]);
    await sent(await correction('talflöde'), '#correctRecord', { 'assignments[0].removed': 'true' });
    expect(await followed('talflöde')).toMatchObject([{ state: 'closed' }]);
    expect(await follow(added!.id).read()).toMatchObject({ ended: true });
    expect(await open('confirmDueDay', added!.id)).toEqual([]);
    expect(wordsIn(await secretary.get(minutes), 'article:contains("talflöde")')).not.toContain('Följa upp');
  });

  it('has the day of an assignment once the secretary has confirmed one (M-13)', async () => {
    const word = 'Uppdrag Verksamhetshjälpmedel';
    const says = async () => wordsIn(await secretary.get(minutes), `article:contains("${word}")`);
    expect(await missing(word)).toEqual([expect.stringContaining('saknar dag för återrapport')]);
    const [unnamed, named] = await followed(word);
    const confirm = async (id: string, day: string) => {
      await follow(id).settle();
      await sent(await secretary.get(`/uppdrag/${id}`), '#confirmDueDay', { day });
    };
    await confirm(unnamed!.id, '2026-05-08');
    expect(await missing(word)).toEqual([]);
    expect(await says()).toContain(
      'Uppdrag: Göra en behovsanalys. Ansvarig: Staffan Ekblad, senast fredag 8 maj',
    );
    await confirm(unnamed!.id, '2026-05-15');
    expect(await says()).toContain(
      'Uppdrag: Göra en behovsanalys. Ansvarig: Staffan Ekblad, senast fredag 15 maj',
    );
    // What the body itself decided is not rewritten when the follow-up moves it.
    await confirm(named!.id, '2026-06-01');
    expect(await says()).toContain('Redovisa kostnaden. Ansvarig: Staffan Ekblad, senast fredag 1 maj 2026.');
  });

  it('is left as it is by a day that is moved while the text is out for signing (M-10)', async () => {
    const recorded = () =>
      office.rows('select record_hash, version from paragraph where minutes_id = $1 order by number', [
        held.minutesId,
      ]);
    await presented(office, held.minutesId);
    const before = await recorded();
    const [unnamed] = await followed('Uppdrag Verksamhetshjälpmedel');
    await sent(await secretary.get(`/uppdrag/${unnamed!.id}`), '#confirmDueDay', { day: '2026-05-22' });
    expect(await recorded()).toEqual(before);
  });
});

import { randomUUID } from 'node:crypto';
import { addItem } from '../../../src/commands/meetings/agenda/add-item';
import { meetingOffice, type MeetingOffice } from '../../support/builders/meetings';
import { seatOfPerson, summonedMeeting, type SummonedMeeting } from '../../support/builders/session';
import type { Browser, Shown } from '../support/browser';
import { serveApi, type ServedApi } from '../support/test-api';

describe('the session view, by plain forms', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let summoned: SummonedMeeting;
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    office = await meetingOffice();
    summoned = await summonedMeeting(office);
    api = await serveApi(office.db, {}, new Date('2026-02-20T08:00:00Z'));
    address = `/sammantraden/${summoned.meetingId}/motet`;
    browser = await signedIn('Annika Roos');
  }, 60_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const signedIn = async (name: string): Promise<Browser> => {
    const personId = office.people.get(name);
    await office.rows(
      `insert into account (id, person_id, state) values ($1, $2, 'active') on conflict (person_id) do nothing`,
      [randomUUID(), personId],
    );
    const visitor = api.visitor();
    expect((await visitor.json('/api/session', 'POST', { personId })).status).toBe(200);
    return visitor;
  };
  const page = () => browser.get(address);
  /** Sends a form of the page and gives the page that it leads to. */
  const send = async (form: string, typed: Record<string, string> = {}): Promise<Shown> => {
    const sent = await browser.send(await page(), form, typed);
    expect([form, sent.status, sent.$('.sam-errors').text()]).toEqual([form, 303, '']);
    return page();
  };
  const words = (shown: Shown, of: string) => shown.$(of).text().replace(/\s+/g, ' ').trim();

  it('opens the meeting with one button', async () => {
    const before = await page();
    expect(before.status).toBe(200);
    expect(words(before, '.sam-next')).toContain('Öppna sammanträdet');
    const opened = await send('form[action="/gor/openMeeting"]');
    expect(words(opened, '.sam-next')).toContain('Förrätta upprop');
  });

  it('takes the roll call of thirty in one form, members presumed present', async () => {
    const before = await page();
    expect(before.$('#upprop input[type=radio][value=room][checked]')).toHaveLength(15);
    const after = await send('#upprop');
    expect(words(after, '.sam-session__bar')).toContain('15 tjänstgör, 8 krävs');
    expect(words(after, '.sam-session__bar')).toContain('Beslutför');
  });

  it('takes the first item and decides it as proposed with two buttons', async () => {
    const taken = await send('.sam-next form');
    expect(words(taken, '#punkt-rubrik')).toContain('Fastställande av föredragningslista');
    const decided = await send('#beslut form[action="/gor/decideItem"]');
    expect(words(decided, '.sam-decision')).toContain('Den preliminära föredragningslistan fastställs.');
    expect(words(decided, '.sam-item-now')).toContain('Ta upp punkt 2');
  });

  it('notes who goes, and the quorum follows', async () => {
    const shown = await page();
    const row = shown
      .$('.sam-seats tr')
      .filter((_index, each) => shown.$(each).text().includes('Samuel Lindh'));
    const form = row.find('form[action="/gor/recordPresence"]').last();
    form.attr('id', 'gar');
    const sent = await browser.send(shown, '#gar');
    expect(sent.status).toBe(303);
    expect(words(await page(), '.sam-session__bar')).toContain('14 tjänstgör, 8 krävs');
  });

  it('lists a sub-item that is to be decided below its item, and takes it up once the item has been', async () => {
    office.now = new Date('2026-02-20T08:00:00Z');
    const { itemId } = await office.done(addItem, office.secretary, {
      meetingId: summoned.meetingId,
      parentId: summoned.item('Muntlig information'),
      kind: 'decision',
      title: 'Samråd om fastmonterade hjälpmedel',
      points: ['Nämnden ställer sig bakom texten.'],
    });
    const take = `form:has(input[name=itemId][value="${itemId}"])`;
    const before = await page();
    expect(words(before, '.sam-session__agenda li[data-sub]')).toContain('5.1 Samråd om fastmonterade');
    expect(before.$(`.sam-session__agenda ${take}`)).toHaveLength(0);
    const parent = summoned.item('Muntlig information');
    await send(`.sam-session__agenda form:has(input[name=itemId][value="${parent}"])`);
    const taken = await send(`.sam-session__agenda ${take}`);
    expect(words(taken, '#punkt-rubrik')).toContain('Punkt 5.1. Samråd om fastmonterade hjälpmedel');
    const decided = await send('#beslut form[action="/gor/decideItem"]');
    expect(words(decided, '.sam-decision')).toContain('Nämnden ställer sig bakom texten.');
  });

  it('offers those who are called to a part of the item together with the item', async () => {
    const parent = summoned.item('Muntlig information');
    const called = [{ personId: office.people.get('Amra Begić'), name: 'Amra Begić' }];
    await office.rows('update agenda_item set presenters = $2::jsonb where parent_id = $1', [
      parent,
      JSON.stringify(called),
    ]);
    await send(`.sam-session__agenda form:has(input[name=itemId][value="${parent}"])`);
    const offer = 'form[action="/gor/recordAttendee"]:has(input[name=personId])';
    expect(words(await page(), offer)).toMatch(/^Anteckna Amra Begić, .+, vid punkt 5$/u);
    const recorded = await send(offer);
    expect(recorded.$(offer)).toHaveLength(0);
  });

  it('offers whoever the summons calls to the item as present, once, with name and title as they stand', async () => {
    const itemId = summoned.item('talflöde');
    const called = [{ personId: office.people.get('Helena Mårtens'), name: 'Helena Mårtens' }];
    await office.rows('update agenda_item set presenters = $2::jsonb where id = $1', [
      itemId,
      JSON.stringify(called),
    ]);
    await send(`form:has(input[name=itemId][value="${itemId}"])`);
    const offer = 'form[action="/gor/recordAttendee"]:has(input[name=personId])';
    expect(words(await page(), offer)).toMatch(/^Anteckna Helena Mårtens, .+, vid punkt \d+$/u);
    const recorded = await send(offer);
    expect(words(recorded, '.sam-sides')).toContain('Helena Mårtens, ');
    expect(recorded.$(offer)).toHaveLength(0);
  });

  it('shows the page again with what was typed and the rule when a decision is refused', async () => {
    const refused = await browser.send(await page(), '#decideItem', {
      outcome: 'referredBack',
      reason: '',
      'points[0]': 'Egen formulering.',
    });
    expect(refused.status).toBe(422);
    expect(words(refused, '.sam-errors')).toMatch(/skäl/iu);
    expect(refused.$('#decideItem textarea').first().text()).toContain('Egen formulering.');
  });

  it('records a motion, the propositions, the whole roll call of a vote and its result', async () => {
    const mover = await seatOfPerson(office, 'Patrik Öberg');
    const moved = await send('#recordMotion', {
      seatId: mover,
      kind: 'reject',
      text: 'Avslag på förslaget.',
    });
    expect(words(moved, '.sam-lines')).toContain('Patrik Öberg (S): Avslag på förslaget.');
    expect(words(moved, '.sam-next')).toContain('Ange propositionsordningen i punkt ');
    const ordered = await send('#setPropositions');
    expect(words(ordered, '.sam-next')).toContain('Avgör punkt ');
    const open = await send('#openVote');
    // Whoever presides answers last.
    expect(open.$('[data-vote-row]').last().text()).toContain('Karin Ask');
    const rows = open.$('[data-vote-row]').length;
    expect(rows).toBe(14);
    expect(words(open, '.sam-next')).toContain('Anteckna rösterna vid namnuppropet.');
    const ballots = Object.fromEntries(
      Array.from({ length: rows }, (_row, index) => [`ballots[${index}].choice`, index < 8 ? 'yes' : 'no']),
    );
    const cast = await send('#castBallots', ballots);
    expect(words(cast, '.sam-next')).toContain('Avsluta voteringen så räknas de.');
    const corrected = await send('#correctBallots', { ...ballots, 'ballots[8].choice': 'yes' });
    expect(words(corrected, '.sam-item-now')).toContain('Antecknat hittills: 9 ja, 5 nej');
    expect(words(corrected, '.sam-item-now')).toMatch(/svarade Nej, rättat till Ja\./);
    await send('#correctBallots', ballots);
    const closed = await send('form[action="/gor/closeVote"]');
    expect(words(closed, '.sam-item-now')).toContain('8 ja, 6 nej, 0 avstår. Ja vinner');
    expect(words(closed, '.sam-item-now')).toMatch(/svarade Ja, rättat till Nej\./);
  });

  it('takes a reservation once the item is decided', async () => {
    const seat = await seatOfPerson(office, 'Patrik Öberg');
    await send('#beslut form[action="/gor/decideItem"]');
    const after = await send('#announceReservation', { seatId: seat });
    expect(words(after, '.sam-item-now')).toContain('Reservation: Patrik Öberg');
    const without = await send('form[action="/gor/withdrawReservation"]');
    expect(words(without, '.sam-item-now')).not.toContain('Reservation: Patrik Öberg');
    await send('#announceReservation', { seatId: seat });
  });

  it('takes the day of an assignment where the body named one (M-7)', async () => {
    const changed = await send('#changeDecision', {
      'assignments[0].text': 'Redovisa kostnaden.',
      'assignments[0].ownerPersonId': office.people.get('Staffan Ekblad')!,
      'assignments[0].dueDay': '2026-05-01',
    });
    expect(words(changed, '#beslut')).toContain('Staffan Ekblad: Redovisa kostnaden. (fredag 1 maj 2026)');
    expect(changed.$('#changeDecision input[name="assignments[0].dueDay"]').val()).toBe('2026-05-01');
  });

  it('needs the outcome and its reason alone to record that nothing of the proposal was granted (KL 5:66)', async () => {
    const pointsOf = () =>
      office.rows<{ text: string }>(
        `select p.text from decision_point p join decision d on d.id = p.decision_id
         where d.item_id = $1 order by p.number`,
        [summoned.item('talflöde')],
      );
    const proposed = await pointsOf();
    expect(proposed).toHaveLength(3);
    const reason = 'Kostnaden ska beskrivas.';
    const changed = await send('#changeDecision', { outcome: 'referredBack', reason });
    expect(await pointsOf()).toEqual([]);
    expect(words(changed, '#beslut .sam-decision')).toBe('Återremiss');
    expect(words(changed, '#beslut')).toContain(`Skäl: ${reason}`);
    const again = await send('#changeDecision');
    expect(words(again, '#beslut .sam-decision')).toBe('Återremiss');
    const own = await browser.send(again, '#changeDecision', { 'points[0]': 'Kostnaden redovisas i maj.' });
    expect(own.status).toBe(422);
    expect(words(own, '.sam-errors')).toContain('Ta bort beslutspunkterna. Skriv varför under Skäl');
    expect(own.$('#changeDecision textarea').first().text()).toContain('Kostnaden redovisas i maj.');
    await send('#changeDecision', { outcome: 'approved', reason: '' });
    expect(await pointsOf()).toEqual(proposed);
  });

  it('does an act once though it is sent twice with the same key', async () => {
    const shown = await page();
    const key = randomUUID();
    const typed = { minutes: '10', _key: key };
    expect((await browser.send(shown, '#adjourn', typed)).status).toBe(303);
    expect((await browser.send(shown, '#adjourn', typed)).status).toBe(303);
    expect(await office.rows('select minutes from adjournment')).toEqual([{ minutes: 10 }]);
  });

  it('names those who were called and are not recorded as there, before the meeting is closed (M-6)', async () => {
    const next = '.sam-next form[action="/gor/takeItem"]';
    const decide = '#beslut form[action="/gor/decideItem"]';
    for (let shown = await page(); ; shown = await page()) {
      const form = [decide, next].find((each) => shown.$(each).length > 0);
      if (form === undefined) break;
      await send(form);
    }
    await send('#setVerification');
    // The secretary writes the minutes, and is in them.
    await office.rows(
      `update agenda_item set presenters = presenters || jsonb_build_array(jsonb_build_object('personId', p.id, 'name', p.name))
       from person p where p.name = 'Annika Roos' and meeting_id = $1`,
      [summoned.meetingId],
    );
    const recorded = words(await page(), '.sam-next');
    expect(recorded).toContain('Avsluta sammanträdet');
    expect(recorded).not.toContain('inte är antecknade');
    const gone = await office.rows<{ name: string }>(
      'delete from attendee where person_id is not null returning name',
    );
    expect(gone.length).toBeGreaterThan(0);
    const step = words(await page(), '.sam-next');
    expect(step).toContain('Kallade som inte är antecknade som närvarande: ');
    for (const { name } of gone) expect(step).toContain(`${name} (punkt `);
  });

  it('is not for members', async () => {
    const member = await signedIn('Samuel Lindh');
    expect((await member.get(address)).status).toBe(403);
  });
});

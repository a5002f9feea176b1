import { planMeetings } from '../../../../src/commands/meetings/plan/plan-meetings';
import { agendaOf, meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import type { Browser } from '../../support/browser';
import { signedInAs, wordsIn } from '../../support/signed-in';
import { serveApi, type ServedApi } from '../../support/test-api';

describe('the template of the agenda, by plain forms (M-3)', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let secretary: Browser;
  let template: string;
  beforeAll(async () => {
    office = await meetingOffice();
    api = await serveApi(office.db, {}, new Date('2025-11-24T09:00:00Z'));
    secretary = await signedInAs(office, api, 'Annika Roos');
    template = `/sammantradesplan/${office.body}/mall`;
  }, 60_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const titles = async (part: 'first' | 'last') => {
    const shown = await secretary.get(template);
    return shown
      .$(`section[aria-labelledby=${part}-rubrik] .sam-order__what a`)
      .toArray()
      .map((link) => shown.$(link).text());
  };

  /** The order as it stands on the page, one value for each item. */
  const ordered = (shown: Awaited<ReturnType<Browser['get']>>, list: string) => {
    const values = (name: string) =>
      shown
        .$(`${list} input[name=${name}]`)
        .toArray()
        .map((field) => String(shown.$(field).val()));
    return { item: values('item'), position: values('position') };
  };

  it('begins as the shipped one, found from the year plan', async () => {
    const plan = await secretary.get(`/sammantradesplan/${office.body}`);
    expect(plan.$(`a[href="${template}"]`).text()).toBe('Mall för föredragningslistan');
    expect(wordsIn(await secretary.get(template), 'main')).toContain('Medföljande mall');
    expect(await titles('first')).toEqual([
      'Fastställande av föredragningslista',
      'Föregående protokoll',
      'Justering',
      'Nästa sammanträde',
      'Muntlig information',
    ]);
  });

  it('gets a new item, which is moved by its button and by a position', async () => {
    const added = await secretary.send(await secretary.get(`${template}/ny`), 'form#setTemplateItem', {
      title: 'Upprop',
      kind: 'formality',
      placement: 'first',
      'proposal[0]': 'Uppropet godkänns.',
    });
    expect([added.status, added.location]).toEqual([303, template]);
    expect((await titles('first')).at(-1)).toBe('Upprop');
    const shown = await secretary.get(template);
    const list = 'section[aria-labelledby=first-rubrik] form';
    const up = shown.$(`${list} button[aria-label*="Upprop"]`).first().val();
    await secretary.send(shown, list, { ...ordered(shown, list), move: String(up) });
    expect((await titles('first')).slice(-2)).toEqual(['Upprop', 'Muntlig information']);
    const again = await secretary.get(template);
    const { item, position } = ordered(again, list);
    await secretary.send(again, list, {
      item,
      position: position.map((at, index) => (index === 4 ? '1' : at)),
    });
    expect((await titles('first'))[0]).toBe('Upprop');
    expect(wordsIn(await secretary.get(template), 'main')).toContain('Nämndens egen mall');
  });

  it('keeps what was typed when someone else has saved, and shows how the item is now', async () => {
    const mine = await secretary.get(`${template}/other`);
    const theirs = await secretary.get(`${template}/other`);
    await secretary.send(theirs, 'form#setTemplateItem', { title: 'Övrigt' });
    const stale = await secretary.send(mine, 'form#setTemplateItem', { title: 'Frågor' });
    expect(stale.status).toBe(409);
    expect(stale.$('input[name=title]').val()).toBe('Frågor');
    expect(wordsIn(stale, 'main')).toContain('Så här står punkten nu: Övrigt');
    const kept = await secretary.send(stale, 'form#setTemplateItem', {});
    expect(kept.status).toBe(303);
    expect(await titles('last')).toContain('Frågor');
  });

  it('refuses a fact that no meeting knows, in words', async () => {
    const refused = await secretary.send(await secretary.get(`${template}/agenda`), 'form#setTemplateItem', {
      'proposal[0]': 'Listan fastställs kl. {klockan}.',
    });
    expect(refused.status).toBe(422);
    expect(wordsIn(refused, '.sam-errors')).toContain('{klockan}');
    expect(refused.$('input[name="proposal[0]"]').val()).toBe('Listan fastställs kl. {klockan}.');
  });

  it('loses an item, and is what the next planned meeting begins from', async () => {
    const removed = await secretary.send(
      await secretary.get(`${template}/oralInformation`),
      'form#removeTemplateItem',
      {},
    );
    expect([removed.status, removed.location]).toEqual([303, template]);
    expect(await titles('first')).not.toContain('Muntlig information');
    expect((await secretary.get(`${template}/oralInformation`)).status).toBe(404);
    const { meetings } = await office.done(planMeetings, office.secretary, {
      bodyId: office.body,
      year: 2026,
      days: ['2026-03-20'],
      startTime: '09:00',
      endTime: '12:00',
      place: 'Gripen',
    });
    const agenda = await agendaOf(office, meetings[0]!.meetingId);
    expect(agenda[0]).toMatchObject({ title: 'Upprop', points: ['Uppropet godkänns.'] });
    expect(agenda.map(({ title }) => title)).not.toContain('Muntlig information');
  });

  it('is the secretary’s alone', async () => {
    const member = await signedInAs(office, api, 'Samuel Lindh');
    expect((await member.get(template)).status).toBe(403);
    const other = await signedInAs(office, api, 'Björn Tallmo');
    expect((await other.get(template)).status).toBe(403);
  });
});

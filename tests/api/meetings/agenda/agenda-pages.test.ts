import { attachDocument } from '../../../../src/commands/meetings/agenda/item-documents';
import { addItem } from '../../../../src/commands/meetings/agenda/add-item';
import {
  agendaOf,
  appendixRow,
  meetingOffice,
  openMatterRow,
  plannedMeeting,
  type MeetingOffice,
} from '../../../support/builders/meetings';
import type { Browser } from '../../support/browser';
import { signedInAs, wordsIn } from '../../support/signed-in';
import { serveApi, type ServedApi } from '../../support/test-api';

describe('the agenda, by plain forms (M-3)', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let secretary: Browser;
  let chair: Browser;
  let meetingId: string;
  let agenda: string;
  beforeAll(async () => {
    office = await meetingOffice();
    meetingId = await plannedMeeting(office);
    await openMatterRow(office, 4, 'Talflödeshjälpmedel');
    api = await serveApi(office.db, {}, new Date('2026-01-20T09:00:00Z'));
    secretary = await signedInAs(office, api, 'Annika Roos');
    chair = await signedInAs(office, api, 'Karin Ask');
    agenda = `/sammantraden/${meetingId}/foredragningslista`;
  }, 60_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  it('says where the meeting stands, what comes next and what is missing', async () => {
    const overview = await secretary.get(`/sammantraden/${meetingId}`);
    expect(wordsIn(overview, 'h1')).toBe('Sammanträde fredag 20 februari 2026');
    expect(wordsIn(overview, '.sam-next')).toContain('Bygg föredragningslistan');
    expect(wordsIn(overview, '.sam-next')).toContain('fredag 30 januari 2026');
    expect(overview.$('.sam-stepper [aria-current=step]').text()).toContain('Föredragningslista');
  });

  it('adds an item of one’s own, with its matter, points and presenter', async () => {
    const matter = (await office.rows<{ id: string }>('select id from matter'))[0]!.id;
    const shown = await secretary.get(`${agenda}/ny`);
    const sent = await secretary.send(shown, 'form#addItem', {
      title: 'Förslag borttagande av talflödeshjälpmedel',
      kind: 'decision',
      matterId: matter,
      'points[0]': 'Talflödeshjälpmedel tas bort.',
      'points[1]': 'Beslutet gäller från och med 2026-03-01.',
      'presenters[0].personId': office.people.get('Helena Mårtens') ?? '',
      recipientIds: office.recipients[0] ?? '',
    });
    expect([sent.status, sent.location]).toEqual([303, agenda]);
    const item = (await agendaOf(office, meetingId)).find(
      ({ registryNumber }) => registryNumber === 'HMC260004',
    );
    expect(item).toMatchObject({
      points: ['Talflödeshjälpmedel tas bort.', 'Beslutet gäller från och med 2026-03-01.'],
      presenters: [{ name: 'Helena Mårtens' }],
    });
    expect(wordsIn(await secretary.get(agenda), '.sam-missing')).toContain('saknar beslutsunderlag');
  });

  it('loses nothing that was typed when an item is refused', async () => {
    const shown = await secretary.get(`${agenda}/ny`);
    const refused = await secretary.send(shown, 'form#addItem', {
      title: 'Ett ärende om någon',
      kind: 'decision',
      exerciseOfAuthority: 'true',
      'points[0]': 'Ansökan avslås.',
      summary: 'Kort om ärendet.',
    });
    expect(refused.status).toBe(422);
    expect(wordsIn(refused, '.sam-errors')).toContain('stängda dörrar');
    expect(refused.$('[name="points[0]"]').val()).toBe('Ansökan avslås.');
    expect(refused.$('[name=summary]').text()).toContain('Kort om ärendet.');
    expect(refused.$('[name=exerciseOfAuthority]').attr('checked')).toBeDefined();
  });

  it('moves an item with one button, and refuses an order made from another list', async () => {
    const shown = await secretary.get(agenda);
    const otherWindow = await secretary.get(agenda);
    const first = (await agendaOf(office, meetingId))[0]!;
    const order = 'section[aria-labelledby=punkter-rubrik] form.sam-order';
    expect((await secretary.send(shown, order, { move: `down:${first.id}` })).status).toBe(303);
    expect((await agendaOf(office, meetingId))[1]?.id).toBe(first.id);
    // A double click moves once.
    expect((await secretary.send(shown, order, { move: `down:${first.id}` })).status).toBe(303);
    expect((await agendaOf(office, meetingId))[1]?.id).toBe(first.id);
    const again = await secretary.send(otherWindow, order, { move: `down:${first.id}` });
    expect(again.status).toBe(409);
    expect(wordsIn(again, '.sam-errors')).not.toBe('');
  });

  it('shows both texts when somebody else has changed the item meanwhile', async () => {
    const item = (await agendaOf(office, meetingId)).find(({ registryNumber }) => registryNumber !== null)!;
    const address = `/sammantraden/${meetingId}/punkter/${item.id}`;
    const mine = await secretary.get(address);
    expect(
      (await secretary.send(await secretary.get(address), 'form#changeItem', { title: 'Hennes rubrik' }))
        .status,
    ).toBe(303);
    const late = await secretary.send(mine, 'form#changeItem', { title: 'Min rubrik' });
    expect(late.status).toBe(409);
    expect(late.$('[name=title]').val()).toBe('Min rubrik');
    expect(wordsIn(late, 'main')).toContain('Någon annan har ändrat punkten');
  });

  it('lets the chair read the papers before there is a summons, and no member yet', async () => {
    const item = (await agendaOf(office, meetingId)).find(({ registryNumber }) => registryNumber !== null)!;
    const documentId = await appendixRow(office, 'Kostnadsunderlag');
    await office.done(attachDocument, office.secretary, { itemId: item.id, documentId });
    const approval = await chair.get(`/sammantraden/${meetingId}/godkannande`);
    const link = approval.$(`#punkt-${item.id} a`).attr('href') ?? '';
    const paper = await chair.raw(link);
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const member = await signedInAs(office, api, 'Samuel Lindh');
    expect((await member.raw(link)).status).toBe(403);
  });

  it('comes back from the chair with words that the secretary reads beside the list', async () => {
    await secretary.send(await secretary.get(agenda), 'form[action="/gor/askForApproval"]');
    const approval = await chair.get(`/sammantraden/${meetingId}/godkannande`);
    const silent = await chair.send(approval, 'form#returnAgenda', { words: '' });
    expect(silent.status).toBe(400);
    const words = 'Punkt 4 hör till nästa sammanträde.';
    expect((await chair.send(silent, 'form#returnAgenda', { words })).status).toBe(303);
    expect((await chair.get(`/sammantraden/${meetingId}/godkannande`)).$('form#returnAgenda')).toHaveLength(
      0,
    );
    expect(wordsIn(await secretary.get('/'), 'main')).toContain('lämnat tillbaka föredragningslistan');
    expect(wordsIn(await secretary.get(`/sammantraden/${meetingId}`), '.sam-next')).toContain(
      'Ändra listan efter synpunkterna',
    );
    const shown = await secretary.get(agenda);
    expect(wordsIn(shown, '.sam-words')).toBe(words);
    const member = await signedInAs(office, api, 'Samuel Lindh');
    const page = await member.get(`/sammantraden/${meetingId}/godkannande`);
    expect(wordsIn(page, 'main')).not.toContain(words);
    await secretary.send(shown, 'form[action="/gor/askForApproval"]');
    expect(wordsIn(await chair.get(`/sammantraden/${meetingId}/godkannande`), '.sam-timeline')).toContain(
      words,
    );
    await chair.send(await chair.get(`/sammantraden/${meetingId}/godkannande`), 'form#returnAgenda', {
      words: 'Nästan.',
    });
  });

  it('hands the list to the chair, who approves just what stands there', async () => {
    const shown = await secretary.get(agenda);
    expect((await secretary.send(shown, 'form[action="/gor/askForApproval"]')).status).toBe(303);
    expect(wordsIn(await chair.get('/'), 'main')).toContain('Godkänn föredragningslistan');
    const approval = await chair.get(`/sammantraden/${meetingId}/godkannande`);
    expect(wordsIn(approval, '.sam-next')).toContain('Godkänn som version A');
    expect((await chair.send(approval, 'form[action="/gor/approveAgenda"]')).status).toBe(303);
    const after = await chair.get(`/sammantraden/${meetingId}/godkannande`);
    expect(wordsIn(after, '.sam-next__blocked')).toContain('Inget har ändrats sedan version A');
    expect(wordsIn(after, '.sam-timeline')).toContain('Karin Ask');
    expect((await secretary.get(agenda)).$('.sam-words')).toHaveLength(0);
    const reader = await signedInAs(office, api, 'Samuel Lindh');
    expect((await reader.get(agenda)).status).toBe(403);
  });

  it('withdraws an item with a reason that the page then shows', async () => {
    const item = (await agendaOf(office, meetingId)).find(({ registryNumber }) => registryNumber !== null)!;
    const address = `/sammantraden/${meetingId}/punkter/${item.id}/utga`;
    const without = await secretary.send(await secretary.get(address), 'form#withdrawItem', { reason: '' });
    expect(without.status).toBe(400);
    expect(
      (await secretary.send(without, 'form#withdrawItem', { reason: 'Underlaget är inte klart.' })).status,
    ).toBe(303);
    expect(wordsIn(await secretary.get(agenda), 'main')).toContain('Underlaget är inte klart.');
    const approval = await chair.get(`/sammantraden/${meetingId}/godkannande`);
    expect(wordsIn(approval, '.sam-notice')).toContain('har utgått');
  });

  it('removes an item that no approved agenda holds, and offers it for no other', async () => {
    const last = (await agendaOf(office, meetingId)).at(-1)!;
    const approvedItem = `/sammantraden/${meetingId}/punkter/${last.id}`;
    expect((await secretary.get(approvedItem)).$('a[href$="/ta-bort"]')).toHaveLength(0);
    await office.done(addItem, office.secretary, {
      meetingId,
      kind: 'information',
      title: 'Fel sammanträde',
    });
    const added = (await agendaOf(office, meetingId)).find(({ title }) => title === 'Fel sammanträde')!;
    const shown = await secretary.get(`/sammantraden/${meetingId}/punkter/${added.id}/ta-bort`);
    expect(wordsIn(shown, '.sam-notice')).toContain('Det går inte att ångra');
    expect((await secretary.send(shown, 'form#removeItem')).status).toBe(303);
    expect(wordsIn(await secretary.get(agenda), 'main')).not.toContain('Fel sammanträde');
  });
});

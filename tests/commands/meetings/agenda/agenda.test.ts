import { randomUUID } from 'node:crypto';
import { addItem } from '../../../../src/commands/meetings/agenda/add-item';
import { approveAgenda } from '../../../../src/commands/meetings/agenda/approve-agenda';
import { carryOnItem } from '../../../../src/commands/meetings/agenda/carry-on-item';
import { askForApproval } from '../../../../src/commands/meetings/agenda/ask-for-approval';
import { returnAgenda } from '../../../../src/commands/meetings/agenda/return-agenda';
import { changeItem } from '../../../../src/commands/meetings/agenda/change-item';
import {
  attachDocument,
  detachDocument,
  moveDocument,
} from '../../../../src/commands/meetings/agenda/item-documents';
import { moveItem } from '../../../../src/commands/meetings/agenda/move-item';
import { removeItem } from '../../../../src/commands/meetings/agenda/remove-item';
import { declareRecusal, withdrawRecusal } from '../../../../src/commands/meetings/before/recusal';
import { saveOrder } from '../../../../src/commands/meetings/agenda/save-order';
import { withdrawItem } from '../../../../src/commands/meetings/agenda/withdraw-item';
import { stateActor } from '../../../../src/commands/runner/transaction';
import { asDay } from '../../../../src/domain/time/day';
import type { AgendaItemView } from '../../../../src/store/queries/meetings/agenda/agenda-items';
import { agendaStamp } from '../../../../src/store/queries/meetings/agenda/agenda-snapshot';
import {
  agendaOf,
  appendixRow,
  approved,
  meetingOffice,
  openMatterRow,
  plannedMeeting,
  stampOf,
  type MeetingOffice,
} from '../../../support/builders/meetings';
import { fromTheSamePoint } from '../../../support/builders/same-point';

/** What a change of the item is told: everything but where it stands. */
const withoutMeeting = <Content extends { meetingId: string }>(
  content: Content,
): Omit<Content, 'meetingId'> => {
  const { meetingId, ...rest } = content;
  expect(meetingId).not.toBe('');
  return rest;
};

describe('building the agenda (M-3)', () => {
  let office: MeetingOffice;
  let meetingId: string;
  fromTheSamePoint(async () => {
    office = await meetingOffice();
    meetingId = await plannedMeeting(office);
    office.now = new Date('2026-01-20T09:00:00Z');
    return office;
  });

  const speech = () => ({
    meetingId,
    kind: 'decision',
    title: 'Förslag borttagande av talflödeshjälpmedel',
    points: [
      'Talflödeshjälpmedel tas bort som förskrivningsbart hjälpmedel.',
      'Beslutet gäller från och med 2026-03-01.',
    ],
    recipientIds: office.recipients,
    presenters: [{ personId: office.people.get('Helena Mårtens'), name: 'Helena Mårtens' }],
    summary: 'Sammanlagt har 18 patienter fått hjälpmedlet förskrivet.',
  });
  const add = async (extra: object = {}) =>
    (await office.done(addItem, office.secretary, { ...speech(), ...extra })).itemId;
  const titles = async () =>
    (await agendaOf(office, meetingId)).map(({ label, title }) => `${label} ${title}`);
  const item = async (id: string) => (await agendaOf(office, meetingId)).find((each) => each.id === id);

  it('puts a matter before the formal items that end the agenda, with its points, recipients and texts', async () => {
    const matterId = await openMatterRow(office, 4, 'Talflödeshjälpmedel');
    const id = await add({ matterId });
    expect((await titles()).slice(5, 8)).toEqual([
      '6 Årsredovisning',
      '7 Förslag borttagande av talflödeshjälpmedel',
      '8 Redovisning av delegeringsbeslut',
    ]);
    expect(await item(id)).toMatchObject({
      registryNumber: 'HMC260004',
      points: speech().points,
      summary: speech().summary,
      late: false,
      recipients: expect.arrayContaining(['Region Västerdals myndighetsbrevlåda']) as unknown,
    });
  });

  it('marks an item that comes after the submission deadline as late, but not a formality', async () => {
    office.now = new Date('2026-01-30T11:00:01Z');
    expect((await office.done(addItem, office.secretary, speech())).late).toBe(true);
    const formality = { meetingId, kind: 'formality', title: 'Avtackning' };
    expect((await office.done(addItem, office.secretary, formality)).late).toBe(false);
  });

  it('moves items by buttons, by position and by a whole order', async () => {
    const id = await add({ position: 1 });
    await office.done(moveItem, office.secretary, { itemId: id, to: 'down' });
    expect((await titles())[1]).toBe('2 Förslag borttagande av talflödeshjälpmedel');
    await office.done(moveItem, office.secretary, { itemId: id, to: 5 });
    expect((await titles())[4]).toBe('5 Förslag borttagande av talflödeshjälpmedel');
    expect(await office.refusedAs(moveItem, office.secretary, { itemId: id, to: 99 })).toBe(
      'position-outside-agenda',
    );

    const form = async (typed: (each: AgendaItemView, place: number) => number) => {
      const items = await agendaOf(office, meetingId);
      return {
        meetingId,
        version: agendaStamp(items),
        item: items.map((each) => each.id),
        position: items.map((each, index) => typed(each, index + 1)),
      };
    };
    const order = await form((each, place) => (each.id === id ? 1 : place));
    await office.done(saveOrder, office.secretary, order);
    expect((await titles()).slice(0, 2)).toEqual([
      '1 Förslag borttagande av talflödeshjälpmedel',
      '2 Fastställande av föredragningslista',
    ]);
    expect(await office.refusedAs(saveOrder, office.secretary, order)).toBe('stale-version');
    const pressed = { ...(await form((_each, place) => place)), move: `down:${id}` };
    await office.done(saveOrder, office.secretary, pressed);
    expect((await titles())[1]).toBe('2 Förslag borttagande av talflödeshjälpmedel');
  });

  it('keeps two people from overwriting each other at one item', async () => {
    const id = await add();
    const content = withoutMeeting(speech());
    const form = { ...content, itemId: id, version: 1, title: 'Nytt namn', points: ['En enda punkt.'] };
    expect((await office.done(changeItem, office.secretary, form)).version).toBe(2);
    expect(await item(id)).toMatchObject({ title: 'Nytt namn', points: ['En enda punkt.'], version: 2 });
    expect(await office.refusedAs(changeItem, office.secretary, form)).toBe('stale-version');
    const revisions = await office.rows(`select 1 from text_revision`);
    expect(revisions.length).toBeGreaterThan(0);
  });

  it.each([
    ['item-must-be-closed', { exerciseOfAuthority: true }],
    ['closed-item-without-public-title', { closed: true }],
    ['not-found', { recipientIds: ['0192d8a0-0000-7000-8000-000000000001'] }],
    ['input-invalid', { title: ' ' }],
  ])('refuses what may not stand at an item: %s', async (code, extra) => {
    expect(await office.refusedAs(addItem, office.secretary, { ...speech(), ...extra })).toBe(code);
  });

  it('orders the documents of an item, and closes them with it', async () => {
    const id = await add();
    const [first, second] = [
      await appendixRow(office, 'Tjänsteskrivelse'),
      await appendixRow(office, 'Rapport'),
    ];
    await office.done(attachDocument, office.secretary, { itemId: id, documentId: first });
    await office.done(attachDocument, office.secretary, {
      itemId: id,
      documentId: second,
      label: 'Uppdragsrapport',
    });
    expect(await office.refusedAs(attachDocument, office.secretary, { itemId: id, documentId: first })).toBe(
      'document-on-item-already',
    );
    await office.done(moveDocument, office.secretary, { itemId: id, documentId: second, to: 'up' });
    expect((await item(id))?.documents.map(({ label }) => label)).toEqual([
      'Uppdragsrapport',
      'Tjänsteskrivelse',
    ]);

    const content = withoutMeeting(speech());
    const version = (await item(id))!.version;
    await office.done(changeItem, office.secretary, {
      ...content,
      itemId: id,
      version,
      closed: true,
      publicTitle: 'Ett ärende',
    });
    expect(await office.rows('select 1 from document where closed')).toHaveLength(2);
    await office.done(detachDocument, office.secretary, { itemId: id, documentId: first });
    expect(await office.rows<{ id: string }>('select id from document where closed')).toEqual([
      { id: second },
    ]);
    const other = await add({ title: 'En öppen punkt' });
    expect(
      await office.refusedAs(attachDocument, office.secretary, { itemId: other, documentId: second }),
    ).toBe('document-closed-to-open-item');
  });

  it('takes no document and no matter of another body by its id', async () => {
    const id = await add();
    const theirs = await appendixRow(office, 'En annan nämnds rapport');
    await office.rows('update document set body_id = $1 where id = $2', [office.otherBody, theirs]);
    expect(await office.refusedAs(attachDocument, office.secretary, { itemId: id, documentId: theirs })).toBe(
      'not-found',
    );
    const [matter] = await office.rows<{ id: string }>(
      `insert into matter (id, authority_id, body_id, series_id, period, number, registry_number, title, opened_on, state, last_document_number)
       values (gen_random_uuid(), $1, $2, $3, '2026', 4711, 'XX 2026-4711', 'En annan nämnds ärende', '2026-01-20', 'open', 0) returning id`,
      [office.authority, office.otherBody, office.series],
    );
    expect(await office.refusedAs(addItem, office.secretary, { ...speech(), matterId: matter!.id })).toBe(
      'not-found',
    );
  });

  it('carries an earlier item on as it stood, a closed one too, once; and refuses a parent of another meeting', async () => {
    const words = {
      publicTitle: 'Ett ärende om en enskild',
      closed: true,
      points: ['Ansökan avslås.', 'Beslutet skickas till sökanden.'],
      summary: 'Sökanden har fått yttra sig.',
      presenters: [{ name: 'Ragna Lind' }],
      recipientIds: office.recipients.slice(0, 2),
    };
    const earlier = await add(words);
    const paper = await appendixRow(office, 'Utredningen');
    await office.done(attachDocument, office.secretary, { itemId: earlier, documentId: paper });
    const other = await office.rows<{ id: string }>(`select id from meeting where day = '2026-05-22'`);
    const carrying = { meetingId: other[0]!.id, itemId: earlier };
    const refused = (input: object) => office.refusedAs(carryOnItem, office.secretary, input);
    expect(await refused({ ...carrying, meetingId })).toBe('carried-item-not-earlier');
    expect(await refused(carrying)).toBe('carried-item-not-settled');
    expect(await refused({ ...carrying, itemId: randomUUID() })).toBe('not-found');
    const { version } = (await item(earlier))!;
    await office.done(withdrawItem, office.secretary, { itemId: earlier, version, reason: 'Bordläggs.' });
    const later = await office.done(carryOnItem, office.secretary, carrying);
    expect(await refused(carrying)).toBe('carried-item-already');
    const agenda = await agendaOf(office, carrying.meetingId);
    expect(agenda.find(({ id }) => id === later.itemId)).toMatchObject({
      title: speech().title,
      kind: speech().kind,
      ...words,
      continuesId: earlier,
      documents: [{ documentId: paper }],
    });
    const readBy = (name: string) =>
      office.orm.em.fork().transactional(async (em) => {
        await stateActor(em, { kind: 'person', personId: office.people.get(name)! }, asDay('2026-03-01'));
        return em.execute('select title from document where id = ?', [paper]);
      });
    expect(await readBy('Lisbeth Frank')).toHaveLength(1);
    await office.done(declareRecusal, office.secretary, {
      itemId: later.itemId,
      personId: office.people.get('Lisbeth Frank'),
      ground: 'party',
    });
    expect(await readBy('Lisbeth Frank')).toEqual([]);
    expect(await readBy('Samuel Lindh')).toHaveLength(1);
    expect(await office.refusedAs(addItem, office.secretary, { ...speech(), parentId: later.itemId })).toBe(
      'item-of-other-meeting',
    );
  });

  it('keeps a paper closed while one of its items is, and from whoever is recused from one of them', async () => {
    const closed = { closed: true, publicTitle: 'Ett ärende om en enskild' };
    const [one, other] = [await add(closed), await add(closed)];
    const paper = await appendixRow(office, 'Utredningen');
    for (const itemId of [one, other])
      await office.done(attachDocument, office.secretary, { itemId, documentId: paper });
    const readBy = (name: string) =>
      office.orm.em.fork().transactional(async (em) => {
        await stateActor(em, { kind: 'person', personId: office.people.get(name)! }, asDay('2026-01-20'));
        return em.execute('select title from document where id = ?', [paper]);
      });
    await office.done(declareRecusal, office.secretary, {
      itemId: other,
      personId: office.people.get('Lisbeth Frank'),
      ground: 'party',
    });
    expect(await readBy('Lisbeth Frank')).toEqual([]);
    expect(await readBy('Samuel Lindh')).toHaveLength(1);
    const isClosed = async () =>
      (await office.rows<{ closed: boolean }>('select closed from document where id = $1', [paper]))[0]
        ?.closed;
    const open = async (itemId: string) => {
      const { version } = (await item(itemId))!;
      await office.done(changeItem, office.secretary, { ...withoutMeeting(speech()), itemId, version });
    };
    await open(one);
    expect(await isClosed()).toBe(true);
    await open(other);
    expect(await isClosed()).toBe(false);
    const openItem = await add();
    await open(openItem);
    expect(await isClosed()).toBe(false);
  });

  it('carries the sub-items along that nothing was decided in, and does not offer them by themselves (M-20)', async () => {
    const parent = await add();
    const below = await add({ parentId: parent, title: 'Läget i länet', kind: 'information', points: [] });
    const { version } = (await item(parent))!;
    await office.done(withdrawItem, office.secretary, { itemId: parent, version, reason: 'Bereds vidare.' });
    const [may] = await office.rows<{ id: string }>(`select id from meeting where day = '2026-05-22'`);
    const { itemId } = await office.done(carryOnItem, office.secretary, {
      meetingId: may!.id,
      itemId: parent,
    });
    const agenda = await agendaOf(office, may!.id);
    expect(agenda.find(({ continuesId }) => continuesId === below)).toMatchObject({
      parentId: itemId,
      title: 'Läget i länet',
    });
    expect(await office.refusedAs(carryOnItem, office.secretary, { meetingId: may!.id, itemId: below })).toBe(
      'carried-item-not-settled',
    );
  });

  it('brings the recusals of a matter that has been up, also where it is added as a matter (KL 6:30)', async () => {
    const matterId = await openMatterRow(office, 44, 'Hyra av lokal');
    const earlier = await add({ matterId });
    await office.done(declareRecusal, office.secretary, {
      itemId: earlier,
      personId: office.people.get('Lisbeth Frank'),
      ground: 'party',
    });
    const { version } = (await item(earlier))!;
    await office.done(withdrawItem, office.secretary, { itemId: earlier, version, reason: 'Bereds vidare.' });
    const [may] = await office.rows<{ id: string }>(`select id from meeting where day = '2026-05-22'`);
    const again = { ...speech(), meetingId: may!.id, matterId };
    const { itemId } = await office.done(addItem, office.secretary, again);
    expect(
      await office.rows(
        `select p.name, i.continues_id = $2 as carried from recusal r join person p on p.id = r.person_id
         join agenda_item i on i.id = r.item_id where r.item_id = $1 and r.withdrawn_at is null`,
        [itemId, earlier],
      ),
    ).toEqual([{ name: 'Lisbeth Frank', carried: true }]);
  });

  it('takes off an item whose recusal is taken back, and none where one stands', async () => {
    const id = await add();
    const { recusalId } = await office.done(declareRecusal, office.secretary, {
      itemId: id,
      personId: office.people.get('Lisbeth Frank'),
      ground: 'party',
    });
    const [row] = await office.rows<{ version: number }>('select version from agenda_item where id = $1', [
      id,
    ]);
    const remove = { itemId: id, version: row!.version };
    expect(await office.refusedAs(removeItem, office.secretary, remove)).toBe('item-has-links');
    await office.done(withdrawRecusal, office.secretary, { recusalId, version: 1 });
    await office.done(removeItem, office.secretary, remove);
  });

  it('withdraws an item with its reason, and never uses its number again', async () => {
    const id = await add();
    expect(await approved(office, meetingId)).toBe('A');
    expect((await item(id))?.agendaNumber).toBe(7);
    expect(
      await office.refusedAs(withdrawItem, office.secretary, { itemId: id, version: 1, reason: ' ' }),
    ).toBe('input-invalid');
    await office.done(withdrawItem, office.secretary, {
      itemId: id,
      version: 1,
      reason: 'Underlaget är inte klart.',
    });
    expect(
      await office.refusedAs(withdrawItem, office.secretary, { itemId: id, version: 2, reason: 'Igen' }),
    ).toBe('item-already-withdrawn');
    const later = await add({ title: 'Ett nytt ärende' });
    expect(await approved(office, meetingId)).toBe('B');
    expect((await item(later))?.agendaNumber).toBe(11);
    const versions = await office.rows<{ snapshot: { changes: { change: string }[] } }>(
      `select snapshot from agenda_version where letter = 'B'`,
    );
    expect(versions[0]?.snapshot.changes.map(({ change }) => change)).toEqual(['withdrawn', 'added']);
  });

  it('lets an item put there by mistake be removed: no number, nothing in the summons, its papers free again', async () => {
    const matterId = await openMatterRow(office, 4, 'Talflödeshjälpmedel');
    const documentId = await appendixRow(office, 'Bilaga');
    const id = await add({ matterId });
    await office.done(attachDocument, office.secretary, { itemId: id, documentId });
    const before = await titles();
    const { version } = (await item(id))!;
    expect(await office.refusedAs(removeItem, office.chair, { itemId: id, version })).toBe('not-allowed');
    await office.done(removeItem, office.secretary, { itemId: id, version });
    expect(await titles()).toHaveLength(before.length - 1);
    expect(await office.rows('select 1 from item_document where item_id = $1', [id])).toEqual([]);
    expect(await office.rows('select 1 from document where id = $1', [documentId])).toHaveLength(1);
    expect(await office.refusedAs(removeItem, office.secretary, { itemId: id, version })).toBe('not-found');
    expect(await approved(office, meetingId)).toBe('A');
    const [row] = await office.rows<{ snapshot: { items: { id: string }[] } }>(
      `select snapshot from agenda_version where letter = 'A'`,
    );
    expect(row?.snapshot.items.map((each) => each.id)).not.toContain(id);
    expect(await office.rows('select agenda_number from agenda_item where id = $1', [id])).toEqual([
      { agenda_number: null },
    ]);
  });

  it('keeps an item that the chair has approved, or that has sub-items: it is withdrawn instead', async () => {
    const id = await add();
    const sub = await add({ parentId: id });
    const remove = async (itemId: string) => ({ itemId, version: (await item(itemId))!.version });
    expect(await office.refusedAs(removeItem, office.secretary, await remove(id))).toBe('item-has-sub-items');
    await approved(office, meetingId);
    expect(await office.refusedAs(removeItem, office.secretary, await remove(sub))).toBe('item-approved');
    const late = await add({ parentId: id });
    await office.done(removeItem, office.secretary, await remove(late));
    expect(await item(late)).toBeUndefined();
  });

  it('belongs to the secretary of the body: nobody else writes in it', async () => {
    for (const actor of [office.otherSecretary, office.chair, office.member, office.official])
      expect(await office.refusedAs(addItem, actor, speech())).toBe('not-allowed');
  });
});

describe('approving the agenda (M-3, B-8)', () => {
  let office: MeetingOffice;
  let meetingId: string;
  fromTheSamePoint(async () => {
    office = await meetingOffice();
    meetingId = await plannedMeeting(office);
    office.now = new Date('2026-02-02T09:00:00Z');
    return office;
  });

  const tasks = (kind: string) =>
    office.rows<{ role: string; cycle: number; open: boolean }>(
      'select role, cycle, closed_at is null as open from task where kind = $1 order by cycle',
      [kind],
    );

  it('asks the chair once a version, by task and letter', async () => {
    await office.done(askForApproval, office.secretary, { meetingId });
    expect(await office.refusedAs(askForApproval, office.secretary, { meetingId })).toBe(
      'approval-asked-already',
    );
    expect(await tasks('approveAgenda')).toEqual([{ role: 'chair', cycle: 1, open: true }]);
    const mails = await office.rows<{ to_person_id: string }>(
      `select to_person_id from mail where template = 'agendaToApprove'`,
    );
    expect(mails).toEqual([{ to_person_id: office.people.get('Karin Ask') }]);
  });

  it('comes back with the words of the chair, and is asked for anew until it is approved', async () => {
    const words = 'Punkt 6 behöver ett yttrande först.\nByt plats på 7 och 8.';
    expect(await office.refusedAs(returnAgenda, office.chair, { meetingId, words })).toBe(
      'approval-not-asked',
    );
    await office.done(askForApproval, office.secretary, { meetingId });
    for (const actor of [office.secretary, office.member, office.otherSecretary])
      expect(await office.refusedAs(returnAgenda, actor, { meetingId, words })).toBe('not-allowed');
    expect(await office.done(returnAgenda, office.chair, { meetingId, words })).toMatchObject({ number: 1 });
    expect(await office.refusedAs(returnAgenda, office.viceChair, { meetingId, words })).toBe(
      'approval-not-asked',
    );
    expect(await tasks('approveAgenda')).toEqual([{ role: 'chair', cycle: 1, open: false }]);
    expect(await tasks('approvalWaiting')).toEqual([{ role: 'secretary', cycle: 1, open: false }]);
    expect(await tasks('agendaReturned')).toEqual([{ role: 'secretary', cycle: 1, open: true }]);
    const [letter] = await office.rows<{ to_person_id: string; data: object }>(
      `select to_person_id, data from mail where template = 'agendaReturned'`,
    );
    expect(letter!.to_person_id).toBe(office.people.get('Annika Roos'));
    expect(JSON.stringify(letter!.data)).not.toContain('yttrande');

    await office.done(askForApproval, office.secretary, { meetingId });
    expect(await tasks('agendaReturned')).toEqual([{ role: 'secretary', cycle: 1, open: false }]);
    expect(await tasks('approveAgenda')).toEqual([
      { role: 'chair', cycle: 1, open: false },
      { role: 'chair', cycle: 2, open: true },
    ]);
    await office.done(returnAgenda, office.chair, { meetingId, words: 'En gång till.' });
    await office.done(askForApproval, office.secretary, { meetingId });
    expect(await approved(office, meetingId)).toBe('A');
    expect(await office.rows('select number, words from agenda_return order by number')).toEqual([
      { number: 1, words },
      { number: 2, words: 'En gång till.' },
    ]);
    expect((await tasks('approveAgenda')).map(({ open }) => open)).toEqual([false, false, false]);
  });

  it('gives numbers, keeps the version, and hands the next act to the secretary', async () => {
    await office.done(askForApproval, office.secretary, { meetingId });
    expect(await approved(office, meetingId)).toBe('A');
    expect(await tasks('approveAgenda')).toEqual([{ role: 'chair', cycle: 1, open: false }]);
    expect(await tasks('issueSummons')).toEqual([{ role: 'secretary', cycle: 1, open: true }]);
    const meetings = await office.rows('select phase, last_agenda_number from meeting where id = $1', [
      meetingId,
    ]);
    expect(meetings).toEqual([{ phase: 'agendaApproved', last_agenda_number: 9 }]);
    expect(await office.rows(`select state from mail where template = 'agendaToApprove'`)).toEqual([
      { state: 'withdrawn' },
    ]);
    const version = await stampOf(office, meetingId);
    expect(await office.refusedAs(approveAgenda, office.chair, { meetingId, version })).toBe(
      'agenda-unchanged',
    );
    expect(await office.refusedAs(askForApproval, office.secretary, { meetingId })).toBe('agenda-unchanged');
  });

  it('holds for what the chair has read: a later change is not approved with it', async () => {
    const version = await stampOf(office, meetingId);
    await office.done(addItem, office.secretary, {
      meetingId,
      kind: 'information',
      title: 'Nytt i sista stund',
    });
    expect(await office.refusedAs(approveAgenda, office.chair, { meetingId, version })).toBe('stale-version');
  });

  it('is for the chair or the vice chair alone', async () => {
    const version = await stampOf(office, meetingId);
    for (const actor of [office.secretary, office.member, office.otherSecretary])
      expect(await office.refusedAs(approveAgenda, actor, { meetingId, version })).toBe('not-allowed');
    expect(await office.refusedAs(approveAgenda, office.viceChair, { meetingId, version })).toBe('ok');
  });

  it('keeps nothing of a closed item in the version but its public title', async () => {
    const closed = {
      meetingId,
      kind: 'decision',
      title: 'Klagomål från Elsa Testsson',
      points: ['Elsa Testsson får rätt.'],
      summary: 'Elsa Testsson har klagat.',
      closed: true,
      exerciseOfAuthority: true,
      publicTitle: 'Klagomål',
    };
    const { itemId } = await office.done(addItem, office.secretary, closed);
    await approved(office, meetingId);
    const [row] = await office.rows<{ snapshot: object }>('select snapshot from agenda_version');
    expect(JSON.stringify(row!.snapshot)).not.toContain('Elsa');
    const content = withoutMeeting(closed);
    await office.done(changeItem, office.secretary, {
      ...content,
      itemId,
      version: 1,
      points: ['Elsa Testsson får fel.'],
    });
    expect(await approved(office, meetingId)).toBe('B');
    const [later] = await office.rows<{ snapshot: { changes: { change: string }[] } }>(
      `select snapshot from agenda_version where letter = 'B'`,
    );
    expect(later!.snapshot.changes.map(({ change }) => change)).toEqual(['proposal']);
  });

  it('sends a recused chair to the vice chair when a closed item is on the agenda', async () => {
    const { itemId } = await office.done(addItem, office.secretary, {
      meetingId,
      kind: 'decision',
      title: 'Ett ärende om någon',
      closed: true,
      publicTitle: 'Ett ärende',
    });
    await office.admin.query(
      `insert into recusal (id, authority_id, meeting_id, item_id, person_id, ground, decided_by, announced_at)
       values (gen_random_uuid(), $1, $2, $3, $4, 'party', 'self', now())`,
      [office.authority, meetingId, itemId, office.people.get('Karin Ask')],
    );
    const version = await stampOf(office, meetingId);
    expect(await office.refusedAs(approveAgenda, office.chair, { meetingId, version })).toBe(
      'agenda-recused-approver',
    );
    expect(await office.refusedAs(approveAgenda, office.viceChair, { meetingId, version })).toBe('ok');
  });
});

describe('agenda numbers over the year (B-8)', () => {
  it('case 1: go on from meeting to meeting where the rules of procedure say so', async () => {
    const office = await meetingOffice({ rules: { agendaNumbering: 'year' } });
    try {
      const february = await plannedMeeting(office);
      const january = (
        await office.rows<{ id: string }>(`select id from meeting where day = '2026-01-15'`)
      )[0]!.id;
      const numbers = async (id: string) =>
        (
          await office.rows<{ agenda_number: number }>(
            'select agenda_number from agenda_item where meeting_id = $1 order by agenda_number',
            [id],
          )
        ).map(({ agenda_number }) => agenda_number);
      await approved(office, january);
      expect(await numbers(january)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      await approved(office, february);
      expect(await numbers(february)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17]);
    } finally {
      await office.close();
    }
  });
});

import { randomUUID } from 'node:crypto';
import { declareRecusal } from '../../../src/commands/meetings/before/recusal';
import { decideItem } from '../../../src/commands/meetings/session/decisions/decide-item';
import { openMeeting } from '../../../src/commands/meetings/session/open-meeting';
import { issueSummons } from '../../../src/commands/meetings/summons/issue-summons';
import { heldMeeting } from '../../support/builders/held-meeting';
import { approved, meetingOffice, meetingVersion, type MeetingOffice } from '../../support/builders/meetings';
import { serveApi, type ServedApi } from '../support/test-api';

describe('where a recusal that came with its item is read (KL 6:30)', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let from: string;
  let next: { readonly id: string; readonly meetingId: string };
  beforeAll(async () => {
    office = await meetingOffice();
    const personId = office.people.get('Lisbeth Frank');
    const held = await heldMeeting(office, {
      talflöde: async (itemId) => {
        await office.done(declareRecusal, office.secretary, { itemId, personId, ground: 'party' });
        const reason = 'Kostnaden ska beskrivas.';
        await office.done(decideItem, office.secretary, { itemId, outcome: 'referredBack', reason });
      },
    });
    const [row] = await office.rows<{ id: string; meetingId: string; number: number }>(
      `select i.id, i.meeting_id as "meetingId", p.number from agenda_item i join paragraph p on p.item_id = i.continues_id
       where i.continues_id = $1`,
      [held.item('talflöde')],
    );
    next = row!;
    from = `Från sammanträdet 20 februari 2026, § ${row!.number}.`;
    api = await serveApi(office.db, {}, office.now);
  }, 60_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const read = async (name: string, address: string): Promise<string> => {
    const personId = office.people.get(name);
    await office.rows(
      `insert into account (id, person_id, state) select $1, $2, 'active'
       where not exists (select from account where person_id = $2)`,
      [randomUUID(), personId],
    );
    const visitor = api.visitor();
    expect((await visitor.json('/api/session', 'POST', { personId })).status).toBe(200);
    return (await visitor.get(address)).$('main').text().replace(/\s+/g, ' ');
  };

  it('stands on the page of whom it is about, who may take it back there', async () => {
    const shown = await read('Lisbeth Frank', `/sammantraden/${next.meetingId}/deltagande`);
    expect(shown).toContain(`Saken angår dig själv eller en närstående. ${from}`);
    expect(shown).toContain('Ta tillbaka anmälan för punkt');
  });

  it('is not all that comes back: the agenda and the item say why it was put off, and where (M-7)', async () => {
    const why =
      `${from.replace('Från sammanträdet', 'Återremiss').slice(0, -1)}: Kostnaden ska beskrivas.`.replace(
        '20 februari',
        'fredag 20 februari',
      );
    expect(await read('Annika Roos', `/sammantraden/${next.meetingId}/foredragningslista`)).toContain(why);
    const item = `/sammantraden/${next.meetingId}/punkter/${next.id}`;
    expect(await read('Annika Roos', item)).toContain(`Punkten kommer tillbaka ${why}`);
  });

  it('stands for the secretary at the item in the session', async () => {
    const { meetingId } = next;
    office.now = new Date('2026-05-08T09:00:00Z');
    await approved(office, meetingId);
    const version = await meetingVersion(office, meetingId);
    await office.done(issueSummons, office.secretary, { meetingId, version });
    office.now = new Date('2026-05-22T07:00:00Z');
    api.setNow(office.now);
    await office.done(openMeeting, office.secretary, { meetingId });
    const shown = await read('Annika Roos', `/sammantraden/${next.meetingId}/motet?punkt=${next.id}`);
    expect(shown).toContain(`Lisbeth Frank har anmält jäv. ${from}`);
  });
});

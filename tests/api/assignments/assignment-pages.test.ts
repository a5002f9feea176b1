import { meetingOffice, type MeetingOffice } from '../../support/builders/meetings';
import { playedMeeting } from '../../support/builders/session';
import { signedInAs, wordsIn } from '../support/signed-in';
import { serveApi, type ServedApi } from '../support/test-api';

// M-13, M-20; acceptance case 15

describe('the pages of assignments', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let assignmentId: string;
  beforeAll(async () => {
    office = await meetingOffice();
    await playedMeeting(office);
    api = await serveApi(office.db, {}, office.now);
    const [row] = await office.rows<{ id: string }>(`select id from assignment where kind = 'assignment'`);
    assignmentId = row!.id;
  }, 60_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  it('lists assignments and conditions with what the body said and the day that holds', async () => {
    const secretary = await signedInAs(office, api, 'Annika Roos');
    const list = await secretary.get('/uppdrag');
    expect(list.status).toBe(200);
    expect(list.$('tbody tr')).toHaveLength(2);
    const words = wordsIn(list, 'tbody');
    expect(words).toContain('hösten 2026');
    expect(words).toContain('Dag behövs');
    expect(words).toContain('6 mars 2026');
  });

  it('case 15: shows the secretary both days and takes the one that is set', async () => {
    const secretary = await signedInAs(office, api, 'Annika Roos');
    const page = await secretary.get(`/uppdrag/${assignmentId}`);
    expect(wordsIn(page, '.sam-next')).toContain('Nämnden sa ”hösten 2026”');
    expect(page.$('#confirmDueDay')).toHaveLength(1);
    const past = await secretary.send(page, '#confirmDueDay', { day: '2026-01-01' });
    expect(past.status).toBe(422);
    expect(past.$('.sam-errors').text()).toContain('har redan varit');
    const set = await secretary.send(page, '#confirmDueDay', { day: '2026-10-30' });
    expect(set.status).toBe(303);
    const after = await secretary.get(`/uppdrag/${assignmentId}`);
    expect(wordsIn(after, '.sam-facts')).toContain('hösten 2026');
    expect(wordsIn(after, '.sam-facts')).toContain('30 oktober 2026');
  });

  it('lets the owner report, who may neither move the day nor close it', async () => {
    const owner = await signedInAs(office, api, 'Staffan Ekblad');
    const page = await owner.get(`/uppdrag/${assignmentId}`);
    expect(page.$('#confirmDueDay, #closeAssignment')).toHaveLength(0);
    const empty = await owner.send(page, '#reportAssignment', { report: '' });
    expect(empty.status).toBe(400);
    const sent = await owner.send(page, '#reportAssignment', { report: 'Analysen är gjord.' });
    expect(sent.status).toBe(303);
    const after = await owner.get(`/uppdrag/${assignmentId}`);
    expect(wordsIn(after, 'main')).toContain('Analysen är gjord.');
    expect(after.$('#reportAssignment')).toHaveLength(0);
  });

  it('shows members what is followed without any act, and others nothing', async () => {
    const member = await signedInAs(office, api, 'Samuel Lindh');
    const page = await member.get(`/uppdrag/${assignmentId}`);
    expect(page.status).toBe(200);
    expect(page.$('main form')).toHaveLength(0);
    const other = await signedInAs(office, api, 'Björn Tallmo');
    expect((await other.get(`/uppdrag/${assignmentId}`)).status).toBe(403);
    expect((await other.get('/uppdrag')).$('tbody tr')).toHaveLength(0);
  });
});

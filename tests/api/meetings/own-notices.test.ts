import { randomUUID } from 'node:crypto';
import { declareRecusal, withdrawRecusal } from '../../../src/commands/meetings/before/recusal';
import { decideRemote, requestRemote, withdrawRemote } from '../../../src/commands/meetings/before/remote';
import { takeItem } from '../../../src/commands/meetings/session/take-item';
import { meetingOffice, type MeetingOffice } from '../../support/builders/meetings';
import { openedMeeting, summonedMeeting, type SummonedMeeting } from '../../support/builders/session';
import type { Browser, Shown } from '../support/browser';
import { serveApi, type ServedApi } from '../support/test-api';

const REMOTE_BACK = 'form[action="/gor/withdrawRemote"]';
const RECUSAL_BACK = 'form[action="/gor/withdrawRecusal"]';

describe('what a member has told about a meeting is theirs to take back until it has been acted upon (M-5)', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let summoned: SummonedMeeting;
  let address: string;
  let member: Browser;
  beforeEach(async () => {
    office = await meetingOffice({
      rules: { remoteParticipation: true, remoteParticipationDecision: 'Regionfullmäktige 2022-11-29 § 118' },
    });
    summoned = await summonedMeeting(office);
    office.now = new Date('2026-02-11T08:00:00Z');
    api = await serveApi(office.db, {}, office.now);
    address = `/sammantraden/${summoned.meetingId}/deltagande`;
    member = await signedIn('Samuel Lindh');
  }, 60_000);
  afterEach(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  async function signedIn(name: string): Promise<Browser> {
    const personId = office.people.get(name);
    await office.rows(`insert into account (id, person_id, state) values ($1, $2, 'active')`, [
      randomUUID(),
      personId,
    ]);
    const visitor = api.visitor();
    expect((await visitor.json('/api/session', 'POST', { personId })).status).toBe(200);
    return visitor;
  }
  const words = (shown: Shown) => shown.$('main').text().replace(/\s+/g, ' ').trim();
  const pressed = async (form: string, typed: Record<string, string> = {}) => {
    const sent = await member.send(await member.get(address), form, typed);
    expect([form, sent.status, sent.$('.sam-errors').text()]).toEqual([form, 303, '']);
    return member.get(address);
  };
  const openTasks = async () =>
    (await office.rows("select 1 from task where kind = 'decideRemote' and closed_at is null")).length;
  const request = async () =>
    (
      await office.rows<{ requestId: string; version: number }>(
        'select id as "requestId", version from remote_request',
      )
    )[0]!;
  const recusal = async () =>
    (
      await office.rows<{ recusalId: string; version: number }>(
        'select id as "recusalId", version from recusal',
      )
    )[0]!;
  const declares = (more: object = {}) => ({
    itemId: summoned.item('talflöde'),
    personId: office.people.get('Samuel Lindh'),
    ground: 'party',
    ...more,
  });

  it('takes back a request to take part remotely, which leaves the chair’s list, and lets them ask anew', async () => {
    const asked = await pressed('form[action="/gor/requestRemote"]');
    expect(words(asked)).toContain('Tills dess kan du själv ta tillbaka begäran.');
    const back = await pressed(REMOTE_BACK);
    expect(words(back)).toContain('Be om det senast');
    expect(back.$(REMOTE_BACK)).toHaveLength(0);
    expect(await openTasks()).toBe(0);
    const { requestId, version } = await request();
    const chair = await signedIn('Karin Ask');
    expect(words(await chair.get(`/distans/${requestId}`))).toContain('Begäran är återtagen.');
    const decision = { requestId, version, decision: 'approved' };
    expect(await office.refusedAs(decideRemote, office.chair, decision)).toBe('remote-withdrawn-already');
    expect(await office.refusedAs(withdrawRemote, office.member, { requestId, version })).toBe(
      'remote-withdrawn-already',
    );
    await pressed('form[action="/gor/requestRemote"]');
    expect(await openTasks()).toBe(1);
    await office.done(decideRemote, office.chair, { ...(await request()), decision: 'approved' });
  });

  it('keeps a request that the chair has answered, and says what to do instead', async () => {
    await office.done(requestRemote, office.member, {
      meetingId: summoned.meetingId,
      personId: office.people.get('Samuel Lindh'),
    });
    const page = await member.get(address);
    await office.done(decideRemote, office.chair, { ...(await request()), decision: 'approved' });
    const late = await member.send(page, REMOTE_BACK);
    expect(late.status).toBe(409);
    expect(late.$('.sam-errors').text()).toContain('Du får ändå delta på plats');
    expect((await member.get(address)).$(REMOTE_BACK)).toHaveLength(0);
    expect(await office.refusedAs(withdrawRemote, office.official, await request())).toBe('not-allowed');
    expect(await office.refusedAs(withdrawRemote, office.member, await request())).toBe(
      'remote-answered-already',
    );
  });

  it('takes back a recusal until the item is taken up; after that the chair is told', async () => {
    await pressed('#declareRecusal', { itemId: summoned.item('talflöde'), ground: 'party' });
    const back = await pressed(RECUSAL_BACK);
    expect(back.$(RECUSAL_BACK)).toHaveLength(0);
    expect(words(back)).not.toMatch(/Punkt \d+: Saken angår dig/);
    const declared = await pressed('#declareRecusal', {
      itemId: summoned.item('talflöde'),
      ground: 'party',
    });
    expect(declared.$(RECUSAL_BACK)).toHaveLength(1);
    expect(await office.refusedAs(withdrawRecusal, office.viceChair, await recusal())).toBe('not-allowed');
    office.now = new Date('2026-02-20T08:00:00Z');
    api.setNow(office.now);
    await openedMeeting(office, summoned, ['Gunnar Malm']);
    await office.done(takeItem, office.secretary, { itemId: summoned.item('talflöde') });
    expect((await member.get(address)).$(RECUSAL_BACK)).toHaveLength(0);
    const late = await member.send(declared, RECUSAL_BACK);
    expect([late.status, late.$('.sam-errors').text()]).toEqual([
      409,
      expect.stringContaining('Säg till ordföranden'),
    ]);
    await office.done(withdrawRecusal, office.secretary, await recusal());
  });

  it('takes back a recusal from a closed item, which is hidden from them until they do', async () => {
    const itemId = summoned.item('talflöde');
    await office.rows("update agenda_item set closed = true, public_title = 'Ärende' where id = $1", [
      itemId,
    ]);
    await office.done(declareRecusal, office.member, declares());
    const hidden = await member.get(address);
    expect(words(hidden)).toMatch(/Punkt \d+: Saken angår dig/);
    expect(words(hidden)).not.toContain('talflödeshjälpmedel');
    await pressed(RECUSAL_BACK);
    expect(await office.rows('select 1 from recusal where withdrawn_at is null')).toHaveLength(0);
  });

  it('leaves what the body has decided as it is', async () => {
    await office.done(declareRecusal, office.secretary, declares({ decidedBy: 'body' }));
    const shown = await member.get(address);
    expect(shown.$(RECUSAL_BACK)).toHaveLength(0);
    expect(words(shown)).toContain('Jävsfrågan har avgjorts genom beslut.');
    expect(await office.refusedAs(withdrawRecusal, office.member, await recusal())).toBe(
      'recusal-decided-by-body',
    );
  });
});

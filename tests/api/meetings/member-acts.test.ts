import { randomUUID } from 'node:crypto';
import { advanceSubstituteCall } from '../../../src/commands/meetings/before/advance-substitute-call';
import { reportAbsence } from '../../../src/commands/meetings/before/report-absence';
import { closeMeeting } from '../../../src/commands/meetings/session/closing/close-meeting';
import { setVerification } from '../../../src/commands/meetings/session/set-verification';
import { takeItem } from '../../../src/commands/meetings/session/take-item';
import { agendaOf, meetingOffice, type MeetingOffice } from '../../support/builders/meetings';
import {
  approve,
  openedMeeting,
  seatOfPerson,
  summonedMeeting,
  VERIFICATION,
  type SummonedMeeting,
} from '../../support/builders/session';
import type { Browser, Shown } from '../support/browser';
import { serveApi, type ServedApi } from '../support/test-api';

describe('what members do about a meeting', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let summoned: SummonedMeeting;
  let address: string;
  beforeAll(async () => {
    office = await meetingOffice({
      rules: { remoteParticipation: true, remoteParticipationDecision: 'Regionfullmäktige 2022-11-29 § 118' },
    });
    summoned = await summonedMeeting(office);
    api = await serveApi(office.db, {}, new Date('2026-02-11T08:00:00Z'));
    address = `/sammantraden/${summoned.meetingId}/deltagande`;
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
  const words = (shown: Shown, of = 'main') => shown.$(of).text().replace(/\s+/g, ' ').trim();
  const send = async (browser: Browser, at: string, form: string, typed: Record<string, string> = {}) => {
    const sent = await browser.send(await browser.get(at), form, typed);
    expect([form, sent.status, sent.$('.sam-errors').text()]).toEqual([form, 303, '']);
    return browser.get(at);
  };

  it('lets a member report absence, and the right substitute answer from the question’s own page', async () => {
    const member = await signedIn('Gunnar Malm');
    const after = await send(member, address, 'form[action="/gor/reportAbsence"]');
    expect(words(after)).toContain('Du har anmält förhinder.');
    const calls = await office.rows<{ id: string; version: number }>(
      'select id, version from substitute_call',
    );
    await office.done(advanceSubstituteCall, office.process, {
      callId: calls[0]?.id,
      version: calls[0]?.version,
    });
    const asks = await office.rows<{ id: string }>('select id from substitute_ask');
    const due = await office.rows<{ taskDue: string; answerBy: string }>(
      `select t.due_day::text as "taskDue", (a.answer_by at time zone 'Europe/Stockholm')::date::text as "answerBy"
       from substitute_ask a join task t on t.subject_id = a.id where t.kind = 'answerSubstituteAsk'`,
    );
    expect(due).toEqual([{ taskDue: due[0]?.answerBy, answerBy: due[0]?.answerBy }]);
    expect(due[0]?.answerBy).not.toBe('2026-02-20');
    const ask = `/tjanstgoring/${asks[0]?.id ?? ''}`;
    expect((await member.get(ask)).status).toBe(403);
    const substitute = await signedIn('Eva-Lena Brodin');
    expect(words(await substitute.get(ask))).toContain('Du skulle ersätta Gunnar Malm.');
    const answered = await send(substitute, ask, 'form:has(input[value=accepted])');
    expect(words(answered)).toContain('Frågan är besvarad');
    expect(words(answered)).toContain('Du har svarat ja: du tjänstgör vid sammanträdet.');
    const secretary = await signedIn('Annika Roos');
    const attendance = await secretary.get(`/sammantraden/${summoned.meetingId}/narvaro`);
    expect(words(attendance)).toContain('Ersätts av Eva-Lena Brodin');
    expect(words(attendance)).toContain(
      '14 av 15 ledamöter väntas. Ersättare som har sagt ja till att tjänstgöra: 1.',
    );
    expect(words(attendance)).toMatch(/Eva-Lena Brodin \(M\)\s*Dalbo\s*Tjänstgör för Gunnar Malm/);
    expect(words(attendance)).toMatch(/Henrik Lantz \(M\)\s*Björksele\s*Inte inkallad/);
  });

  it('case 11: lets a member ask to take part remotely; the chair decides, and says no only with a reason', async () => {
    const member = await signedIn('Åsa Thorell');
    await send(member, address, 'form[action="/gor/requestRemote"]');
    const secretary = await signedIn('Annika Roos');
    expect(words(await secretary.get(`/sammantraden/${summoned.meetingId}/narvaro`))).toMatch(
      /Åsa Thorell \(S\)\s*Granhult\s*Vill delta på distans/,
    );
    const requests = await office.rows<{ id: string }>('select id from remote_request');
    const at = `/distans/${requests[0]?.id ?? ''}`;
    const chair = await signedIn('Karin Ask');
    const refused = await chair.send(await chair.get(at), '#decideRemote', { decision: 'refused' });
    expect(refused.status).toBe(422);
    await send(chair, at, '#decideRemote', { decision: 'approved' });
    expect(words(await member.get(address))).toContain('Ordföranden har sagt ja');
    expect((await member.get(at)).status).toBe(403);
  });

  it('takes a recusal and a motion before the meeting', async () => {
    const member = await signedIn('Lisbeth Frank');
    const declared = await send(member, address, '#declareRecusal', {
      itemId: summoned.item('Årsberättelse'),
      ground: 'supervision',
    });
    expect(words(declared)).toMatch(/Punkt \d+: Ärendet gäller tillsyn/);
    const secretary = await signedIn('Annika Roos');
    expect(words(await secretary.get(`/sammantraden/${summoned.meetingId}/narvaro`))).toMatch(
      /Anmält jäv\s*Lisbeth Frank: punkt \d+ Årsberättelse/,
    );
    const moved = await send(member, address, '#recordMotion', {
      itemId: summoned.item('upphandla'),
      kind: 'referBack',
      text: 'Ärendet återremitteras.',
    });
    expect(words(moved)).toContain('Ärendet återremitteras.');
  });

  it('asks a substitute until the meeting is opened, and then says that no answer is needed', async () => {
    const seatId = await seatOfPerson(office, 'Erik Backlund');
    await office.done(reportAbsence, office.secretary, { meetingId: summoned.meetingId, seatId });
    const [call] = await office.rows<{ id: string; version: number }>(
      'select id, version from substitute_call where seat_id = $1',
      [seatId],
    );
    await office.done(advanceSubstituteCall, office.process, { callId: call?.id, version: call?.version });
    const [ask] = await office.rows<{ id: string }>('select id from substitute_ask where call_id = $1', [
      call?.id,
    ]);
    const page = `/tjanstgoring/${ask?.id ?? ''}`;
    const substitute = await signedIn('Viveka Boström');
    expect((await substitute.get(page)).$('form:has(input[value=accepted])')).toHaveLength(1);
    office.now = new Date('2026-02-20T08:00:00Z');
    api.setNow(office.now);
    await openedMeeting(office, summoned, ['Gunnar Malm']);
    const late = await substitute.get(page);
    expect(late.$('form:has(input[value=accepted])')).toHaveLength(0);
    expect(words(late)).toContain('Sammanträdet har öppnats');
    expect(words(late)).not.toContain('besvarad');
  });

  it('takes a reservation of one who took part, and its reason until the time of verification', async () => {
    const member = await signedIn('Patrik Öberg');
    expect(words(await member.get(address))).toContain('Inget att reservera sig mot än.');
    await approve(office, summoned.item('talflöde'));
    await send(member, address, '#announceReservation', { itemId: summoned.item('talflöde') });
    await send(member, address, 'form[action="/gor/withdrawReservation"]');
    expect((await member.get(address)).$('form[action="/gor/withdrawReservation"]')).toHaveLength(0);
    await send(member, address, '#announceReservation', { itemId: summoned.item('talflöde') });
    const agenda = await agendaOf(office, summoned.meetingId);
    for (const { id, treated, points, kind } of agenda) {
      if (treated) continue;
      if (points.length > 0 || kind === 'decision') await approve(office, id);
      else await office.done(takeItem, office.secretary, { itemId: id });
    }
    await office.done(setVerification, office.secretary, {
      meetingId: summoned.meetingId,
      verifierIds: [office.viceChair.kind === 'person' ? office.viceChair.personId : ''],
      ...VERIFICATION,
    });
    await office.done(closeMeeting, office.secretary, { meetingId: summoned.meetingId });
    const late = await member.get(address);
    expect(late.$('#announceReservation, form[action="/gor/withdrawReservation"]')).toHaveLength(0);
    api.setNow(new Date('2026-03-04T11:59:00Z'));
    await send(member, address, '#handInReservationReason', { reason: 'Hjälpmedlet behövs.' });
    const records = await office.rows<{ reason: string }>(
      `select statement->>'reason' as reason from paragraph, jsonb_array_elements((record->'statements')::jsonb) as statement
       where item_id = $1`,
      [summoned.item('talflöde')],
    );
    expect(records).toEqual([{ reason: 'Hjälpmedlet behövs.' }]);
    const stale = await member.post('/gor/handInReservationReason', {});
    expect(stale.status).toBe(403);
  });
});

import { addItem } from '../../../../src/commands/meetings/agenda/add-item';
import { attachDocument } from '../../../../src/commands/meetings/agenda/item-documents';
import { advanceSubstituteCall } from '../../../../src/commands/meetings/before/advance-substitute-call';
import { answerSubstituteAsk } from '../../../../src/commands/meetings/before/answer-substitute-ask';
import { decideRemote, requestRemote } from '../../../../src/commands/meetings/before/remote';
import { reportAbsence } from '../../../../src/commands/meetings/before/report-absence';
import { withdrawAbsence } from '../../../../src/commands/meetings/before/withdraw-absence';
import { planMeetings } from '../../../../src/commands/meetings/plan/plan-meetings';
import { issueSummons } from '../../../../src/commands/meetings/summons/issue-summons';
import { recordCalled } from '../../../../src/commands/meetings/summons/record-called';
import { cancelDocument } from '../../../../src/commands/register/documents/cancel-document';
import { closeMatter } from '../../../../src/commands/register/matters/end-matter';
import type { Actor } from '../../../../src/contracts/actor';
import {
  appendixRow,
  approved,
  meetingOffice,
  meetingVersion,
  openMatterRow,
  type MeetingOffice,
} from '../../../support/builders/meetings';
import { seatOfPerson, summonedMeeting, type SummonedMeeting } from '../../../support/builders/session';

// M-3, M-4, M-5; KL 6:17, 6:24

describe('what is not taken before the meeting', () => {
  let office: MeetingOffice;
  let summoned: SummonedMeeting;
  let meetingId: string;
  beforeAll(async () => {
    office = await meetingOffice({
      rules: { remoteParticipation: true, remoteParticipationDecision: 'Regionfullmäktige 2022-11-29 § 118' },
    });
    summoned = await summonedMeeting(office);
    ({ meetingId } = summoned);
    office.now = new Date('2026-02-11T09:00:00Z');
  });
  afterAll(() => office.close());

  const someone = (personId: string): Actor => ({ kind: 'person', personId });
  const seatOf = async (name: string) => ({ meetingId, seatId: await seatOfPerson(office, name) });
  const lastRefused = async () =>
    (
      await office.rows<{ act: string; code: string }>(
        `select act, code from audit_event where result = 'refused' order by seq desc limit 1`,
      )
    )[0];

  it('a second request to take part remotely, a no without its reason, or a second answer (KL 6:24)', async () => {
    const asks = { meetingId, personId: office.people.get('Samuel Lindh') };
    const { requestId } = await office.done(requestRemote, office.member, asks);
    expect(await office.refusedAs(requestRemote, office.member, asks)).toBe('remote-asked-already');
    const refuses = { requestId, version: 1, decision: 'refused' };
    expect(await office.refusedAs(decideRemote, office.chair, refuses)).toBe('remote-refusal-needs-reason');
    await office.done(decideRemote, office.chair, { ...refuses, reason: 'Mötet hålls i rummet.' });
    const changesMind = { requestId, version: 2, decision: 'approved' };
    expect(await office.refusedAs(decideRemote, office.chair, changesMind)).toBe('remote-decided-already');
    expect(await lastRefused()).toEqual({ act: 'decideRemote', code: 'remote-decided-already' });
  });

  it('an absence that is reported already, or the taking back of one that is not', async () => {
    const seat = await seatOf('Gunnar Malm');
    expect(await office.refusedAs(withdrawAbsence, office.secretary, seat)).toBe('absence-not-reported');
    await office.done(reportAbsence, office.secretary, seat);
    expect(await office.refusedAs(reportAbsence, office.secretary, seat)).toBe('absence-already-reported');
    await office.done(withdrawAbsence, office.secretary, seat);
  });

  it('a second answer of a substitute, one after the time to answer, or one when another serves (M-5)', async () => {
    await office.done(reportAbsence, office.secretary, await seatOf('Ingrid Norell'));
    const [call] = await office.rows<{ id: string }>(`select id from substitute_call where state = 'asking'`);
    const askNext = async () => {
      const [row] = await office.rows<{ version: number }>(
        'select version from substitute_call where id = $1',
        [call!.id],
      );
      await office.done(advanceSubstituteCall, office.process, { callId: call!.id, version: row!.version });
      const [ask] = await office.rows<{ id: string; person_id: string; answer_by: Date }>(
        'select id, person_id, answer_by from substitute_ask where call_id = $1 order by ordinal desc limit 1',
        [call!.id],
      );
      return ask!;
    };
    const answer = (ask: { id: string; person_id: string }, given: string) =>
      office.refusedAs(answerSubstituteAsk, someone(ask.person_id), { askId: ask.id, answer: given });

    const first = await askNext();
    expect(await answer(first, 'declined')).toBe('ok');
    expect(await answer(first, 'accepted')).toBe('substitute-ask-answered');
    const second = await askNext();
    office.now = new Date(second.answer_by.getTime() + 60_000);
    const third = await askNext();
    expect(await answer(second, 'accepted')).toBe('substitute-ask-expired');
    expect(await answer(third, 'accepted')).toBe('ok');
    expect(await answer(second, 'accepted')).toBe('substitute-ask-closed');
    expect(await lastRefused()).toEqual({ act: 'answerSubstituteAsk', code: 'substitute-ask-closed' });
  });

  it('a matter that is closed, on the agenda (R-9)', async () => {
    const matterId = await openMatterRow(office, 40, 'Avslutat ärende');
    await office.done(closeMatter, office.secretary, { matterId, version: 1, reason: 'Beslut fattat.' });
    const item = { meetingId, kind: 'decision', title: 'Avslutat ärende', matterId, points: ['Ja.'] };
    expect(await office.refusedAs(addItem, office.secretary, item)).toBe('matter-not-open');
    expect(await lastRefused()).toEqual({ act: 'addItem', code: 'matter-not-open' });
  });

  it('the cancelling of a document that lies at an item of the agenda', async () => {
    const documentId = await appendixRow(office, 'Prislista');
    await office.done(attachDocument, office.secretary, { itemId: summoned.item('ADL-fotpall'), documentId });
    const cancels = { documentId, version: 1, reason: 'Fel bilaga.' };
    expect(await office.refusedAs(cancelDocument, office.secretary, cancels)).toBe('document-on-agenda');
  });

  it('a note that somebody was rung about a summons that a newer one has replaced', async () => {
    const [replaced] = await office.rows<{ id: string }>(
      'select id from summons_recipient where person_id = $1',
      [office.people.get('Samuel Lindh')],
    );
    await office.done(addItem, office.secretary, { meetingId, kind: 'information', title: 'En sen punkt' });
    await approved(office, meetingId);
    const version = await meetingVersion(office, meetingId);
    await office.done(issueSummons, office.secretary, { meetingId, version, changeNote: 'En punkt till.' });
    const rings = { recipientId: replaced!.id };
    expect(await office.refusedAs(recordCalled, office.secretary, rings)).toBe('summons-replaced');
  });

  it('a summons to a meeting on a day when nobody holds a seat (KL 6:17)', async () => {
    const { meetings } = await office.done(planMeetings, office.secretary, {
      bodyId: office.body,
      year: 2027,
      days: ['2027-02-19'],
      startTime: '09:00',
      endTime: '12:00',
      place: 'Sammanträdesrum Gripen, Hjälpmedelscentrum',
    });
    const later = meetings[0]!.meetingId;
    await approved(office, later);
    await office.rows(`update seat_holder set valid_to = '2026-12-31'`);
    const version = await meetingVersion(office, later);
    expect(await office.refusedAs(issueSummons, office.secretary, { meetingId: later, version })).toBe(
      'summons-without-recipients',
    );
    expect(await lastRefused()).toEqual({ act: 'issueSummons', code: 'summons-without-recipients' });
  });
});

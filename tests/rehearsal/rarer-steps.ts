import { createAssignmentFollowUp } from '../../src/activities/assignments/assignment-follow-up';
import { createDispatch } from '../../src/activities/dispatch/dispatch';
import { createMeetingCycle } from '../../src/activities/meetings/meeting-cycle';
import { createNoticePeriod } from '../../src/activities/meetings/notice-period';
import {
  closeAssignment,
  confirmDueDay,
  reportAssignment,
} from '../../src/commands/assignments/assignment-acts';
import { appointSeatHolder } from '../../src/commands/bodies/appoint-seat-holder';
import { decideRulesOfProcedure } from '../../src/commands/bodies/decide-rules-of-procedure';
import { endSeatHolder } from '../../src/commands/bodies/end-seat-holder';
import {
  closeDispatch,
  confirmReceipt,
  confirmReceiptByLink,
  recordReply,
  sendExtractAgain,
} from '../../src/commands/dispatch/recipient-acts';
import { askForApproval } from '../../src/commands/meetings/agenda/ask-for-approval';
import { attachDocument, detachDocument } from '../../src/commands/meetings/agenda/item-documents';
import { returnAgenda } from '../../src/commands/meetings/agenda/return-agenda';
import { carryOnItem } from '../../src/commands/meetings/agenda/carry-on-item';
import { addItem } from '../../src/commands/meetings/agenda/add-item';
import { removeItem } from '../../src/commands/meetings/agenda/remove-item';
import { withdrawItem } from '../../src/commands/meetings/agenda/withdraw-item';
import { reportAbsence } from '../../src/commands/meetings/before/report-absence';
import { withdrawAbsence } from '../../src/commands/meetings/before/withdraw-absence';
import { correctRecord } from '../../src/commands/meetings/minutes/correct-record';
import { takeBackMinutes } from '../../src/commands/meetings/minutes/take-back-minutes';
import {
  confirmPosting,
  confirmPostingByLink,
  setPostingDay,
} from '../../src/commands/meetings/notice/confirm-posting';
import { correctTakeDown } from '../../src/commands/meetings/notice/correct-take-down';
import { correctPosting, correctPostingByLink } from '../../src/commands/meetings/notice/correct-posting';
import { linkToken, linkTokenHash } from '../../src/commands/notifications/one-time-links';
import { endAppealTime } from '../../src/commands/meetings/notice/process-steps';
import { takeDownNoticeByLink } from '../../src/commands/meetings/notice/take-down';
import { changeMeeting } from '../../src/commands/meetings/plan/change-meeting';
import { planMeetings } from '../../src/commands/meetings/plan/plan-meetings';
import { handInReservationReason } from '../../src/commands/meetings/session/reservations';
import { replaceVerifier } from '../../src/commands/meetings/verification/replace-verifier';
import { wakeAgain } from '../../src/commands/operations/wake-again';
import { chooseRecipients } from '../../src/commands/register/memos/choose-recipients';
import { markNotApplicable } from '../../src/commands/register/memos/mark-not-applicable';
import { openMemo } from '../../src/commands/register/memos/open-memo';
import { readyMemo } from '../../src/commands/register/memos/ready-memo';
import { saveMemoSection } from '../../src/commands/register/memos/save-memo-section';
import type { Actor } from '../../src/contracts/actor';
import jointBoard from '../../data/rules-of-procedure/joint-board.json';
import { byHand, certifiedExtracts, verifiedMeeting } from '../support/builders/dispatch';
import {
  agendaOf,
  appendixRow,
  approved,
  meetingVersion,
  openMatterRow,
  plannedMeeting,
  type MeetingOffice,
} from '../support/builders/meetings';
import { postLetters } from '../support/builders/letters';
import { announcedNotice } from '../support/builders/notice';
import { playedMeeting, seatOfPerson, summonedMeeting } from '../support/builders/session';
import { minutesVersion, presented, verificationProcess } from '../support/builders/verification';

const system: Actor = { kind: 'system' };
const nobody: Actor = { kind: 'public' };

const one = async <Row extends object>(office: MeetingOffice, sql: string, values: readonly unknown[]) => {
  const [row] = await office.rows<Row>(sql, values);
  if (row === undefined) throw new Error(`Nothing: ${sql}`);
  return row;
};

const processDeps = (office: MeetingOffice) => ({
  em: office.orm.em,
  run: office.run,
  clock: { now: () => Promise.resolve(office.now), toServerTime: (at: Date) => at.getTime() },
});

/** Before the summons: new rules, a meeting that is moved, papers that come and go, a memo made ready twice, an item withdrawn, the agenda handed back. */
export async function beforeTheSummons(office: MeetingOffice): Promise<void> {
  const meetingId = await plannedMeeting(office);
  office.now = new Date('2026-01-20T09:00:00Z');
  const cycle = byHand(office, createMeetingCycle(processDeps(office)), meetingId);
  await office.done(decideRulesOfProcedure, system, {
    bodyId: office.body,
    validFrom: '2026-02-01',
    decidedBy: 'Regionfullmäktige 2026-01-19 § 3',
    settings: { ...jointBoard.rules, submissionDeadlineDays: 14 },
  });
  await cycle.settle();
  const may = await one<{ id: string; version: number }>(
    office,
    `select id, version from meeting where day = '2026-05-22'`,
    [],
  );
  await office.done(changeMeeting, office.secretary, {
    meetingId: may.id,
    version: may.version,
    day: '2026-05-29',
    startTime: '13:00',
    endTime: '16:00',
    place: 'Rådhuset',
  });
  const items = await agendaOf(office, meetingId);
  const item = items.find(({ title }) => title.includes('Årsredovisning'))!;
  const appendix = await appendixRow(office, 'Bilaga');
  await office.done(attachDocument, office.secretary, { itemId: item.id, documentId: appendix });
  await office.done(detachDocument, office.secretary, { itemId: item.id, documentId: appendix });
  await memoOfItem(office, item.id);
  const mistake = { meetingId, kind: 'information', title: 'Hör till ett annat sammanträde' };
  const { itemId } = await office.done(addItem, office.secretary, mistake);
  const added = (await agendaOf(office, meetingId)).find(({ id }) => id === itemId)!;
  await office.done(removeItem, office.secretary, { itemId, version: added.version });
  const last = items.find(({ title }) => title.includes('Övriga frågor'))!;
  await office.done(withdrawItem, office.secretary, {
    itemId: last.id,
    version: last.version,
    reason: 'Underlaget är inte klart.',
  });
  await office.done(carryOnItem, office.secretary, { meetingId: may.id, itemId: last.id });
  await office.done(askForApproval, office.secretary, { meetingId });
  await office.done(returnAgenda, office.chair, { meetingId, words: 'Lägg beslutspunkterna först.' });
  await cycle.settle();
}

async function memoOfItem(office: MeetingOffice, itemId: string): Promise<void> {
  const matterId = await openMatterRow(office, 40, 'Talflödeshjälpmedel');
  const memo = { matterId, title: 'Borttagande av talflödeshjälpmedel' };
  const { memoId, documentId } = await office.done(openMemo, office.official, memo);
  for (const section of ['proposedDecision', 'summary', 'environment', 'residents'])
    await office.done(saveMemoSection, office.official, {
      memoId,
      section,
      content: `Text om ${section}.`,
      version: 0,
    });
  await office.done(markNotApplicable, office.official, {
    memoId,
    version: 1,
    section: 'childRights',
    reason: 'Rör inte barn direkt.',
  });
  await office.done(chooseRecipients, office.official, {
    memoId,
    version: 2,
    recipientIds: [...office.recipients],
  });
  await office.done(readyMemo, office.official, { memoId, version: 3 });
  await office.done(attachDocument, office.secretary, { itemId, documentId });
  await office.done(saveMemoSection, office.official, {
    memoId,
    section: 'summary',
    content: 'Ny text.',
    version: 1,
  });
  const { version } = await one<{ version: number }>(office, 'select version from memo where id = $1', [
    memoId,
  ]);
  await office.done(readyMemo, office.official, { memoId, version });
}

/** After the summons: a seat changes hands, and an absence is taken back. */
export async function beforeTheSession(office: MeetingOffice): Promise<void> {
  const { meetingId } = await summonedMeeting(office);
  office.now = new Date('2026-02-12T09:00:00Z');
  const absent = { meetingId, seatId: await seatOfPerson(office, 'Gunnar Malm') };
  await office.done(reportAbsence, office.secretary, absent);
  const held = await one<{ id: string; seat: string }>(
    office,
    'select h.id, h.seat_id as seat from seat_holder h join person p on p.id = h.person_id where p.name = $1',
    ['Lisbeth Frank'],
  );
  await office.done(endSeatHolder, system, { seatHolderId: held.id, validTo: '2026-02-15' });
  await office.done(appointSeatHolder, system, {
    seatId: held.seat,
    personId: office.people.get('Amra Begić'),
    party: 'S',
    office: null,
    validFrom: '2026-02-16',
    validTo: null,
  });
  await office.done(withdrawAbsence, office.secretary, absent);
}

/** Minutes that are taken back, a reservation's reason that comes while they are signed, and a verifier who is prevented. */
export async function minutesOnceMore(office: MeetingOffice): Promise<void> {
  const { minutesId, item } = await playedMeeting(office);
  const points = ['Beslut enligt förslaget.'];
  const correct = async (word: string, decision: object): Promise<void> => {
    const { id, version } = await one<{ id: string; version: number }>(
      office,
      'select id, version from paragraph where item_id = $1',
      [item(word)],
    );
    await office.done(correctRecord, office.secretary, { paragraphId: id, version, ...decision });
  };
  await correct('upphandla', { outcome: 'approved', points });
  await correct('talflöde', { outcome: 'referredBack', reason: 'Kostnaden ska beskrivas.' });
  await correct('Årsberättelse', { outcome: 'approved', points });
  const completion = { ownerPersonId: office.people.get('Staffan Ekblad'), dueDay: '2026-03-06' };
  const condition = 'Tabell 3 rättas.';
  await correct('Årsberättelse', { outcome: 'conditional', points, condition, completion });
  await presented(office, minutesId);
  await office.done(takeBackMinutes, office.secretary, {
    minutesId,
    version: await minutesVersion(office, minutesId),
    reason: 'Ett namn är felskrivet.',
  });
  await presented(office, minutesId);
  await reasonHandedIn(office, 'Patrik Öberg');
  await verificationProcess(office, minutesId).settle();
  await office.done(replaceVerifier, office.secretary, {
    minutesId,
    version: await minutesVersion(office, minutesId),
    verifierPersonId: office.viceChair.kind === 'person' ? office.viceChair.personId : '',
    replacementPersonId: office.people.get('Ingrid Norell'),
    reason: 'Är sjuk.',
  });
}

async function reasonHandedIn(office: MeetingOffice, name: string): Promise<void> {
  const personId = office.people.get(name)!;
  const { id, version } = await one<{ id: string; version: number }>(
    office,
    'select id, version from reservation where person_id = $1',
    [personId],
  );
  await office.done(
    handInReservationReason,
    { kind: 'person', personId },
    { reservationId: id, version, reason: 'Fotpallen behövs.' },
  );
}

/** A letter comes back, a board is late; boards that answer by the links of their letters, one day put right, and a fault that is tried again. */
export async function noticeByLinks(office: MeetingOffice): Promise<void> {
  const { noticeId, postings } = await announcedNotice(office, '2026-03-04T14:00:00Z');
  const version = async () =>
    (await one<{ version: number }>(office, 'select version from notice where id = $1', [noticeId])).version;
  await office.done(setPostingDay, office.secretary, {
    noticeId,
    version: await version(),
    day: '2026-03-05',
  });
  const period = byHand(office, createNoticePeriod(processDeps(office)), noticeId);
  await period.settle();
  const [first, ...others] = postings.values();
  await bounced(office, others[0]!);
  await period.settle();
  office.now = new Date('2026-03-06T12:00:00Z');
  const token = linkToken('test', 'posting', first!);
  await office.rows('update notice_posting set link_token_hash = $2 where id = $1', [
    first,
    linkTokenHash(token),
  ]);
  for (const postingId of others)
    await office.done(confirmPosting, office.secretary, { postingId, version: 1, statedDay: '2026-03-05' });
  office.now = new Date('2026-03-07T08:00:00Z');
  await period.settle();
  await office.done(confirmPostingByLink, nobody, { postingId: first, token, statedDay: '2026-03-06' });
  await office.done(correctPostingByLink, nobody, {
    postingId: first,
    token,
    statedDay: '2026-03-07',
    reason: 'Sattes upp dagen efter.',
  });
  const posting = await one<{ version: number }>(office, 'select version from notice_posting where id = $1', [
    first,
  ]);
  await office.done(correctPosting, office.secretary, {
    postingId: first,
    version: posting.version,
    statedDay: '2026-03-05',
    reason: 'Sattes upp dagen innan.',
  });
  office.now = new Date('2026-03-27T12:00:00Z');
  const process: Actor = { kind: 'process', process: 'noticePeriod', authorityId: office.authority };
  await office.done(endAppealTime, process, { noticeId, version: await version() });
  await office.done(takeDownNoticeByLink, nobody, { postingId: first, token, downDay: '2026-03-27' });
  office.now = new Date('2026-03-28T12:00:00Z');
  const down = await one<{ version: number }>(office, 'select version from notice_posting where id = $1', [
    first,
  ]);
  await office.done(correctTakeDown, office.secretary, {
    postingId: first,
    version: down.version,
    downDay: '2026-03-28',
    reason: 'Togs ned dagen efter.',
  });
  const fault = await one<{ id: string }>(
    office,
    `insert into fault (id, kind, row_id, authority_id, act, code, times, raised_at)
     values (gen_random_uuid(), 'noticePeriod', $1, $2, 'makeNotices', 'Error', 1, now()) returning id`,
    [noticeId, office.authority],
  );
  await office.done(wakeAgain, system, { faultId: fault.id });
}

/** Every letter about something to one reader comes back. */
async function bounced(office: MeetingOffice, subjectId: string): Promise<void> {
  const { to } = await one<{ to: string }>(
    office,
    'select to_address as to from mail where subject_id = $1 limit 1',
    [subjectId],
  );
  await postLetters(office, [to]);
}

/** A recipient whose letter comes back and who answers by its link, the others reminded and closed; assignments that are closed, late, and wait for an agenda. */
export async function afterTheMeeting(office: MeetingOffice): Promise<void> {
  const { meetingId } = await verifiedMeeting(office);
  const [extractId, answeredId] = await certifiedExtracts(office, meetingId, '2026-03-10');
  await answered(office, answeredId!);
  const extract = byHand(office, createDispatch(processDeps(office)), extractId!);
  await extract.settle();
  const { id, version } = await one<{ id: string; version: number }>(
    office,
    'select id, version from dispatch where extract_id = $1 limit 1',
    [extractId],
  );
  await bounced(office, id);
  await extract.settle();
  const address = 'ratt@almby.example';
  await office.done(sendExtractAgain, office.secretary, { dispatchId: id, version, address });
  await office.done(confirmReceiptByLink, nobody, {
    dispatchId: id,
    token: linkToken('test', 'receipt', id),
  });
  const { nextAt } = await extract.read();
  office.now = nextAt!;
  await extract.settle();
  const silent = await office.rows<{ id: string; version: number }>(
    'select id, version from dispatch where extract_id = $1 and received_at is null',
    [extractId],
  );
  // With the last of them the extract has nobody left to wait for.
  for (const recipient of silent)
    await office.done(closeDispatch, office.secretary, {
      dispatchId: recipient.id,
      version: recipient.version,
      reason: 'Har flyttat; utdraget lämnades över för hand.',
    });
  await assignments(office);
}

/** An extract that everyone has received, and that waits for one reply alone. */
async function answered(office: MeetingOffice, extractId: string): Promise<void> {
  await byHand(office, createDispatch(processDeps(office)), extractId).settle();
  const recipients = await office.rows<{ id: string; version: number }>(
    'select id, version from dispatch where extract_id = $1 order by ordinal',
    [extractId],
  );
  for (const { id, version } of recipients)
    await office.done(confirmReceipt, office.secretary, { dispatchId: id, version });
  await byHand(office, createDispatch(processDeps(office)), extractId).settle();
  for (const { id, version } of recipients)
    await office.done(recordReply, office.secretary, {
      dispatchId: id,
      version: version + 1,
      reply: 'Verkställt.',
    });
}

async function assignments(office: MeetingOffice): Promise<void> {
  const of = (kind: string) =>
    one<{ id: string; version: number }>(office, 'select id, version from assignment where kind = $1', [
      kind,
    ]);
  const vague = await of('assignment');
  await byHand(office, createAssignmentFollowUp(office.run), vague.id).settle();
  await office.done(confirmDueDay, office.secretary, {
    assignmentId: vague.id,
    version: (await of('assignment')).version,
    day: '2026-10-30',
  });
  const assignment = await of('assignment');
  await office.done(closeAssignment, office.secretary, {
    assignmentId: assignment.id,
    version: assignment.version,
    reason: 'Ersatt av ett senare beslut.',
  });
  const { id } = await of('condition');
  const condition = byHand(office, createAssignmentFollowUp(office.run), id);
  const may = await one<{ id: string }>(office, `select id from meeting where day = '2026-05-22'`, []);
  await condition.settle();
  const returned = await one<{ item: string; version: number }>(
    office,
    `select i.id as item, i.version from agenda_item i join assignment a on a.return_item_id = i.id where a.id = $1`,
    [id],
  );
  // The item that it came back as is withdrawn, and the agenda of the only meeting ahead is closed: it waits for another.
  await office.done(withdrawItem, office.secretary, {
    itemId: returned.item,
    version: returned.version,
    reason: 'Tas upp vid ett senare sammanträde.',
  });
  await approved(office, may.id);
  await office.done(reportAssignment, office.secretary, {
    assignmentId: id,
    version: (await of('condition')).version,
    report: 'Tabell 3 är rättad.',
  });
  await condition.settle();
  const { meetings } = await office.done(planMeetings, office.secretary, {
    bodyId: office.body,
    year: 2026,
    days: ['2026-09-18'],
    startTime: '09:00',
    endTime: '12:00',
    place: 'Sammanträdesrum Gripen, Hjälpmedelscentrum',
  });
  await office.done(changeMeeting, office.secretary, {
    meetingId: meetings[0]!.meetingId,
    version: await meetingVersion(office, meetings[0]!.meetingId),
    day: '2026-09-25',
    startTime: '09:00',
    endTime: '12:00',
    place: 'Rådhuset',
  });
  await condition.settle();
}

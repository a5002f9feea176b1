import { addItem } from '../../../src/commands/meetings/agenda/add-item';
import { declareRecusal } from '../../../src/commands/meetings/before/recusal';
import { reportAbsence } from '../../../src/commands/meetings/before/report-absence';
import { closeMeeting } from '../../../src/commands/meetings/session/closing/close-meeting';
import { decideItem } from '../../../src/commands/meetings/session/decisions/decide-item';
import { recordMotion, setPropositions } from '../../../src/commands/meetings/session/decisions/motions';
import { openMeeting } from '../../../src/commands/meetings/session/open-meeting';
import { recordPresence } from '../../../src/commands/meetings/session/presence/record-presence';
import { recordRollCall } from '../../../src/commands/meetings/session/presence/record-roll-call';
import { announceReservation } from '../../../src/commands/meetings/session/reservations';
import { setVerification } from '../../../src/commands/meetings/session/set-verification';
import { takeItem } from '../../../src/commands/meetings/session/take-item';
import { castBallots, closeVote, openVote } from '../../../src/commands/meetings/session/decisions/votes';
import { issueSummons } from '../../../src/commands/meetings/summons/issue-summons';
import { stateActor } from '../../../src/commands/runner/transaction';
import type { ClosedMeeting } from '../../../src/contracts/meetings/session/meeting';
import { asDay } from '../../../src/domain/time/day';
import { Meeting } from '../../../src/store/entities/meetings';
import { rulesOfMeeting } from '../../../src/store/queries/meetings/plan/plan-rules';
import { readSession, type Session } from '../../../src/store/queries/meetings/session/session';
import {
  agendaOf,
  approved,
  meetingVersion,
  openMatterRow,
  plannedMeeting,
  type MeetingOffice,
} from './meetings';

/** The matters of 2026-02-20, between the formal items; the yearly report stands as item 6 already. */
const MATTERS = [
  {
    title: 'Förslag borttagande av talflödeshjälpmedel',
    points: [
      'Talflödeshjälpmedel tas bort som förskrivningsbart hjälpmedel.',
      'Överenskommelsen gällande talflödeshjälpmedel sägs upp.',
      'Beslutspunkt 1 och 2 gäller från och med 2026-03-01.',
    ],
  },
  {
    title: 'Förslag borttagande av ADL-fotpall för barn',
    points: ['ADL-fotpallar för barn tas bort ur sortimentet.', 'Beslutet gäller från och med 2026-03-01.'],
  },
  { title: 'Uppdrag Verksamhetshjälpmedel', points: ['Uppdragsrapporten godkänns.'] },
  { title: 'Behov av att upphandla verksamhetssystem', points: ['Ny upphandling påbörjas under 2026.'] },
  { title: 'Årsberättelse 2025', points: ['Årsberättelsen godkänns och överlämnas till huvudmännen.'] },
] as const;

/** Ids of items by a word of their titles. */
export type ItemFinder = (word: string) => string;

export interface SummonedMeeting {
  readonly meetingId: string;
  readonly item: ItemFinder;
}

/** The meeting of 2026-02-20, summoned; the clock stands at its opening. */
export async function summonedMeeting(office: MeetingOffice): Promise<SummonedMeeting> {
  const meetingId = await plannedMeeting(office);
  office.now = new Date('2026-01-20T09:00:00Z');
  for (const [index, { title, points }] of MATTERS.entries()) {
    const matterId = await openMatterRow(office, index + 4, title);
    await office.done(addItem, office.secretary, {
      meetingId,
      kind: 'decision',
      title,
      points: [...points],
      matterId,
      recipientIds: [...office.recipients],
      summary: `Bakgrunden till ${title.toLowerCase()}.`,
    });
  }
  await approved(office, meetingId);
  office.now = new Date('2026-02-10T09:00:00Z');
  await office.done(issueSummons, office.secretary, {
    meetingId,
    version: await meetingVersion(office, meetingId),
  });
  office.now = new Date('2026-02-20T08:00:00Z');
  const items = await agendaOf(office, meetingId);
  const item = (word: string): string => {
    const found = items.find(({ title }) => title.includes(word));
    if (found === undefined) throw new Error(`No item about ${word}`);
    return found.id;
  };
  return { meetingId, item };
}

/** What the secretary sees of the room. */
export async function sessionOf(office: MeetingOffice, meetingId: string): Promise<Session> {
  return office.orm.em.fork().transactional(async (em) => {
    await stateActor(em, office.secretary, asDay('2026-02-20'));
    const meeting = await em.findOneOrFail(Meeting, meetingId);
    const inForce = await rulesOfMeeting(em, meeting);
    return readSession(em, meeting, inForce!.rules);
  });
}

/** The seat of a person, by name. */
export async function seatOfPerson(office: MeetingOffice, name: string): Promise<string> {
  const rows = await office.rows<{ id: string }>(
    `select s.id from seat s join seat_holder h on h.seat_id = s.id where h.person_id = $1 and s.body_id = $2`,
    [office.people.get(name), office.body],
  );
  const seat = rows[0];
  if (seat === undefined) throw new Error(`${name} has no seat`);
  return seat.id;
}

/** Opened, with a roll call of everyone but those named; their substitutes are there. */
export async function openedMeeting(
  office: MeetingOffice,
  summoned: SummonedMeeting,
  absent: readonly string[] = [],
): Promise<Session> {
  const { meetingId } = summoned;
  const away = new Set<string>();
  for (const name of absent) away.add(await seatOfPerson(office, name));
  await office.done(openMeeting, office.secretary, { meetingId });
  const { board } = await sessionOf(office, meetingId);
  const principals = new Set(board.flatMap((seat) => (away.has(seat.id) ? [seat.principalId] : [])));
  await office.done(recordRollCall, office.secretary, {
    meetingId,
    seats: board.map(({ id, kind, principalId }) => ({
      seatId: id,
      mode: away.has(id) || (kind === 'substitute' && !principals.has(principalId)) ? 'absent' : 'room',
    })),
  });
  return sessionOf(office, meetingId);
}

/** Takes the item and decides it as proposed. */
export async function approve(office: MeetingOffice, itemId: string, extra: object = {}): Promise<void> {
  await office.done(takeItem, office.secretary, { itemId });
  const points = await office.rows<{ text: string }>(
    'select text from proposed_point where item_id = $1 order by number',
    [itemId],
  );
  const outcome = points.length === 0 ? 'noted' : 'approved';
  await office.done(decideItem, office.secretary, {
    itemId,
    outcome,
    points: points.map(({ text }) => text),
    ...extra,
  });
}

/** Plain words for when and where the minutes are verified. */
export const VERIFICATION = { day: '2026-03-04', time: '13:00', place: 'Hjälpmedelscentrum, Almby' } as const;

export type PlayedMeeting = SummonedMeeting & ClosedMeeting;

/**
 * Plays the meeting of 2026-02-20 from the roll call to its closing: Gunnar Malm is absent and Dalbo's substitute
 * serves; Ingrid Norell comes late, at item 5, and takes her seat back; Lisbeth Frank is recused from one item; one
 * roll-call vote with a reservation by Patrik Öberg; one item referred back, one conditional, one assignment.
 */
export async function playedMeeting(office: MeetingOffice): Promise<PlayedMeeting> {
  const summoned = await summonedMeeting(office);
  const { meetingId, item } = summoned;
  const { secretary } = office;
  const seat = (name: string) => seatOfPerson(office, name);
  const person = (name: string) => office.people.get(name) ?? '';
  await office.done(reportAbsence, secretary, { meetingId, seatId: await seat('Gunnar Malm') });
  await openedMeeting(office, summoned, ['Gunnar Malm', 'Ingrid Norell']);
  await approve(office, item('föredragningslista'));
  await approve(office, item('Föregående protokoll'));
  await approve(office, item('Justering'));
  await office.done(setVerification, secretary, {
    meetingId,
    verifierIds: [office.viceChair.kind === 'person' ? office.viceChair.personId : ''],
    ...VERIFICATION,
  });
  await approve(office, item('Nästa sammanträde'));
  await office.done(recordPresence, secretary, {
    meetingId,
    events: [{ kind: 'arrives', seatId: await seat('Ingrid Norell') }],
  });
  await approve(office, item('Muntlig information'));
  await approve(office, item('Årsredovisning'));
  await approve(office, item('talflöde'), { effectiveOn: '2026-03-01' });
  await playVote(office, item('ADL-fotpall'));
  await approve(office, item('Uppdrag Verksamhetshjälpmedel'), {
    assignments: [
      {
        ownerPersonId: person('Staffan Ekblad'),
        text: 'Genomföra en fördjupad behovsanalys.',
        dueWords: 'hösten 2026',
      },
    ],
  });
  await office.done(takeItem, secretary, { itemId: item('upphandla') });
  await office.done(decideItem, secretary, {
    itemId: item('upphandla'),
    outcome: 'referredBack',
    reason: 'Kostnaden ska beskrivas.',
  });
  await office.done(declareRecusal, secretary, {
    itemId: item('Årsberättelse'),
    personId: person('Lisbeth Frank'),
    ground: 'supervision',
    note: '',
    decidedBy: 'body',
  });
  await approve(office, item('Årsberättelse'), {
    outcome: 'conditional',
    condition: {
      text: 'Tabell 3 rättas före överlämnandet.',
      ownerPersonId: person('Staffan Ekblad'),
      dueDay: '2026-03-06',
    },
  });
  await approve(office, item('delegeringsbeslut'));
  await approve(office, item('Anmälningar'));
  await office.done(takeItem, secretary, { itemId: item('Övriga frågor') });
  office.now = new Date('2026-02-20T11:00:00Z');
  const closed = await office.done(closeMeeting, secretary, { meetingId });
  return { ...summoned, ...closed };
}

/** A motion against the proposal, an open roll call of 9 to 6, and a reservation by the mover. */
async function playVote(office: MeetingOffice, itemId: string): Promise<void> {
  const { secretary } = office;
  await office.done(takeItem, secretary, { itemId });
  const mover = await seatOfPerson(office, 'Patrik Öberg');
  const { motionId } = await office.done(recordMotion, secretary, {
    itemId,
    seatId: mover,
    kind: 'reject',
    text: 'Förslaget avslås.',
  });
  await office.done(setPropositions, secretary, {
    itemId,
    propositions: [
      { motionId: null, words: 'Bifall till förslaget', carried: true },
      { motionId, words: 'Bifall till Patrik Öbergs yrkande', carried: false },
    ],
  });
  const { voteId } = await office.done(openVote, secretary, {
    itemId,
    yesMeans: 'Bifall till förslaget',
    noMeans: 'Bifall till Patrik Öbergs yrkande',
  });
  const rows = await office.rows<{ meeting_id: string }>('select meeting_id from agenda_item where id = $1', [
    itemId,
  ]);
  const { board } = await sessionOf(office, rows[0]!.meeting_id);
  const members = board.filter(({ kind }) => kind === 'member');
  const noes = new Set(members.filter(({ id, ordinal }) => id === mover || ordinal > 10).map(({ id }) => id));
  await office.done(castBallots, secretary, {
    voteId,
    ballots: members.map(({ id }) => ({ seatId: id, choice: noes.has(id) ? 'no' : 'yes' })),
  });
  await office.done(closeVote, secretary, { voteId });
  const points = await office.rows<{ text: string }>(
    'select text from proposed_point where item_id = $1 order by number',
    [itemId],
  );
  await office.done(decideItem, secretary, {
    itemId,
    outcome: 'approved',
    points: points.map(({ text }) => text),
    effectiveOn: '2026-03-01',
  });
  await office.done(announceReservation, secretary, { itemId, seatId: mover, kind: 'reservation' });
}

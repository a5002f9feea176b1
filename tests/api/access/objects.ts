import { randomUUID } from 'node:crypto';
import { announceMinutes } from '../../../src/commands/meetings/notice/announce-minutes';
import { stateActor, transaction } from '../../../src/commands/runner/transaction';
import { dayOf } from '../../../src/domain/time/stockholm';
import { Meeting } from '../../../src/store/entities/meetings';
import { Minutes } from '../../../src/store/entities/minutes';
import { rulesOfMeeting } from '../../../src/store/queries/meetings/plan/plan-rules';
import { certifiedExtracts, verifiedMeeting } from '../../support/builders/dispatch';
import type { MeetingOffice } from '../../support/builders/meetings';
import type { PlayedMeeting } from '../../support/builders/session';
import { memoIn } from './memos';
import type { Known } from './sample';
import { testSealer } from '../../support/sealer';

/** Stands in everything that a closed item is made of; seen in an answer to someone barred, a paper has leaked. */
export const CLOSED_MARK = 'TAVELRAM SJUTTON';

/** A one-time link that nobody was sent. */
export const TOKEN = 'a'.repeat(40);

/** Those who walk: everyone has an account, and each another relation to the board. */
export const walkers = [
  'nobody',
  'visitor',
  'secretary',
  'chair',
  'viceChair',
  'member',
  'recusedMember',
  'substitute',
  'headOfCentre',
  'official',
  'registrar',
  'auditor',
  'operator',
  'administrator',
  'otherSecretary',
  'otherRegistrar',
  'endedSecretary',
  'endedMember',
] as const;
export type Walker = (typeof walkers)[number];

/** Who may read what belongs to a closed item of the board: its secretary, head of centre and seats, but not the recused. */
export const readersOfClosed: readonly Walker[] = [
  'secretary',
  'chair',
  'viceChair',
  'member',
  'substitute',
  'headOfCentre',
];

/** Whose thing an address leads to. */
export const situations = ['own', 'otherBody', 'closed'] as const;
export type Situation = (typeof situations)[number];

/** What addresses and contracts name: the things that a walk gives its commands. */
const named = [
  'bodyId',
  'meetingId',
  'itemId',
  'documentId',
  'matterId',
  'memoId',
  'noticeId',
  'postingId',
  'minutesId',
  'paragraphId',
  'extractId',
  'dispatchId',
  'assignmentId',
  'personId',
  'seriesId',
  'seatId',
  'callId',
  'askId',
  'requestId',
  'recusalId',
  'motionId',
  'voteId',
  'recipientId',
  'eventId',
  'reservationId',
  'commentId',
  'token',
] as const;

/** Every named thing in a situation, by its name; undefined where there is none. */
export async function knownIn(world: AccessWorld, situation: Situation): Promise<Known> {
  const known: Record<string, Known[string]> = {};
  for (const name of named) known[name] = await world.idOf(name, situation);
  return known;
}

/** Tables whose name is not the parameter's: `itemId` is a row of agenda_item. */
const tables: Readonly<Record<string, string>> = {
  itemId: 'agenda_item',
  extractId: 'minutes_extract',
  postingId: 'notice_posting',
  callId: 'substitute_call',
  askId: 'substitute_ask',
  requestId: 'remote_request',
  recipientId: 'summons_recipient',
  eventId: 'presence_event',
  commentId: 'paragraph_comment',
  rulesId: 'rules_of_procedure',
  faultId: 'fault',
  wakeId: 'wake',
  mailId: 'mail',
};

export interface AccessWorld {
  readonly played: PlayedMeeting;
  readonly otherMeetingId: string;
  readonly people: Readonly<Record<Exclude<Walker, 'nobody'>, string>>;
  /** The id of a thing in a situation, by the name that addresses and contracts give it; undefined where there is none. */
  idOf(name: string, situation: Situation): Promise<string | undefined>;
}

/** The board's meeting of 2026-02-20 as it was held, one of its items closed, a second board beside it, and everyone who might try. */
export async function accessWorld(office: MeetingOffice): Promise<AccessWorld> {
  const played = await verifiedMeeting(office);
  const closedItem = played.item('Årsberättelse');
  await close(office, closedItem);
  await appendix(office, played.item('ADL-fotpall'), 'Prislista fotpallar', false);
  await commentOn(office, played.item('ADL-fotpall'));
  await announce(office, played.meetingId);
  await certifiedExtracts(office, played.meetingId);
  const otherMeetingId = await meetingOfOtherBoard(office);
  const people = await residents(office);
  await askedBefore(office, played.meetingId, people);
  for (const personId of new Set(Object.values(people))) {
    await office.rows(
      `insert into account (id, person_id, state) values ($1, $2, 'active') on conflict (person_id) do nothing`,
      [randomUUID(), personId],
    );
  }
  const known: Readonly<Record<string, Readonly<Record<Situation, string | undefined>>>> = {
    bodyId: { own: office.body, otherBody: office.otherBody, closed: office.body },
    meetingId: { own: played.meetingId, otherBody: otherMeetingId, closed: played.meetingId },
    itemId: {
      own: played.item('ADL-fotpall'),
      otherBody: await itemOf(office, otherMeetingId),
      closed: closedItem,
    },
    memoId: {
      own: await memoIn(office, office.body, people.official),
      otherBody: await memoIn(office, office.otherBody, people.otherSecretary),
      closed: await memoIn(office, office.body, people.secretary, { itemId: closedItem, mark: CLOSED_MARK }),
    },
    personId: { own: people.member, otherBody: people.otherSecretary, closed: people.member },
    slug: { own: 'hjalpmedelsnamnden', otherBody: 'tolknamnden', closed: 'hjalpmedelsnamnden' },
    year: { own: '2026', otherBody: '2026', closed: '2026' },
    itemKey: { own: 'agenda', otherBody: 'agenda', closed: 'agenda' },
    section: { own: 'background', otherBody: 'background', closed: 'background' },
    token: { own: TOKEN, otherBody: TOKEN, closed: TOKEN },
  };
  const found = new Map<string, string | undefined>();
  return {
    played,
    otherMeetingId,
    people,
    idOf: async (name, situation) => {
      const key = `${name} ${situation}`;
      if (!found.has(key))
        found.set(key, name in known ? known[name]![situation] : await rowOf(office, name, situation));
      return found.get(key);
    },
  };
}

/** The item and everything that hangs on it becomes closed, with words that must not be seen. */
async function close(office: MeetingOffice, itemId: string): Promise<void> {
  await office.rows(
    `update agenda_item set closed = true, public_title = 'Sekretessärende', title = $2 where id = $1`,
    [itemId, CLOSED_MARK],
  );
  await office.rows(`update proposed_point set text = $2 where item_id = $1`, [itemId, CLOSED_MARK]);
  await office.rows(`update text set closed = true, body_id = $3, content = $2 where owner_id = $1`, [
    itemId,
    CLOSED_MARK,
    office.body,
  ]);
  await office.rows(`update paragraph set closed = true where item_id = $1`, [itemId]);
  await office.rows(
    `update text set closed = true, body_id = $3, content = $2 where owner_kind = 'paragraph' and owner_id in (select id from paragraph where item_id = $1)`,
    [itemId, CLOSED_MARK, office.body],
  );
  await office.rows(
    `update decision_point set text = $2 where decision_id in (select id from decision where item_id = $1)`,
    [itemId, CLOSED_MARK],
  );
  await appendix(office, itemId, CLOSED_MARK, true);
}

async function appendix(
  office: MeetingOffice,
  itemId: string,
  title: string,
  closed: boolean,
): Promise<void> {
  const documentId = randomUUID();
  const sha = (closed ? 'c' : 'd').repeat(64);
  await office.rows(
    `insert into blob (sha256, bytes, size, created_at) values ($1, $2, 10, now()) on conflict do nothing`,
    [sha, Buffer.from(title)],
  );
  await office.rows(
    `insert into document (id, authority_id, body_id, kind, title, direction, day, state, unregistered_reason, closed, owner_kind, owner_id)
     values ($1, $2, $3, 'appendix', $4, 'drawnUp', '2026-02-01', 'drawnUp', 'arbetsmaterial', $6, 'agendaItem', $5)`,
    [documentId, office.authority, office.body, title, itemId, closed],
  );
  await office.rows(
    `insert into document_version (id, document_id, number, sha256, media_type, size, pages, file_name, made_key, claims, created_at, created_by)
     values ($1, $2, 1, $3, 'application/pdf', 10, 1, $4, $5, '[]', now(), 'system')`,
    [randomUUID(), documentId, sha, `${title}.pdf`, `walk/${documentId}`],
  );
  await office.rows(
    'insert into item_document (item_id, document_id, ordinal, label) values ($1, $2, 99, $3)',
    [itemId, documentId, title],
  );
}

/** What a verifier would have changed in the item's paragraph. */
async function commentOn(office: MeetingOffice, itemId: string): Promise<void> {
  await office.rows(
    `insert into paragraph_comment (id, authority_id, paragraph_id, person_id, text, at)
     select $1, authority_id, id, $3, 'Skriv ut namnet.', now() from paragraph where item_id = $2`,
    [randomUUID(), itemId, office.people.get('Karin Ask')],
  );
}

/** A substitute who was asked and a member who asked to take part from elsewhere. */
async function askedBefore(
  office: MeetingOffice,
  meetingId: string,
  people: AccessWorld['people'],
): Promise<void> {
  const [call] = await office.rows<{ id: string }>(
    `insert into substitute_call (id, authority_id, meeting_id, seat_id, state)
     select $1, $2, $3, id, 'asking' from seat where body_id = $4 and kind = 'member' order by ordinal desc limit 1 returning id`,
    [randomUUID(), office.authority, meetingId, office.body],
  );
  await office.rows(
    `insert into substitute_ask (id, call_id, seat_id, person_id, ordinal, asked_at, answer_by)
     select $1, $2, id, $3, 1, now(), now() from seat where body_id = $4 and kind = 'substitute' order by ordinal limit 1`,
    [randomUUID(), call!.id, people.substitute, office.body],
  );
  await office.rows(
    `insert into remote_request (id, authority_id, meeting_id, person_id, requested_at, state) values ($1, $2, $3, $4, now(), 'asked')`,
    [randomUUID(), office.authority, meetingId, people.member],
  );
}

/** The notice on every principal's board, as the last signature puts it there. */
async function announce(office: MeetingOffice, meetingId: string): Promise<void> {
  const system = { kind: 'system' } as const;
  await office.orm.em.fork().transactional(async (em) => {
    await stateActor(em, system, dayOf(office.now));
    const tx = transaction(em, system, null, office.now, 'test', testSealer.seal);
    const meeting = await em.findOneOrFail(Meeting, meetingId);
    const minutes = await em.findOneOrFail(Minutes, { meetingId });
    const inForce = await rulesOfMeeting(em, meeting);
    await announceMinutes(tx, { minutes, meeting, rules: inForce!.rules });
  });
}

async function meetingOfOtherBoard(office: MeetingOffice): Promise<string> {
  const meeting = randomUUID();
  await office.rows(
    `insert into meeting (id, authority_id, body_id, rules_id, year, number, phase, day, start_time, end_time, place, last_agenda_number, calendar_sequence)
     select $1, $2, $3, id, 2026, 1, 'planned', '2026-03-20', '09:00', '12:00', 'Kvarnby', 1, 0 from rules_of_procedure where body_id = $3`,
    [meeting, office.authority, office.otherBody],
  );
  await office.rows(
    `insert into agenda_item (id, authority_id, body_id, meeting_id, ordinal, agenda_number, kind, title, closed, exercise_of_authority, presenters, recipient_ids, late, state)
     values ($1, $2, $3, $4, 1, 1, 'decision', 'Tolktjänst', false, false, '[]', '[]', false, 'listed')`,
    [randomUUID(), office.authority, office.otherBody, meeting],
  );
  return meeting;
}

async function itemOf(office: MeetingOffice, meetingId: string): Promise<string | undefined> {
  return (
    await office.rows<{ id: string }>('select id from agenda_item where meeting_id = $1 limit 1', [meetingId])
  )[0]?.id;
}

async function residents(office: MeetingOffice): Promise<AccessWorld['people']> {
  const named = (name: string): string => office.people.get(name)!;
  const seated = async (kind: string, nth: number): Promise<string> =>
    (
      await office.rows<{ person_id: string }>(
        `select h.person_id from seat_holder h join seat s on s.id = h.seat_id
         where s.body_id = $1 and s.kind = $2 and h.office is null order by s.ordinal offset $3 limit 1`,
        [office.body, kind, nth],
      )
    )[0]!.person_id;
  const viceChair = office.viceChair.kind === 'person' ? office.viceChair.personId : '';
  const municipality = (
    await office.rows<{ id: string }>(`select id from principal where id <> $1 order by name limit 1`, [
      office.region,
    ])
  )[0]!.id;
  const newcomer = async (name: string): Promise<string> => {
    const id = randomUUID();
    await office.rows(`insert into person (id, name, email, language) values ($1, $2, $3, 'sv')`, [
      id,
      name,
      `${id}@vasterdal.example`,
    ]);
    return id;
  };
  const assign = (
    personId: string,
    role: string,
    kind: string,
    scope: string | null,
    to: string | null = null,
  ) =>
    office.rows(
      `insert into role_assignment (id, person_id, role, scope_kind, scope_id, valid_from, valid_to) values ($1, $2, $3, $4, $5, '2023-01-01', $6)`,
      [randomUUID(), personId, role, kind, scope, to],
    );
  const people = {
    visitor: await newcomer('Petra Holmgård'),
    secretary: named('Annika Roos'),
    chair: named('Karin Ask'),
    viceChair,
    member: named('Samuel Lindh'),
    recusedMember: named('Lisbeth Frank'),
    substitute: await seated('substitute', 2),
    headOfCentre: named('Staffan Ekblad'),
    official: named('Helena Mårtens'),
    registrar: await newcomer('Kerstin Mobäck'),
    auditor: await newcomer('Torsten Ekvall'),
    operator: await newcomer('Johan Stensrud'),
    administrator: await newcomer('Solveig Nyrén'),
    otherSecretary: named('Björn Tallmo'),
    otherRegistrar: await newcomer('Ida Sandgren'),
    endedSecretary: await newcomer('Rut Almgren'),
    endedMember: await newcomer('Gösta Bryntesson'),
  };
  await assign(people.registrar, 'registrar', 'principal', office.region);
  await assign(people.otherRegistrar, 'registrar', 'principal', municipality);
  await assign(people.auditor, 'auditor', 'body', office.body);
  await assign(people.operator, 'operator', 'installation', null);
  await assign(people.administrator, 'administrator', 'installation', null);
  await assign(people.endedSecretary, 'secretary', 'body', office.body, '2025-12-31');
  const seat = (
    await office.rows<{ id: string }>(`select id from seat where body_id = $1 order by ordinal limit 1`, [
      office.body,
    ])
  )[0]!.id;
  await office.rows(
    `insert into seat_holder (id, seat_id, person_id, party, valid_from, valid_to) values ($1, $2, $3, 'Bygdepartiet', '2019-01-01', '2022-12-31')`,
    [randomUUID(), seat, people.endedMember],
  );
  return people;
}

/** A row of the table that the name tells, in the board, in the other one, or closed. */
async function rowOf(office: MeetingOffice, name: string, situation: Situation): Promise<string | undefined> {
  if (!name.endsWith('Id')) return undefined;
  const table = tables[name] ?? name.slice(0, -2).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const columns = await office.rows<{ column_name: string }>(
    `select column_name from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  );
  const has = (column: string) => columns.some(({ column_name }) => column_name === column);
  if (!has('id')) return undefined;
  const body = situation === 'otherBody' ? office.otherBody : office.body;
  const within = has('body_id')
    ? 'body_id = $1'
    : has('meeting_id')
      ? 'meeting_id in (select id from meeting where body_id = $1)'
      : has('item_id')
        ? 'item_id in (select id from agenda_item where body_id = $1)'
        : situation === 'otherBody'
          ? '$1::uuid is null'
          : '$1::uuid is not null';
  const isClosed = has('closed') ? 'closed' : has('closed_item_id') ? 'closed_item_id is not null' : null;
  const secret = isClosed !== null ? `and (${isClosed}) = ${String(situation === 'closed')}` : '';
  const rows = await office.rows<{ id: string }>(
    `select id from ${table} where ${within} ${secret} order by id limit 1`,
    [body],
  );
  return rows[0]?.id;
}

import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import county from '../../../data/demo/county.json';
import jointBoard from '../../../data/rules-of-procedure/joint-board.json';
import { approveAgenda } from '../../../src/commands/meetings/agenda/approve-agenda';
import { planMeetings } from '../../../src/commands/meetings/plan/plan-meetings';
import type { Command } from '../../../src/commands/runner/command';
import { createRunner, type Runner, type RunnerDeps, type RunResult } from '../../../src/commands/runner/run';
import type { Actor } from '../../../src/contracts/actor';
import type { RulesOfProcedure } from '../../../src/domain/bodies/rules-of-procedure';
import { stateActor } from '../../../src/commands/runner/transaction';
import { asDay } from '../../../src/domain/time/day';
import { Meeting } from '../../../src/store/entities/meetings';
import { readAgenda, type AgendaItemView } from '../../../src/store/queries/meetings/agenda/agenda-items';
import { agendaStamp } from '../../../src/store/queries/meetings/agenda/agenda-snapshot';
import { connectOrm } from '../../../src/store/orm';
import { freshDatabase, type FreshDatabase } from '../database';
import { testSealer } from '../sealer';

/** The board of 15 and 15 of the demo county, with invented people, and a second board beside it. */
export interface MeetingOffice {
  readonly db: FreshDatabase;
  readonly orm: MikroORM;
  readonly run: Runner;
  /** The superuser's connection: sees every row. */
  readonly admin: Client;
  readonly authority: string;
  readonly body: string;
  readonly otherBody: string;
  readonly region: string;
  readonly series: string;
  readonly recipients: readonly string[];
  /** Ids by name, such as 'Karin Ask'. */
  readonly people: ReadonlyMap<string, string>;
  readonly secretary: Actor;
  readonly chair: Actor;
  readonly viceChair: Actor;
  readonly member: Actor;
  readonly official: Actor;
  readonly otherSecretary: Actor;
  readonly process: Actor;
  /** Moves the case's clock. */
  now: Date;
  /** Runs a command that is expected to go well. @throws with the refusal's code */
  done: <Input, Result>(command: Command<Input, Result>, actor: Actor, input: unknown) => Promise<Result>;
  /** The code of a command that is expected to be refused; 'ok' when it went through. */
  refusedAs: <Input, Result>(
    command: Command<Input, Result>,
    actor: Actor,
    input: unknown,
  ) => Promise<string>;
  rows: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** Lets go of the database, which stays; `resume` takes it up again. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  close(): Promise<void>;
}

const BOARD = county.bodies[0]!;

export async function meetingOffice(
  options: {
    readonly rules?: Partial<RulesOfProcedure>;
    readonly now?: string;
    /** Puts something between the office and its runner, such as a watch over its wakes. */
    readonly around?: (deps: Pick<RunnerDeps, 'em' | 'clock'>, run: Runner) => Runner;
  } = {},
): Promise<MeetingOffice> {
  const db = await freshDatabase();
  const orm = await connectOrm(db.appUrl, 8);
  const admin = await connected(db.adminUrl);
  const found = await foundBoards(admin, { ...(jointBoard.rules as RulesOfProcedure), ...options.rules });
  const silent = (): void => undefined;
  const person = (name: string): Actor => ({ kind: 'person', personId: found.people.get(name) ?? '' });
  const office: Omit<MeetingOffice, 'run' | 'done' | 'refusedAs'> = {
    db,
    orm,
    admin,
    ...found,
    secretary: person('Annika Roos'),
    chair: person('Karin Ask'),
    viceChair: person(BOARD.members.find(({ office: held }) => held === 'viceChair')!.person),
    member: person('Samuel Lindh'),
    official: person('Helena Mårtens'),
    otherSecretary: person('Björn Tallmo'),
    process: { kind: 'process', process: 'meetingCycle', authorityId: found.authority },
    now: new Date(options.now ?? '2025-11-24T09:00:00Z'),
    rows: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await office.admin.query<Row>(sql, [...values])).rows,
    pause: async () => {
      await orm.close();
      await office.admin.end();
    },
    resume: async () => {
      await orm.connect();
      Object.assign(office, { admin: await connected(db.adminUrl) });
    },
    close: async () => {
      await office.pause();
      await db.drop();
    },
  };
  const deps: RunnerDeps = {
    em: orm.em,
    clock: { now: () => Promise.resolve(office.now), toServerTime: (at) => at.getTime() },
    wakeSender: { send: () => Promise.resolve() },
    log: { info: silent, warn: silent, error: silent },
    secret: 'test',
    sealer: testSealer,
  };
  const run = options.around?.(deps, createRunner(deps)) ?? createRunner(deps);
  const answered = <Result>(result: RunResult<Result>): Result => {
    if (result.ok) return result.result;
    throw new Error(`${result.code} ${JSON.stringify(result.facts)}`);
  };
  return Object.assign(office, {
    run,
    done: async <Input, Result>(command: Command<Input, Result>, actor: Actor, input: unknown) =>
      answered(await run(command, actor, input)),
    refusedAs: async <Input, Result>(command: Command<Input, Result>, actor: Actor, input: unknown) => {
      const result = await run(command, actor, input);
      return result.ok ? 'ok' : result.code;
    },
  });
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

async function foundBoards(admin: Client, rules: RulesOfProcedure) {
  const insert = (sql: string, values: readonly unknown[]) => admin.query(sql, [...values]);
  const authority = uuidv7();
  await insert("insert into authority (id, name, kind) values ($1, 'Gemensam hjälpmedelsnämnd', 'board')", [
    authority,
  ]);
  const principals = new Map<string, string>();
  for (const principal of county.principals) {
    const id = uuidv7();
    principals.set(principal.name, id);
    await insert(
      `insert into principal (id, authority_id, name, kind, mailbox, notice_board_address, notice_board_hosted_here)
       values ($1, $2, $3, $4, $5, $6, false)`,
      [id, authority, principal.name, principal.kind, principal.mailbox, principal.noticeBoardAddress],
    );
  }
  const people = new Map<string, string>();
  for (const person of county.people) {
    const id = uuidv7();
    people.set(person.name, id);
    await insert(
      "insert into person (id, name, email, title, unit, language) values ($1, $2, $3, $4, $5, 'sv')",
      [id, person.name, person.email, person.title, person.unit],
    );
  }
  const region = principals.get('Region Västerdal')!;
  const body = uuidv7();
  const otherBody = uuidv7();
  const series = uuidv7();
  await insert(
    "insert into number_series (id, authority_id, code, name, pattern, kept_here) values ($1, $2, 'HMC', 'Diariet', 'HMC{yy}{nnnn}', true)",
    [series, authority],
  );
  for (const [id, name, slug] of [
    [body, BOARD.name, BOARD.slug],
    [otherBody, 'Gemensam tolknämnd', 'tolknamnden'],
  ] as const) {
    await insert(
      "insert into body (id, authority_id, kind, name, slug, host_principal_id, series_id) values ($1, $2, 'jointBoard', $3, $4, $5, $6)",
      [id, authority, name, slug, region, series],
    );
    await insert(
      `insert into rules_of_procedure (id, body_id, number, valid_from, settings, decided_by)
       values ($1, $2, 1, '2023-01-01', $3, 'Regionfullmäktige 2022-11-29 § 117')`,
      [uuidv7(), id, JSON.stringify(rules)],
    );
  }
  for (const [name, id] of principals) {
    await insert('insert into body_principal (body_id, principal_id, ordinal) values ($1, $2, $3)', [
      body,
      id,
      [...principals.keys()].indexOf(name) + 1,
    ]);
  }
  for (const kind of ['member', 'substitute'] as const) {
    const held = kind === 'member' ? BOARD.members : BOARD.substitutes;
    for (const [index, holder] of held.entries()) {
      const seat = uuidv7();
      await insert(
        'insert into seat (id, body_id, principal_id, kind, ordinal) values ($1, $2, $3, $4, $5)',
        [seat, body, principals.get(holder.principal), kind, index + 1],
      );
      await insert(
        "insert into seat_holder (id, seat_id, person_id, party, office, valid_from) values ($1, $2, $3, $4, $5, '2023-01-01')",
        [uuidv7(), seat, people.get(holder.person), holder.party, 'office' in holder ? holder.office : null],
      );
    }
  }
  for (const role of county.roles) {
    const scope = 'body' in role ? (role.body === BOARD.slug ? body : otherBody) : null;
    if (scope === null) continue;
    await insert(
      "insert into role_assignment (id, person_id, role, scope_kind, scope_id, valid_from) values ($1, $2, $3, 'body', $4, '2023-01-01')",
      [uuidv7(), people.get(role.person), role.role, scope],
    );
  }
  const recipients: string[] = [];
  for (const [index, recipient] of BOARD.recipients.slice(0, 3).entries()) {
    const id = uuidv7();
    recipients.push(id);
    await insert(
      'insert into dispatch_recipient (id, body_id, ordinal, name, kind, standing) values ($1, $2, $3, $4, $5, false)',
      [id, body, index + 1, recipient.name, recipient.kind],
    );
  }
  return { authority, body, otherBody, region, series, recipients, people };
}

/** An open matter of the board's register. */
export async function openMatterRow(office: MeetingOffice, number: number, title: string): Promise<string> {
  const id = uuidv7();
  await office.admin.query(
    `insert into matter (id, authority_id, body_id, series_id, period, number, registry_number, title, opened_on, state, last_document_number)
     values ($1, $2, $3, $4, '26', $5, $6, $7, '2026-01-10', 'open', 0)`,
    [
      id,
      office.authority,
      office.body,
      office.series,
      number,
      `HMC26${String(number).padStart(4, '0')}`,
      title,
    ],
  );
  return id;
}

/** A document with one version, as the register keeps an appendix. */
export async function appendixRow(
  office: MeetingOffice,
  title: string,
  options: { readonly matterId?: string; readonly bytes?: Buffer } = {},
): Promise<string> {
  const id = uuidv7();
  const bytes = options.bytes ?? Buffer.from(`%PDF-1.7 ${title}`);
  const sha = `${id.replaceAll('-', '')}${id.replaceAll('-', '')}`;
  await office.admin.query(
    `insert into document (id, authority_id, body_id, matter_id, number, kind, title, direction, day, state, closed, unregistered_reason)
     values ($1, $2, $3, $4, null, 'appendix', $5, 'drawnUp', '2026-01-20', 'drawnUp', false, 'underlag')`,
    [id, office.authority, office.body, options.matterId ?? null, title],
  );
  await office.admin.query('insert into blob (sha256, bytes, size, created_at) values ($1, $2, $3, now())', [
    sha,
    bytes,
    bytes.length,
  ]);
  await office.admin.query(
    `insert into document_version (id, document_id, number, sha256, media_type, size, pages, file_name, made_key, claims, created_at, created_by)
     values ($1, $2, 1, $3, 'application/pdf', $4, 1, $5, $6, '[]', now(), 'test')`,
    [uuidv7(), id, sha, bytes.length, `${title}.pdf`, `upload/${id}`],
  );
  return id;
}

/** The meeting of 2026-02-20 in its year, planned by the secretary. */
export async function plannedMeeting(office: MeetingOffice): Promise<string> {
  const { meetings } = await office.done(planMeetings, office.secretary, {
    bodyId: office.body,
    year: 2026,
    days: ['2026-01-15', '2026-02-20', '2026-05-22'],
    startTime: '09:00',
    endTime: '12:00',
    place: 'Sammanträdesrum Gripen, Hjälpmedelscentrum',
  });
  return meetings[1]!.meetingId;
}

/** The agenda's items as the secretary sees them. */
export async function agendaOf(office: MeetingOffice, meetingId: string): Promise<AgendaItemView[]> {
  return office.orm.em.fork().transactional(async (em) => {
    await stateActor(em, office.secretary, asDay('2026-02-01'));
    const meeting = await em.findOneOrFail(Meeting, meetingId);
    return readAgenda(em, meeting, 'meeting');
  });
}

/** What the chair's form sends back: the stamp of the agenda as it stands. */
export async function stampOf(office: MeetingOffice, meetingId: string): Promise<number> {
  return agendaStamp(await agendaOf(office, meetingId));
}

/** The version of the meeting's row, as a form carries it. */
export async function meetingVersion(office: MeetingOffice, meetingId: string): Promise<number> {
  const rows = await office.rows<{ version: number }>('select version from meeting where id = $1', [
    meetingId,
  ]);
  return rows[0]!.version;
}

/** The chair approves the agenda as it stands. */
export async function approved(office: MeetingOffice, meetingId: string): Promise<string> {
  const version = await stampOf(office, meetingId);
  return (await office.done(approveAgenda, office.chair, { meetingId, version })).letter;
}

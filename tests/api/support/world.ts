import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { hashPassword } from '../../../src/commands/people/hash';

/** The password of everyone in the small world. */
export const PASSWORD = 'tallkottar under bordet';

export interface Resident {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Two joint boards with their people: enough to ask who may do what to whose things. */
export interface World {
  readonly authority: string;
  readonly otherAuthority: string;
  readonly body: string;
  readonly otherBody: string;
  readonly principal: string;
  readonly otherPrincipal: string;
  readonly people: Readonly<Record<Role, Resident>>;
}

export const roles = [
  'secretary',
  'chair',
  'member',
  'substitute',
  'official',
  'headOfCentre',
  'registrar',
  'auditor',
  'operator',
  'otherSecretary',
  'otherMember',
  'otherRegistrar',
  'endedSecretary',
  'endedMember',
  'visitor',
] as const;
export type Role = (typeof roles)[number];

const names: Readonly<Record<Role, string>> = {
  secretary: 'Siri Ljungdal',
  chair: 'Olof Hedvik',
  member: 'Berit Fors',
  substitute: 'Nils Granefelt',
  official: 'Maja Dahlbacka',
  headOfCentre: 'Ulf Rosendal',
  registrar: 'Kerstin Moberg Lund',
  auditor: 'Torsten Ekvall',
  operator: 'Johan Stensrud',
  otherSecretary: 'Agneta Wikmark',
  otherMember: 'Lars Kvist',
  otherRegistrar: 'Ida Sandgren',
  endedSecretary: 'Rut Almgren',
  endedMember: 'Gösta Bryntesson',
  visitor: 'Petra Holmgård',
};

/** Fills an empty database as its owner would. @param url connection that sees every row */
export async function settle(url: string): Promise<World> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await fill(client);
  } finally {
    await client.end();
  }
}

async function fill(client: Client): Promise<World> {
  const [authority, otherAuthority, body, otherBody, principal, otherPrincipal] = Array.from(
    { length: 6 },
    () => randomUUID(),
  );
  const run = (sql: string, params: readonly unknown[]) => client.query(sql, [...params]);
  const hash = await hashPassword(PASSWORD);
  for (const [id, name] of [
    [authority, 'Gemensam hjälpmedelsnämnd'],
    [otherAuthority, 'Kvarnbynämnden'],
  ]) {
    await run(`insert into authority (id, name, kind) values ($1, $2, 'board')`, [id, name]);
  }
  for (const [id, owner, name] of [
    [principal, authority, 'Almby kommun'],
    [otherPrincipal, authority, 'Sjöviks kommun'],
  ]) {
    await run(
      `insert into principal (id, authority_id, name, kind, mailbox, notice_board_address, notice_board_hosted_here)
       values ($1, $2, $3, 'municipality', 'registrator@kommun.example', 'https://kommun.example/anslag', false)`,
      [id, owner, name],
    );
  }
  for (const [id, owner, name, slug] of [
    [body, authority, 'Gemensam hjälpmedelsnämnd', 'ghn'],
    [otherBody, otherAuthority, 'Kvarnbynämnden', 'kvn'],
  ]) {
    await run(
      `insert into body (id, authority_id, kind, name, slug, host_principal_id) values ($1, $2, 'jointBoard', $3, $4, $5)`,
      [id, owner, name, slug, principal],
    );
  }
  const people = {} as Record<Role, Resident>;
  for (const role of roles) {
    const resident = {
      id: randomUUID(),
      name: names[role],
      email: `${role.toLowerCase()}@vasterdal.example`,
    };
    people[role] = resident;
    await run(`insert into person (id, name, email, language) values ($1, $2, $3, 'sv')`, [
      resident.id,
      resident.name,
      resident.email,
    ]);
    await run(`insert into account (id, person_id, password_hash, state) values ($1, $2, $3, 'active')`, [
      randomUUID(),
      resident.id,
      hash,
    ]);
  }
  const assign = (role: Role, name: string, kind: string, scope: string | null, to: string | null = null) =>
    run(
      `insert into role_assignment (id, person_id, role, scope_kind, scope_id, valid_from, valid_to) values ($1, $2, $3, $4, $5, '2025-01-01', $6)`,
      [randomUUID(), people[role].id, name, kind, scope, to],
    );
  await assign('secretary', 'secretary', 'body', body!);
  await assign('otherSecretary', 'secretary', 'body', otherBody!);
  await assign('endedSecretary', 'secretary', 'body', body!, '2025-12-31');
  await assign('official', 'official', 'body', body!);
  await assign('headOfCentre', 'headOfCentre', 'body', body!);
  await assign('auditor', 'auditor', 'body', body!);
  await assign('registrar', 'registrar', 'principal', principal!);
  await assign('otherRegistrar', 'registrar', 'principal', otherPrincipal!);
  await assign('operator', 'operator', 'installation', null);
  const seats: readonly (readonly [Role, string, string, string, number, string | null, string | null])[] = [
    ['chair', body!, principal!, 'member', 1, 'chair', null],
    ['member', body!, principal!, 'member', 2, null, null],
    ['endedMember', body!, otherPrincipal!, 'member', 3, null, '2025-12-31'],
    ['substitute', body!, principal!, 'substitute', 1, null, null],
    ['otherMember', otherBody!, otherPrincipal!, 'member', 1, null, null],
  ];
  for (const [role, inBody, forPrincipal, kind, ordinal, office, to] of seats) {
    const seat = randomUUID();
    await run(`insert into seat (id, body_id, principal_id, kind, ordinal) values ($1, $2, $3, $4, $5)`, [
      seat,
      inBody,
      forPrincipal,
      kind,
      ordinal,
    ]);
    await run(
      `insert into seat_holder (id, seat_id, person_id, party, office, valid_from, valid_to) values ($1, $2, $3, 'Bygdepartiet', $4, '2025-01-01', $5)`,
      [randomUUID(), seat, people[role].id, office, to],
    );
  }
  return {
    authority: authority!,
    otherAuthority: otherAuthority!,
    body: body!,
    otherBody: otherBody!,
    principal: principal!,
    otherPrincipal: otherPrincipal!,
    people,
  };
}

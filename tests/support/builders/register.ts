import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { createRunner, type Runner } from '../../../src/commands/runner/run';
import { Upload } from '../../../src/contracts/upload';
import { connectOrm } from '../../../src/store/orm';
import { sha256Of } from '../../../src/store/blobs';
import { freshDatabase, type FreshDatabase } from '../database';
import { testSealer } from '../sealer';

/** A board with its register and the people who write in it. Ids by name. */
export interface RegisterOffice {
  readonly db: FreshDatabase;
  readonly orm: MikroORM;
  readonly run: Runner;
  /** The superuser's connection: sees every row. */
  readonly admin: Client;
  readonly ids: {
    readonly authority: string;
    readonly body: string;
    readonly otherBody: string;
    readonly series: string;
    readonly foreignSeries: string;
    readonly secretary: string;
    readonly official: string;
    readonly otherOfficial: string;
    readonly member: string;
    readonly strangerSecretary: string;
    readonly mailbox: string;
    readonly auditors: string;
  };
  /** Moves the case's clock. */
  now: Date;
  close(): Promise<void>;
}

/** The board on 2 February 2026 with an empty register. */
export async function registerOffice(): Promise<RegisterOffice> {
  const db = await freshDatabase();
  const orm = await connectOrm(db.appUrl, 8);
  const admin = new Client({ connectionString: db.adminUrl });
  await admin.connect();
  const ids = await foundOffice(admin);
  const office: Omit<RegisterOffice, 'run'> = {
    db,
    orm,
    admin,
    ids,
    now: new Date('2026-02-02T09:00:00Z'),
    close: async () => {
      await orm.close();
      await admin.end();
      await db.drop();
    },
  };
  const silent = (): void => undefined;
  const run = createRunner({
    em: orm.em,
    clock: { now: () => Promise.resolve(office.now), toServerTime: (at) => at.getTime() },
    wakeSender: { send: () => Promise.resolve() },
    log: { info: silent, warn: silent, error: silent },
    secret: 'test',
    sealer: testSealer,
  });
  return Object.assign(office, { run });
}

async function foundOffice(admin: Client): Promise<RegisterOffice['ids']> {
  const authority = uuidv7();
  const region = uuidv7();
  const body = uuidv7();
  const otherBody = uuidv7();
  const seat = uuidv7();
  const ids = {
    authority,
    body,
    otherBody,
    series: uuidv7(),
    foreignSeries: uuidv7(),
    secretary: uuidv7(),
    official: uuidv7(),
    otherOfficial: uuidv7(),
    member: uuidv7(),
    strangerSecretary: uuidv7(),
    mailbox: uuidv7(),
    auditors: uuidv7(),
  };
  const insert = (sql: string, values: readonly unknown[]) => admin.query(sql, [...values]);
  await insert("insert into authority (id, name, kind) values ($1, 'Hjälpmedelsnämnden', 'board')", [
    authority,
  ]);
  await insert(
    `insert into principal (id, authority_id, name, kind, mailbox, notice_board_address, notice_board_hosted_here)
     values ($1, $2, 'Region Västerdal', 'region', 'brevlada@region.example', 'https://region.example', false)`,
    [region, authority],
  );
  for (const [id, code, pattern, kept] of [
    [ids.series, 'HMC', 'HMC{yy}{nnnn}', true],
    [ids.foreignSeries, 'RV', 'RV{yy}{nnnn}', false],
  ] as const) {
    await insert(
      'insert into number_series (id, authority_id, code, name, pattern, kept_here) values ($1, $2, $3, $4, $5, $6)',
      [id, authority, code, `Serien ${code}`, pattern, kept],
    );
  }
  for (const [id, slug] of [
    [body, 'hjalpmedelsnamnden'],
    [otherBody, 'tolknamnden'],
  ] as const) {
    await insert(
      "insert into body (id, authority_id, kind, name, slug, host_principal_id) values ($1, $2, 'jointBoard', $3, $4, $5)",
      [
        id,
        authority,
        slug === 'tolknamnden' ? 'Gemensam tolknämnd' : 'Gemensam hjälpmedelsnämnd',
        slug,
        region,
      ],
    );
  }
  const people = [
    [ids.secretary, 'Ylva Sandgren', 'ylva.sandgren@vasterdal.example', 'secretary', body],
    [ids.official, 'Torbjörn Ask', 'torbjorn.ask@vasterdal.example', 'official', body],
    [ids.otherOfficial, 'Petra Vallin', 'petra.vallin@vasterdal.example', 'official', body],
    [ids.strangerSecretary, 'Ismail Haddad', 'ismail.haddad@vasterdal.example', 'secretary', otherBody],
    [ids.member, 'Gunnel Rydh', 'gunnel.rydh@vasterdal.example', null, body],
  ] as const;
  for (const [id, name, email, role, scope] of people) {
    await insert(
      "insert into person (id, name, email, phone, title, unit, language) values ($1, $2, $3, '010-123 45 67', 'Handläggare', 'Hjälpmedelscentrum', 'sv')",
      [id, name, email],
    );
    if (role === null) continue;
    await insert(
      "insert into role_assignment (id, person_id, role, scope_kind, scope_id, valid_from) values ($1, $2, $3, 'body', $4, '2024-01-01')",
      [uuidv7(), id, role, scope],
    );
  }
  await insert(
    "insert into seat (id, body_id, principal_id, kind, ordinal) values ($1, $2, $3, 'member', 1)",
    [seat, body, region],
  );
  await insert(
    "insert into seat_holder (id, seat_id, person_id, party, valid_from) values ($1, $2, $3, 'C', '2024-01-01')",
    [uuidv7(), seat, ids.member],
  );
  for (const [id, ordinal, name, kind] of [
    [ids.mailbox, 1, 'Region Västerdals myndighetsbrevlåda', 'principalMailbox'],
    [ids.auditors, 2, 'Revisorerna', 'auditors'],
  ] as const) {
    await insert(
      'insert into dispatch_recipient (id, body_id, ordinal, name, kind, standing) values ($1, $2, $3, $4, $5, false)',
      [id, body, ordinal, name, kind],
    );
  }
  return ids;
}

/** A person as the actor of a command. */
export function person(personId: string) {
  return { kind: 'person' as const, personId };
}

const uploadFolders: string[] = [];
afterAll(() => {
  for (const folder of uploadFolders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An uploaded file as the form reader hands it on; it is gone when the tests of the file are over. */
export function uploaded(text: string, fileName = 'bilaga.pdf'): Upload {
  const bytes = Buffer.from(text);
  const folder = mkdtempSync(join(tmpdir(), 'samrad-upload-'));
  uploadFolders.push(folder);
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  const pdf = { pages: 3, tagged: true, claims: ['PDF/UA-1'] };
  return new Upload(path, fileName, 'application/pdf', bytes.length, sha256Of(bytes), pdf);
}

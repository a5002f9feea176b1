import { Migration } from '@mikro-orm/migrations';

/** Authorities, principals, people, accounts and roles. */
export class Migration0001People extends Migration {
  override up(): void {
    this.addSql(`create table authority (
      id uuid not null,
      name varchar(255) not null,
      kind text check (kind in ('board', 'region', 'municipality')) not null,
      org_number varchar(255),
      primary key (id)
    )`);
    this.addSql(`create table principal (
      id uuid not null,
      authority_id uuid not null,
      name varchar(255) not null,
      kind text check (kind in ('region', 'municipality')) not null,
      org_number varchar(255),
      mailbox varchar(255) not null,
      notice_board_address varchar(255) not null,
      notice_board_hosted_here boolean not null,
      population int,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table person (
      id uuid not null,
      name varchar(255) not null,
      email varchar(255) not null,
      phone varchar(255),
      title varchar(255),
      unit varchar(255),
      language text check (language in ('sv', 'en')) not null,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table account (
      id uuid not null,
      person_id uuid not null,
      password_hash varchar(255),
      state text check (state in ('active', 'closed')) not null,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table session (
      id varchar(255) not null,
      person_id uuid not null,
      csrf_token varchar(255) not null,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz,
      primary key (id)
    )`);
    this.addSql(`create table sign_in_link (
      id uuid not null,
      token_hash varchar(255) not null,
      person_id uuid not null,
      target varchar(255) not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      primary key (id)
    )`);
    this.addSql(`create table sign_in_attempt (
      id uuid not null,
      key varchar(255) not null,
      at timestamptz not null,
      primary key (id)
    )`);
    this.addSql(`create table role_assignment (
      id uuid not null,
      person_id uuid not null,
      role text check (role in ('secretary', 'official', 'headOfCentre', 'registrar', 'auditor', 'operator', 'administrator')) not null,
      scope_kind text check (scope_kind in ('body', 'principal', 'authority', 'installation')) not null,
      scope_id uuid,
      valid_from date not null,
      valid_to date,
      version int not null default 1,
      primary key (id)
    )`);
  }
}

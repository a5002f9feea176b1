import { Migration } from '@mikro-orm/migrations';

/** Bodies, their rules of procedure, seats and recipients. */
export class Migration0003Bodies extends Migration {
  override up(): void {
    this.addSql(`create table body (
      id uuid not null,
      authority_id uuid not null,
      kind text check (kind in ('jointBoard', 'council')) not null,
      name text not null,
      slug varchar(255) not null,
      host_principal_id uuid not null,
      series_id uuid,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table body_principal (
      body_id uuid not null,
      principal_id uuid not null,
      ordinal int not null,
      primary key (body_id, principal_id)
    )`);
    this.addSql(`create table rules_of_procedure (
      id uuid not null,
      body_id uuid not null,
      number int not null,
      valid_from date not null,
      valid_to date,
      settings jsonb not null,
      decided_by text not null,
      primary key (id)
    )`);
    this.addSql(`create table seat (
      id uuid not null,
      body_id uuid not null,
      principal_id uuid not null,
      kind text check (kind in ('member', 'substitute')) not null,
      ordinal int not null,
      paired_seat_id uuid,
      primary key (id)
    )`);
    this.addSql(`create table seat_holder (
      id uuid not null,
      seat_id uuid not null,
      person_id uuid not null,
      party varchar(255) not null,
      office text check (office in ('chair', 'viceChair')),
      valid_from date not null,
      valid_to date,
      primary key (id)
    )`);
    this.addSql(`create table dispatch_recipient (
      id uuid not null,
      body_id uuid not null,
      ordinal int not null,
      name text not null,
      kind text check (kind in ('person', 'principalMailbox', 'allMunicipalities', 'auditors')) not null,
      person_id uuid,
      principal_id uuid,
      address varchar(255),
      standing boolean not null,
      valid_to date,
      primary key (id)
    )`);
    this.addSql(`create table meeting_plan (
      id uuid not null,
      authority_id uuid not null,
      body_id uuid not null,
      year int not null,
      rule jsonb not null,
      published_at timestamptz,
      version int not null default 1,
      primary key (id)
    )`);
  }
}

import { Migration } from '@mikro-orm/migrations';

/** What lets rows and workflows stay one: wakes, turns, faults, deadlines, mail, tasks, the audit log. */
export class Migration0002Process extends Migration {
  override up(): void {
    this.addSql(`create table deadline (
      id uuid not null,
      authority_id uuid not null,
      owner_kind varchar(255) not null,
      owner_id uuid not null,
      kind varchar(255) not null,
      round int not null,
      day date not null,
      at timestamptz not null,
      rule varchar(255) not null,
      basis varchar(255) not null,
      done_on date,
      closed_on date,
      closed_reason varchar(255),
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table reminder (
      id uuid not null,
      authority_id uuid not null,
      deadline_id uuid not null,
      kind varchar(255) not null,
      due_at timestamptz not null,
      state text check (state in ('waiting', 'sent', 'skipped')) not null,
      marked_at timestamptz,
      primary key (id)
    )`);
    this.addSql(`create table wake (
      id uuid not null,
      kind varchar(255) not null,
      row_id uuid not null,
      authority_id uuid not null,
      urgency smallint not null,
      not_before timestamptz not null,
      created_at timestamptz not null,
      claimed_until timestamptz,
      attempts int not null,
      error varchar(255),
      parked boolean not null,
      delivered_at timestamptz,
      read_at timestamptz,
      primary key (id)
    )`);
    this.addSql(`create table process_turn (
      kind varchar(255) not null,
      row_id uuid not null,
      authority_id uuid not null,
      idle boolean not null,
      ended boolean not null,
      next_at timestamptz,
      at timestamptz not null,
      primary key (kind, row_id)
    )`);
    this.addSql(`create table fault (
      id uuid not null,
      kind varchar(255) not null,
      row_id uuid not null,
      authority_id uuid not null,
      act varchar(255) not null,
      code varchar(255) not null,
      times int not null,
      raised_at timestamptz not null,
      cleared_at timestamptz,
      primary key (id)
    )`);
    this.addSql(`create table request (
      actor varchar(255) not null,
      key varchar(255) not null,
      act varchar(255) not null,
      input_hash varchar(255) not null,
      result jsonb not null,
      created_at timestamptz not null,
      primary key (actor, key)
    )`);
    this.addSql(`create table audit_event (
      seq bigserial primary key,
      authority_id uuid,
      actor varchar(255) not null,
      act varchar(255) not null,
      subject_kind varchar(255),
      subject_id uuid,
      result text check (result in ('done', 'refused', 'read')) not null,
      code varchar(255),
      happened_at timestamptz not null,
      recorded_at timestamptz not null,
      trace_id varchar(255)
    )`);
    this.addSql(`create table audit_seal (
      id uuid not null,
      from_seq bigint not null,
      to_seq bigint not null,
      root varchar(255) not null,
      previous varchar(255),
      sealed_at timestamptz not null,
      primary key (id)
    )`);
    this.addSql(`create table mail (
      id uuid not null,
      key varchar(255) not null,
      message_id varchar(255) not null,
      authority_id uuid not null,
      template varchar(255) not null,
      subject_kind varchar(255) not null,
      subject_id uuid not null,
      to_person_id uuid,
      to_address varchar(255) not null,
      language text check (language in ('sv', 'en')) not null,
      data jsonb not null,
      state text check (state in ('queued', 'sent', 'bounced', 'withdrawn', 'held')) not null,
      queued_at timestamptz not null,
      sent_at timestamptz,
      bounced_at timestamptz,
      opened_at timestamptz,
      bounce_code varchar(255),
      not_before timestamptz not null,
      claimed_until timestamptz,
      attempts int not null,
      primary key (id)
    )`);
    this.addSql(`create table task (
      id uuid not null,
      authority_id uuid not null,
      person_id uuid,
      role varchar(255),
      scope_id uuid,
      kind varchar(255) not null,
      subject_kind varchar(255) not null,
      subject_id uuid not null,
      cycle int not null,
      body_id uuid,
      due_day date,
      rule varchar(255),
      facts jsonb not null,
      link varchar(255) not null,
      created_at timestamptz not null,
      closed_at timestamptz,
      primary key (id)
    )`);
  }
}

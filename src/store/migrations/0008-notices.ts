import { Migration } from '@mikro-orm/migrations';

/** Notices, appeal times, extracts and their dispatch. */
export class Migration0008Notices extends Migration {
  override up(): void {
    this.addSql(`create table notice (
      id uuid not null,
      authority_id uuid not null,
      body_id uuid not null,
      meeting_id uuid not null,
      minutes_id uuid not null,
      verified_on date not null,
      posting_day date not null,
      state text check (state in ('posting', 'running', 'appealTimeEnded', 'legalForce', 'appealed')) not null,
      document_id uuid,
      certificate_document_id uuid,
      taken_down_on date,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table notice_posting (
      id uuid not null,
      authority_id uuid not null,
      notice_id uuid not null,
      principal_id uuid not null,
      board_address varchar(255) not null,
      stated_day date,
      confirmed_by varchar(255),
      confirmed_at timestamptz,
      missing_from date,
      restored_on date,
      down_day date,
      down_by varchar(255),
      down_at timestamptz,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table posting_correction (
      id uuid not null,
      posting_id uuid not null,
      field text check (field in ('statedDay', 'downDay')) not null,
      before date,
      after date,
      reason text not null,
      corrected_by varchar(255) not null,
      at timestamptz not null,
      primary key (id)
    )`);
    this.addSql(`create table appeal_time (
      id uuid not null,
      authority_id uuid not null,
      notice_id uuid not null,
      number int not null,
      starts_on date not null,
      ends_on date not null,
      state text check (state in ('running', 'annulled', 'ended')) not null,
      reason text,
      primary key (id)
    )`);
    this.addSql(`create table court_answer (
      id uuid not null,
      authority_id uuid not null,
      notice_id uuid not null,
      day date not null,
      reference text not null,
      appealed boolean not null,
      appeals jsonb not null,
      recorded_by uuid not null,
      recorded_at timestamptz not null,
      primary key (id)
    )`);
    this.addSql(`create table minutes_extract (
      id uuid not null,
      authority_id uuid not null,
      body_id uuid not null,
      meeting_id uuid not null,
      minutes_id uuid not null,
      paragraph_ids jsonb not null,
      matter_id uuid,
      document_id uuid,
      certified_by uuid not null,
      certified_at timestamptz not null,
      state text check (state in ('certified', 'dispatched', 'closed')) not null,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table dispatch (
      id uuid not null,
      authority_id uuid not null,
      extract_id uuid not null,
      ordinal int not null,
      recipient_name text not null,
      recipient_kind text check (recipient_kind in ('person', 'principalMailbox', 'auditors')) not null,
      principal_id uuid,
      person_id uuid,
      address varchar(255) not null,
      channel text check (channel in ('mail')) not null,
      receipt_token_hash varchar(255),
      received_at timestamptz,
      received_by varchar(255),
      reply_due_day date,
      replied_at timestamptz,
      reply text,
      closed_reason text,
      version int not null default 1,
      primary key (id)
    )`);
  }
}

import { Migration } from '@mikro-orm/migrations';

/** Minutes, their paragraphs and their verification. */
export class Migration0007Minutes extends Migration {
  override up(): void {
    this.addSql(`create table minutes (
      id uuid not null,
      authority_id uuid not null,
      body_id uuid not null,
      meeting_id uuid not null,
      state text check (state in ('drafting', 'verifying', 'verified')) not null,
      writer_person_id uuid not null,
      verification_day date not null,
      verification_time varchar(255) not null,
      verification_place text not null,
      verified_on date,
      document_id uuid,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table paragraph (
      id uuid not null,
      authority_id uuid not null,
      body_id uuid not null,
      minutes_id uuid not null,
      item_id uuid not null,
      number int not null,
      period varchar(255) not null,
      closed boolean not null,
      record jsonb not null,
      record_hash varchar(255) not null,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table verifier (
      id uuid not null,
      minutes_id uuid not null,
      person_id uuid not null,
      role text check (role in ('writer', 'chair', 'verifier')) not null,
      ordinal int not null,
      replaced_by_id uuid,
      replaced_reason text,
      primary key (id)
    )`);
    this.addSql(`create table verification_round (
      id uuid not null,
      authority_id uuid not null,
      minutes_id uuid not null,
      number int not null,
      opened_at timestamptz not null,
      sha256 varchar(255),
      document_version_id uuid,
      closed_at timestamptz,
      closed_reason text,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table verification (
      id uuid not null,
      round_id uuid not null,
      person_id uuid not null,
      role text check (role in ('writer', 'chair', 'verifier')) not null,
      way text check (way in ('signedIn')) not null,
      sha256 varchar(255) not null,
      at timestamptz not null,
      dissent text,
      voided_at timestamptz,
      voided_reason text,
      primary key (id)
    )`);
    this.addSql(`create table paragraph_comment (
      id uuid not null,
      authority_id uuid not null,
      paragraph_id uuid not null,
      person_id uuid not null,
      text text not null,
      at timestamptz not null,
      resolved_at timestamptz,
      primary key (id)
    )`);
  }
}

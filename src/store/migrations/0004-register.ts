import { Migration } from '@mikro-orm/migrations';

/** Number series, matters, documents and texts. */
export class Migration0004Register extends Migration {
  override up(): void {
    this.addSql(`create table number_series (
      id uuid not null,
      authority_id uuid not null,
      code varchar(255) not null,
      name text not null,
      pattern varchar(255) not null,
      kept_here boolean not null,
      primary key (id)
    )`);
    this.addSql(`create table number_counter (
      series_id uuid not null,
      period varchar(255) not null,
      next int not null,
      primary key (series_id, period)
    )`);
    this.addSql(`create table matter (
      id uuid not null,
      authority_id uuid not null,
      body_id uuid,
      series_id uuid not null,
      period varchar(255) not null,
      number int not null,
      registry_number varchar(255) not null,
      title text not null,
      protected_title text,
      party text,
      opened_on date not null,
      state text check (state in ('open', 'closed', 'cancelled')) not null,
      state_reason text,
      last_document_number int not null,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table document (
      id uuid not null,
      authority_id uuid not null,
      body_id uuid,
      matter_id uuid,
      number int,
      registry_number varchar(255),
      kind text check (kind in ('memo', 'appendix', 'summons', 'package', 'minutes', 'extract', 'notice', 'noticeCertificate', 'incoming')) not null,
      title text not null,
      protected_title text,
      direction text check (direction in ('incoming', 'outgoing', 'drawnUp')) not null,
      day date not null,
      counterpart text,
      state text check (state in ('draft', 'received', 'drawnUp', 'dispatched', 'cancelled')) not null,
      state_reason text,
      unregistered_reason text,
      closed boolean not null,
      secrecy jsonb,
      owner_kind varchar(255),
      owner_id uuid,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table document_version (
      id uuid not null,
      document_id uuid not null,
      number int not null,
      sha256 varchar(255) not null,
      media_type varchar(255) not null,
      size int not null,
      pages int not null,
      file_name text not null,
      made_key varchar(255) not null,
      template varchar(255),
      snapshot jsonb,
      renderer varchar(255),
      claims jsonb not null,
      created_at timestamptz not null,
      created_by varchar(255) not null,
      primary key (id)
    )`);
    this.addSql(`create table blob (
      sha256 varchar(255) not null,
      bytes bytea not null,
      size int not null,
      created_at timestamptz not null,
      primary key (sha256)
    )`);
    this.addSql(`create table text (
      id uuid not null,
      authority_id uuid not null,
      owner_kind varchar(255) not null,
      owner_id uuid not null,
      slot varchar(255) not null,
      format_version int not null,
      content text not null,
      saved_at timestamptz not null,
      saved_by varchar(255) not null,
      closed boolean not null,
      body_id uuid,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table text_revision (
      text_id uuid not null,
      number int not null,
      content text not null,
      saved_at timestamptz not null,
      saved_by varchar(255) not null,
      primary key (text_id, number)
    )`);
    this.addSql(`create table memo (
      id uuid not null,
      authority_id uuid not null,
      body_id uuid not null,
      matter_id uuid not null,
      document_id uuid not null,
      title text not null,
      author_person_id uuid not null,
      co_author_person_id uuid,
      day date not null,
      state text check (state in ('draft', 'ready')) not null,
      not_applicable jsonb not null,
      recipient_ids jsonb not null,
      version int not null default 1,
      primary key (id)
    )`);
  }
}

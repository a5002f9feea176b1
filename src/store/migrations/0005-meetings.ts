import { Migration } from '@mikro-orm/migrations';

/** Meetings, agendas, summonses and what is reported before the meeting. */
export class Migration0005Meetings extends Migration {
  override up(): void {
    this.addSql(`create table meeting (
      id uuid not null,
      authority_id uuid not null,
      body_id uuid not null,
      rules_id uuid,
      year int not null,
      number int not null,
      phase text check (phase in ('planned', 'agendaApproved', 'summoned', 'inSession', 'closed', 'verified', 'ended')) not null,
      day date not null,
      start_time varchar(255) not null,
      end_time varchar(255) not null,
      place text not null,
      opened_at timestamptz,
      closed_at timestamptz,
      last_agenda_number int not null,
      calendar_sequence int not null,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table agenda_item (
      id uuid not null,
      authority_id uuid not null,
      body_id uuid not null,
      meeting_id uuid not null,
      ordinal int not null,
      parent_id uuid,
      agenda_number int,
      matter_id uuid,
      kind text check (kind in ('formality', 'decision', 'information', 'delegatedDecisions', 'notifications')) not null,
      template_key varchar(255),
      title text not null,
      public_title text,
      closed boolean not null,
      exercise_of_authority boolean not null,
      presenters jsonb not null,
      recipient_ids jsonb not null,
      late boolean not null,
      state text check (state in ('listed', 'withdrawn')) not null,
      withdrawn_reason text,
      continues_id uuid,
      planned_time varchar(255),
      treated_order int,
      opened_at timestamptz,
      treated_at timestamptz,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table proposed_point (
      id uuid not null,
      item_id uuid not null,
      number int not null,
      text text not null,
      primary key (id)
    )`);
    this.addSql(`create table item_document (
      item_id uuid not null,
      document_id uuid not null,
      ordinal int not null,
      label text not null,
      primary key (item_id, document_id)
    )`);
    this.addSql(`create table agenda_version (
      id uuid not null,
      meeting_id uuid not null,
      letter varchar(255) not null,
      snapshot jsonb not null,
      approved_by uuid not null,
      approved_at timestamptz not null,
      primary key (id)
    )`);
    this.addSql(`create table summons (
      id uuid not null,
      authority_id uuid not null,
      meeting_id uuid not null,
      number int not null,
      agenda_version_id uuid not null,
      issued_by uuid not null,
      issued_at timestamptz not null,
      late_reason text,
      change_note text,
      letter_document_id uuid,
      package_document_id uuid,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table summons_recipient (
      id uuid not null,
      summons_id uuid not null,
      person_id uuid not null,
      capacity text check (capacity in ('member', 'substitute', 'other')) not null,
      seat_id uuid,
      item_ids jsonb not null,
      opened_at timestamptz,
      primary key (id)
    )`);
    this.addSql(`create table absence (
      id uuid not null,
      authority_id uuid not null,
      meeting_id uuid not null,
      seat_id uuid not null,
      person_id uuid not null,
      reported_at timestamptz not null,
      withdrawn_at timestamptz,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table substitute_call (
      id uuid not null,
      authority_id uuid not null,
      meeting_id uuid not null,
      seat_id uuid not null,
      state text check (state in ('asking', 'filled', 'exhausted', 'withdrawn')) not null,
      serving_seat_id uuid,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table substitute_ask (
      id uuid not null,
      call_id uuid not null,
      seat_id uuid not null,
      person_id uuid not null,
      ordinal int not null,
      asked_at timestamptz not null,
      answer_by timestamptz not null,
      answer text check (answer in ('accepted', 'declined', 'expired')),
      answered_at timestamptz,
      primary key (id)
    )`);
    this.addSql(`create table remote_request (
      id uuid not null,
      authority_id uuid not null,
      meeting_id uuid not null,
      person_id uuid not null,
      requested_at timestamptz not null,
      state text check (state in ('asked', 'approved', 'refused')) not null,
      decided_by uuid,
      decided_at timestamptz,
      reason text,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table recusal (
      id uuid not null,
      authority_id uuid not null,
      meeting_id uuid not null,
      item_id uuid not null,
      seat_id uuid,
      person_id uuid not null,
      ground text check (ground in ('party', 'representative', 'supervision', 'other')) not null,
      note text,
      decided_by text check (decided_by in ('self', 'body')) not null,
      announced_at timestamptz not null,
      withdrawn_at timestamptz,
      version int not null default 1,
      primary key (id)
    )`);
  }
}

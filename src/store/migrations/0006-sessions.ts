import { Migration } from '@mikro-orm/migrations';

/** What is recorded in the session. */
export class Migration0006Sessions extends Migration {
  override up(): void {
    this.addSql(`create table presence_event (
      id uuid not null,
      authority_id uuid not null,
      meeting_id uuid not null,
      seq int not null,
      kind text check (kind in ('present', 'arrives', 'leaves', 'seated', 'unseated')) not null,
      seat_id uuid not null,
      person_id uuid not null,
      for_seat_id uuid,
      item_id uuid,
      mode text check (mode in ('room', 'remote')) not null,
      reason text check (reason in ('recusal', 'other')),
      at timestamptz not null,
      corrected_by_id uuid,
      primary key (id)
    )`);
    this.addSql(`create table attendee (
      id uuid not null,
      authority_id uuid not null,
      meeting_id uuid not null,
      item_id uuid,
      person_id uuid,
      name text not null,
      capacity text not null,
      mode text check (mode in ('room', 'remote')) not null,
      primary key (id)
    )`);
    this.addSql(`create table adjournment (
      id uuid not null,
      authority_id uuid not null,
      meeting_id uuid not null,
      item_id uuid,
      from_at timestamptz not null,
      minutes int not null,
      primary key (id)
    )`);
    this.addSql(`create table motion (
      id uuid not null,
      authority_id uuid not null,
      item_id uuid not null,
      ordinal int not null,
      kind text check (kind in ('approve', 'reject', 'amend', 'referBack', 'table', 'other')) not null,
      seat_id uuid not null,
      person_id uuid not null,
      text text not null,
      withdrawn_at timestamptz,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table proposition (
      id uuid not null,
      item_id uuid not null,
      ordinal int not null,
      motion_id uuid,
      words text not null,
      carried boolean,
      primary key (id)
    )`);
    this.addSql(`create table vote (
      id uuid not null,
      authority_id uuid not null,
      item_id uuid not null,
      number int not null,
      yes_means text not null,
      no_means text not null,
      yes int,
      no int,
      abstained int,
      casting_vote boolean not null,
      result text check (result in ('yes', 'no')),
      opened_at timestamptz not null,
      closed_at timestamptz,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table ballot (
      vote_id uuid not null,
      seat_id uuid not null,
      person_id uuid not null,
      choice text check (choice in ('yes', 'no', 'abstain')) not null,
      primary key (vote_id, seat_id)
    )`);
    this.addSql(`create table decision (
      id uuid not null,
      authority_id uuid not null,
      item_id uuid not null,
      outcome text check (outcome in ('approved', 'approvedWithChanges', 'rejected', 'referredBack', 'tabled', 'postponed', 'withdrawn', 'noted', 'conditional')) not null,
      reason text,
      effective_on date,
      mandate_kind varchar(255),
      appeal_class text check (appeal_class in ('legalityReview', 'none')) not null,
      condition_text text,
      decided_at timestamptz not null,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table decision_point (
      id uuid not null,
      decision_id uuid not null,
      number int not null,
      text text not null,
      primary key (id)
    )`);
    this.addSql(`create table reservation (
      id uuid not null,
      authority_id uuid not null,
      item_id uuid not null,
      kind text check (kind in ('reservation', 'separateStatement', 'minutesNote')) not null,
      seat_id uuid not null,
      person_id uuid not null,
      announced_at timestamptz not null,
      reason text,
      reason_at timestamptz,
      version int not null default 1,
      primary key (id)
    )`);
    this.addSql(`create table assignment (
      id uuid not null,
      authority_id uuid not null,
      body_id uuid not null,
      item_id uuid not null,
      kind text check (kind in ('assignment', 'condition')) not null,
      owner_person_id uuid not null,
      text text not null,
      due_words text,
      proposed_day date,
      due_day date,
      confirmed_at timestamptz,
      state text check (state in ('open', 'reported', 'closed')) not null,
      report text,
      reported_at timestamptz,
      return_item_id uuid,
      version int not null default 1,
      primary key (id)
    )`);
  }
}

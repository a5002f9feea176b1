import { Migration } from '@mikro-orm/migrations';
import { foreignKeys } from './foreign-keys';

/** What the database itself keeps true: references, uniqueness, ranges that never overlap, and the indexes lists use. */
export class Migration0009Constraints extends Migration {
  override up(): void {
    this.addSql('create extension if not exists btree_gist');
    for (const [table, column, references] of foreignKeys) {
      const target = references === 'blob' ? 'sha256' : 'id';
      this.addSql(
        `alter table ${table} add constraint ${table}_${column}_fk foreign key (${column}) references ${references} (${target}) deferrable initially deferred`,
      );
      this.addSql(`create index ${table}_${column}_ix on ${table} (${column})`);
    }
    this.addSql(
      'alter table document_version add constraint document_version_sha256_fk foreign key (sha256) references blob (sha256)',
    );
    this.addSql('create index document_version_sha256_ix on document_version (sha256)');
    for (const [table, columns] of uniques) {
      this.addSql(
        `create unique index ${table}_${columns.replace(/\W+/g, '_')}_uq on ${table} (${columns}) nulls not distinct`,
      );
    }
    for (const [table, name, columns, where] of partialUniques) {
      this.addSql(`create unique index ${table}_${name}_uq on ${table} (${columns}) where ${where}`);
    }
    for (const [table, name, columns, where] of indexes) {
      this.addSql(
        `create index ${table}_${name}_ix on ${table} (${columns})${where === '' ? '' : ` where ${where}`}`,
      );
    }
    for (const [table, key] of ranges) {
      this.addSql(
        `alter table ${table} add constraint ${table}_no_overlap exclude using gist (${key} with =, daterange(valid_from, valid_to, '[]') with &&)`,
      );
    }
    this.addSql(`alter table appeal_time add constraint appeal_time_forward check (ends_on > starts_on)`);
    this.addSql(
      `alter table matter add constraint matter_cancelled_reason check (state <> 'cancelled' or state_reason is not null)`,
    );
    // R-1: no received, drawn-up or dispatched document without a number or a reason.
    this.addSql(
      `alter table document add constraint document_numbered check (state in ('draft', 'cancelled') or number is not null or unregistered_reason is not null)`,
    );
    this.addSql(
      `alter table agenda_item add constraint agenda_item_withdrawn_reason check (state <> 'withdrawn' or withdrawn_reason is not null)`,
    );
    this.addSql(
      `alter table agenda_item add constraint agenda_item_public_title check (not closed or public_title is not null)`,
    );
    this.addSql(`create unique index person_email_uq on person (lower(email))`);
  }
}

const uniques: readonly (readonly [table: string, columns: string])[] = [
  ['account', 'person_id'],
  ['sign_in_link', 'token_hash'],
  ['deadline', 'owner_kind, owner_id, kind, round'],
  ['reminder', 'deadline_id, kind'],
  ['fault', 'kind, row_id, act, code'],
  ['mail', 'key'],
  ['mail', 'message_id'],
  ['task', 'person_id, role, scope_id, kind, subject_kind, subject_id, cycle'],
  ['audit_seal', 'from_seq'],
  ['body', 'slug'],
  ['rules_of_procedure', 'body_id, number'],
  ['seat', 'body_id, kind, ordinal'],
  ['meeting_plan', 'body_id, year'],
  ['number_series', 'authority_id, code'],
  ['matter', 'series_id, period, number'],
  ['matter', 'authority_id, registry_number'],
  ['document_version', 'document_id, number'],
  ['document_version', 'made_key'],
  ['text', 'owner_kind, owner_id, slot'],
  ['meeting', 'body_id, year, number'],
  ['agenda_version', 'meeting_id, letter'],
  ['summons', 'meeting_id, number'],
  ['summons_recipient', 'summons_id, person_id'],
  ['absence', 'meeting_id, seat_id'],
  ['substitute_ask', 'call_id, seat_id'],
  ['remote_request', 'meeting_id, person_id'],
  ['recusal', 'item_id, person_id'],
  ['presence_event', 'meeting_id, seq'],
  ['motion', 'item_id, ordinal'],
  ['proposition', 'item_id, ordinal'],
  ['vote', 'item_id, number'],
  ['decision', 'item_id'],
  ['decision_point', 'decision_id, number'],
  ['minutes', 'meeting_id'],
  ['paragraph', 'body_id, period, number'],
  ['paragraph', 'item_id'],
  ['verifier', 'minutes_id, person_id, role'],
  ['verification_round', 'minutes_id, number'],
  ['verification', 'round_id, person_id, role'],
  ['notice', 'minutes_id'],
  ['notice_posting', 'notice_id, principal_id'],
  ['appeal_time', 'notice_id, number'],
  ['court_answer', 'notice_id'],
  ['dispatch', 'extract_id, address'],
];

const partialUniques: readonly (readonly [table: string, name: string, columns: string, where: string])[] = [
  ['document', 'matter_number', 'matter_id, number', 'matter_id is not null and number is not null'],
  ['substitute_call', 'open', 'meeting_id, seat_id', "state <> 'withdrawn'"],
];

const ranges: readonly (readonly [table: string, key: string])[] = [
  ['rules_of_procedure', 'body_id'],
  ['seat_holder', 'seat_id'],
];

const indexes: readonly (readonly [table: string, name: string, columns: string, where: string])[] = [
  ['wake', 'undelivered', 'urgency, not_before', 'delivered_at is null and not parked'],
  ['wake', 'unread', 'kind, row_id', 'read_at is null'],
  ['process_turn', 'busy', 'at', 'not idle'],
  ['fault', 'open', 'raised_at', 'cleared_at is null'],
  ['deadline', 'due', 'at', 'done_on is null and closed_on is null'],
  ['deadline', 'owner', 'owner_kind, owner_id', ''],
  ['reminder', 'waiting', 'due_at', "state = 'waiting'"],
  ['mail', 'queued', 'not_before', "state = 'queued'"],
  ['mail', 'subject', 'subject_kind, subject_id', ''],
  ['task', 'open_person', 'person_id, due_day', 'closed_at is null'],
  ['task', 'open_role', 'role, scope_id, due_day', 'closed_at is null'],
  ['task', 'subject', 'subject_kind, subject_id', ''],
  ['session', 'person', 'person_id', ''],
  ['sign_in_attempt', 'key', 'key, at', ''],
  ['audit_event', 'subject', 'subject_kind, subject_id', ''],
  ['role_assignment', 'scope', 'scope_kind, scope_id, role', ''],
  ['meeting', 'day', 'body_id, day', ''],
  ['agenda_item', 'order', 'meeting_id, ordinal', ''],
  ['document', 'owner', 'owner_kind, owner_id', ''],
  ['document', 'day', 'authority_id, day', ''],
  ['matter', 'opened', 'authority_id, opened_on', ''],
  ['notice', 'state', 'state, posting_day', ''],
  ['assignment', 'open', 'due_day', "state = 'open'"],
];

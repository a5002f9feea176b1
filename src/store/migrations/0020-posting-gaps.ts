import { Migration } from '@mikro-orm/migrations';

/** A board may lose a notice more than once: each gap is a row of its own (M-11). */
export class Migration0020PostingGaps extends Migration {
  override up(): void {
    this.addSql(`create table posting_gap (
      id uuid not null primary key,
      posting_id uuid not null references notice_posting (id),
      missing_from date not null,
      restored_on date,
      reported_by varchar(255) not null,
      reported_at timestamptz not null,
      version int not null default 1,
      check (restored_on is null or restored_on >= missing_from)
    )`);
    this.addSql('create index posting_gap_posting_id_ix on posting_gap (posting_id)');
    this.addSql(
      'create unique index posting_gap_open_uq on posting_gap (posting_id) where restored_on is null',
    );
    this.addSql('alter table notice_posting drop column missing_from, drop column restored_on');
    this.addSql('create index verification_plan_authority_id_ix on verification_plan (authority_id)');
    this.addSql('grant select, insert, update on posting_gap to samrad_app');
  }
}

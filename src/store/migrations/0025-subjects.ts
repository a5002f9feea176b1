import { Migration } from '@mikro-orm/migrations';

/** Indexes for lists that grow with the years. Letters, tasks and the audit log are asked for by what they are about. */
export class Migration0025Subjects extends Migration {
  override up(): void {
    for (const [table, columns] of bySubject) {
      this.addSql(`drop index ${table}_subject_ix`);
      this.addSql(`create index ${table}_subject_ix on ${table} (${columns})`);
    }
    // What an agenda may continue (M-3): the few items that were withdrawn, and the few decisions that put a matter off.
    this.addSql("create index agenda_item_withdrawn_ix on agenda_item (body_id) where state = 'withdrawn'");
    this.addSql(
      "create index decision_put_off_ix on decision (item_id) where outcome in ('referredBack', 'tabled', 'postponed')",
    );
  }
}

const bySubject = [
  ['mail', 'subject_id, template'],
  ['task', 'subject_id, kind'],
  ['audit_event', 'subject_id, seq'],
] as const;

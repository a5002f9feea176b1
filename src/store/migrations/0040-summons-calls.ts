import { Migration } from '@mikro-orm/migrations';

/** M-4: who rang a recipient that had not opened the summons, and when. */
export class Migration0040SummonsCalls extends Migration {
  override up(): void {
    this.addSql('alter table summons_recipient add column called_at timestamptz');
    this.addSql('alter table summons_recipient add column called_by uuid references person (id)');
    this.addSql('create index summons_recipient_called_by_ix on summons_recipient (called_by)');
  }
}

import { Migration } from '@mikro-orm/migrations';

/** M-13: an assignment that is closed without a report keeps the reason. */
export class Migration0021Assignments extends Migration {
  override up(): void {
    this.addSql('alter table assignment add column closed_reason text');
  }
}

import { Migration } from '@mikro-orm/migrations';

/** A protected sender or recipient is kept apart from the one that the register shows (OSL 5:2 second paragraph). */
export class Migration0014ProtectedCounterpart extends Migration {
  override up(): void {
    this.addSql('alter table document add column protected_counterpart text');
  }
}

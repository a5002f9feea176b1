import { Migration } from '@mikro-orm/migrations';

/** A letter to whoever holds a role or office does not go when that has ended before it was sent (wake.md 19). */
export class Migration0037LettersByRole extends Migration {
  override up(): void {
    this.addSql('alter table mail add column to_role varchar(255)');
    this.addSql('alter table mail add column to_scope_id uuid');
  }
}

import { Migration } from '@mikro-orm/migrations';

/**
 * KL 6:30: the body may find that a person is not recused. Such a row is never in force: whatever asks for recusals that
 * hold, the policies too, reads `withdrawn_at`.
 */
export class Migration0039RecusalDisputes extends Migration {
  override up(): void {
    this.addSql('alter table recusal drop constraint recusal_decided_by_check');
    this.addSql(
      "alter table recusal add constraint recusal_decided_by_check check (decided_by in ('self', 'body', 'bodyDismissed'))",
    );
    this.addSql(
      "alter table recusal add constraint recusal_dismissed_check check (decided_by <> 'bodyDismissed' or withdrawn_at is not null)",
    );
  }
}

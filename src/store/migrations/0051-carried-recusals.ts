import { Migration } from '@mikro-orm/migrations';

/** KL 6:30: a recusal holds for the matter: when an item comes back, its recusals come with it and say where they come from. */
export class Migration0051CarriedRecusals extends Migration {
  override up(): void {
    this.addSql('alter table recusal add column carried_from_id uuid references recusal (id)');
    this.addSql('create index recusal_carried_from_id_ix on recusal (carried_from_id)');
  }
}

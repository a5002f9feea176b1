import { Migration } from '@mikro-orm/migrations';

/** M-9: an item by which a body supplements earlier minutes is linked to them; the minutes stay as they are. */
export class Migration0029Supplements extends Migration {
  override up(): void {
    this.addSql('alter table agenda_item add column supplements_minutes_id uuid references minutes (id)');
    this.addSql(
      'create index agenda_item_supplements on agenda_item (supplements_minutes_id) where supplements_minutes_id is not null',
    );
  }
}

import { Migration } from '@mikro-orm/migrations';

/** M-3: an item that was put on an agenda by mistake is taken off; its row stays, for the log and for what once named it. */
export class Migration0041RemovedItems extends Migration {
  override up(): void {
    this.addSql('alter table agenda_item drop constraint agenda_item_state_check');
    this.addSql(
      "alter table agenda_item add constraint agenda_item_state_check check (state in ('listed', 'withdrawn', 'removed'))",
    );
    this.addSql(
      "alter table agenda_item add constraint agenda_item_removed_unnumbered check (state <> 'removed' or agenda_number is null)",
    );
  }
}

import { Migration } from '@mikro-orm/migrations';

/** Lists and choices ask for the open matters of a body, which are few beside those of all years. */
export class Migration0056OpenMatters extends Migration {
  override up(): void {
    this.addSql(`create index matter_open_ix on matter (body_id) where state = 'open'`);
  }
}

import { Migration } from '@mikro-orm/migrations';

/** M-16: how long published copies are shown is the body's to decide; rules entered before have what was the same for all. */
export class Migration0049PublishedDays extends Migration {
  override up(): void {
    this.addSql(`update rules_of_procedure set settings = '{"publishedDays": 731}'::jsonb || settings`);
  }
}

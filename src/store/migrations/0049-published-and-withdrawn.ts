import { Migration } from '@mikro-orm/migrations';

/**
 * M-16: how long published copies are shown is the body's to decide; rules entered before have what was the same for all.
 * M-8: a reservation that is taken back before the meeting closes stays as withdrawn.
 */
export class Migration0049PublishedAndWithdrawn extends Migration {
  override up(): void {
    this.addSql(`update rules_of_procedure set settings = '{"publishedDays": 731}'::jsonb || settings`);
    this.addSql('alter table reservation add column withdrawn_at timestamptz');
  }
}

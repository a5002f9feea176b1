import { Migration } from '@mikro-orm/migrations';

/** M-12: the day by which the recipients of an extract are asked to report back; null where nobody is asked. */
export class Migration0043ReplyDay extends Migration {
  override up(): void {
    this.addSql('alter table minutes_extract add column reply_day date');
  }
}

import { Migration } from '@mikro-orm/migrations';

/** M-12: a recipient's report-back date is the day of the reply itself; a day set beforehand was never written. */
export class Migration0028NoReplyDay extends Migration {
  override up(): void {
    this.addSql('alter table dispatch drop column reply_due_day');
  }
}

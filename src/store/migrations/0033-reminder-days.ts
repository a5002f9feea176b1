import { Migration } from '@mikro-orm/migrations';

/** The days of two reminders are the body's to decide (B-1): rules of procedure entered before have what was the same for all. */
export class Migration0033ReminderDays extends Migration {
  override up(): void {
    this.addSql(
      `update rules_of_procedure set settings = '{"receiptReminderDays": 7, "assignmentReminderDays": 14}'::jsonb || settings`,
    );
  }
}

import { Migration } from '@mikro-orm/migrations';

/** The chain may have a working committee and a day to report back (M-1): rules of procedure entered before had neither. */
export class Migration0042DaysOfTheChain extends Migration {
  override up(): void {
    this.addSql(
      `update rules_of_procedure set settings = '{"workingCommitteeDays": null, "reportBackDays": null}'::jsonb || settings`,
    );
  }
}

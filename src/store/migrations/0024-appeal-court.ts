import { Migration } from '@mikro-orm/migrations';

/** KL 13:1, 13:5: the court that appeals are sent to is a setting of the rules of procedure; older versions name none. */
export class Migration0024AppealCourt extends Migration {
  override up(): void {
    this.addSql(
      `update rules_of_procedure set settings = settings || '{"appealCourt": null, "appealCourtAddress": []}'::jsonb
       where not jsonb_exists(settings, 'appealCourt')`,
    );
  }
}

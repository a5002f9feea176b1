import { Migration } from '@mikro-orm/migrations';

/** What the body decides in the session about how its minutes are verified (M-10). */
export class Migration0015VerificationPlan extends Migration {
  override up(): void {
    this.addSql(`create table verification_plan (
      meeting_id uuid not null references meeting (id),
      authority_id uuid not null references authority (id),
      verifier_ids jsonb not null,
      day date not null,
      time varchar(255) not null,
      place text not null,
      version int not null default 1,
      primary key (meeting_id)
    )`);
    this.addSql('grant select, insert, update on verification_plan to samrad_app');
  }
}

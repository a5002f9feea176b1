import { Migration } from '@mikro-orm/migrations';

/** "Once a day" is a unique row (docs/architecture.md): the days each sweep has run. */
export class Migration0011Sweeps extends Migration {
  override up(): void {
    this.addSql(`create table sweep_run (
      sweep text not null,
      day date not null,
      woken int not null,
      at timestamptz not null,
      primary key (sweep, day)
    )`);
    this.addSql('grant select, insert on sweep_run to samrad_app');
  }
}

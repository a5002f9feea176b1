import { Migration } from '@mikro-orm/migrations';

/** M-3: the chair may hand the agenda back with words instead of approving it. */
export class Migration0034AgendaReturns extends Migration {
  override up(): void {
    this.addSql(`create table agenda_return (
      id uuid not null primary key,
      meeting_id uuid not null references meeting (id),
      number int not null,
      words text not null,
      returned_by uuid not null references person (id),
      returned_at timestamptz not null,
      unique (meeting_id, number)
    )`);
    this.addSql('create index agenda_return_returned_by_ix on agenda_return (returned_by)');
    this.addSql('grant select, insert on agenda_return to samrad_app');
  }
}

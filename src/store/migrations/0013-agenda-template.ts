import { Migration } from '@mikro-orm/migrations';

/** What a body's agendas begin from, where it has decided its own (M-3). */
export class Migration0013AgendaTemplate extends Migration {
  override up(): void {
    this.addSql(`create table agenda_template (
      body_id uuid not null references body (id),
      authority_id uuid not null,
      template jsonb not null,
      version int not null default 1,
      primary key (body_id)
    )`);
    this.addSql('grant select, insert, update on agenda_template to samrad_app');
  }
}

import { Migration } from '@mikro-orm/migrations';

/**
 * in a series kept elsewhere another authority gives a document its number. Until it is known the document waits for
 * it; a number counted here for a matter that itself waited was never given by anybody, and is taken away.
 */
export class Migration0046DocumentsThatAwaitANumber extends Migration {
  override up(): void {
    this.addSql('alter table document add column awaits_number boolean not null default false');
    this.addSql('alter table document drop constraint document_numbered');
    this.addSql(
      `alter table document add constraint document_numbered check (state in ('draft', 'cancelled') or number is not null or unregistered_reason is not null or awaits_number)`,
    );
    this.addSql(
      'alter table document add constraint document_awaits_number check (not awaits_number or (number is null and matter_id is not null))',
    );
    this.addSql(`update document d set number = null, awaits_number = true from matter m, number_series s
      where m.id = d.matter_id and s.id = m.series_id and not s.kept_here
        and d.number is not null and d.registry_number is null and d.state <> 'cancelled'`);
  }
}

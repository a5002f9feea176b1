import { Migration } from '@mikro-orm/migrations';

/**
 * Minutes, a package or an extract may hold several closed items: whoever is kept from one of them is kept from the whole
 * (KL 6:30). The document's owner is only the first of them.
 */
export class Migration0036DocumentsOfSeveralClosedItems extends Migration {
  override up(): void {
    this.addSql(`create table document_closed_item (
      document_id uuid not null references document (id) deferrable initially deferred,
      item_id uuid not null references agenda_item (id),
      primary key (document_id, item_id)
    )`);
    this.addSql('create index document_closed_item_item_id_ix on document_closed_item (item_id)');
    // It holds ids alone and has no policy of its own: the document's policy must see the rows that its reader may not.
    this.addSql('grant select, insert on document_closed_item to samrad_app');
    this.addSql(`insert into document_closed_item (document_id, item_id)
      select distinct m.document_id, p.item_id from minutes m join paragraph p on p.minutes_id = m.id
        join document d on d.id = m.document_id where p.closed and d.closed
      union select s.package_document_id, i.id from summons s join document d on d.id = s.package_document_id and d.closed
        join agenda_item i on i.meeting_id = s.meeting_id and i.closed`);
    this.addSql('drop policy document_closed on document');
    this.addSql(`create policy document_closed on document using (${sees}) with check (${sees})`);
  }
}

const sees = `not closed or (samrad_reads_closed(body_id, owner_id) and not exists (
  select from document_closed_item c where c.document_id = document.id and not samrad_reads_closed(document.body_id, c.item_id)))`;

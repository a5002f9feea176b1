import { Migration } from '@mikro-orm/migrations';

/**
 * A text of a closed paragraph or memo is read by whoever reads the paragraph or memo. Asking for the item behind it first
 * gave nothing where that row was hidden, and so passed over the recusal (KL 6:30).
 */
export class Migration0031ClosedTexts extends Migration {
  override up(): void {
    this.addSql('drop policy text_closed on text');
    this.addSql(`create policy text_closed on text using (${sees}) with check (${sees})`);
  }
}

const sees = `not closed or case owner_kind
  when 'paragraph' then exists (select from paragraph p where p.id = owner_id and samrad_reads_closed(p.body_id, p.item_id))
  when 'memo' then exists (select from memo m where m.id = owner_id and samrad_reads_closed(m.body_id, m.closed_item_id))
  else samrad_reads_closed(body_id, owner_id) end`;

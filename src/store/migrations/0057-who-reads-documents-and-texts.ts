import { Migration } from '@mikro-orm/migrations';

/**
 * Who reads a closed document or text, asked as in 0012, 0031 and 0036, in one function each. What a policy spells out is
 * planned in every statement that names the table; a function is called for closed rows alone, and planned once.
 */
export class Migration0057WhoReadsDocumentsAndTexts extends Migration {
  override up(): void {
    this.addSql(readsDocument);
    this.addSql(readsText);
    for (const [table, sees] of policies) {
      this.addSql(`drop policy ${table}_author on ${table}`);
      this.addSql(`drop policy ${table}_closed on ${table}`);
      this.addSql(`create policy ${table}_closed on ${table} using (${sees}) with check (${sees})`);
    }
  }
}

/** Whoever may read every closed item that it shows something of, and the authors of a memo. */
const readsDocument = `create function samrad_reads_document(of_document uuid, of_body uuid, of_owner uuid, of_kind text) returns boolean
  language plpgsql stable set search_path = public as $$
  begin
    return (samrad_reads_closed(of_body, of_owner) and not exists (
        select from document_closed_item c where c.document_id = of_document and not samrad_reads_closed(of_body, c.item_id)))
      or (of_kind = 'memo' and exists (
        select from memo m where m.document_id = of_document and samrad_is_author(m.author_person_id, m.co_author_person_id)));
  end $$`;

/** Whoever reads the paragraph, memo or item that it is written for, and the authors of a memo. */
const readsText = `create function samrad_reads_text(of_body uuid, of_owner uuid, of_owner_kind text) returns boolean
  language plpgsql stable set search_path = public as $$
  begin
    return case of_owner_kind
      when 'paragraph' then exists (
        select from paragraph p where p.id = of_owner and samrad_reads_closed(p.body_id, p.item_id))
      when 'memo' then exists (
        select from memo m where m.id = of_owner and (samrad_reads_closed(m.body_id, m.closed_item_id)
          or samrad_is_author(m.author_person_id, m.co_author_person_id)))
      else samrad_reads_closed(of_body, of_owner) end;
  end $$`;

const policies = [
  ['document', 'not closed or samrad_reads_document(id, body_id, owner_id, kind)'],
  ['text', 'not closed or samrad_reads_text(body_id, owner_id, owner_kind)'],
] as const;

import { Migration } from '@mikro-orm/migrations';

/** A matter may get its number later; a memo keeps what it said when it was made ready; closed memos hide with their item. */
export class Migration0012Register extends Migration {
  override up(): void {
    this.addSql(
      'alter table matter alter column number drop not null, alter column registry_number drop not null',
    );
    this.addSql('drop index matter_series_id_period_number_uq');
    this.addSql('drop index matter_authority_id_registry_number_uq');
    this.addSql(
      'create unique index matter_series_id_period_number_uq on matter (series_id, period, number)',
    );
    this.addSql(
      'create unique index matter_authority_id_registry_number_uq on matter (authority_id, registry_number)',
    );
    this.addSql(
      'alter table matter add constraint matter_number_whole check ((number is null) = (registry_number is null))',
    );
    this.addSql(`alter table memo
      add column ready_number int not null default 0,
      add column ready_at timestamptz,
      add column ready_by varchar(255),
      add column ready_content jsonb,
      add column closed_item_id uuid,
      add constraint memo_ready check (state = 'draft' or (ready_number > 0 and ready_content is not null))`);
    this.addSql(
      'alter table memo add constraint memo_closed_item_id_fk foreign key (closed_item_id) references agenda_item (id) deferrable initially deferred',
    );
    this.addSql('create index memo_closed_item_id_ix on memo (closed_item_id)');
    this.addSql('create unique index memo_document_id_uq on memo (document_id)');
    this.addSql(isAuthor);
    this.addSql('alter table memo enable row level security');
    this.addSql('alter table memo force row level security');
    this.addSql(`create policy memo_closed on memo using (${seesMemo}) with check (${seesMemo})`);
    this.addSql(
      `create policy document_author on document using (kind = 'memo' and ${ofMemo('m.document_id = document.id')})`,
    );
    this.addSql('drop policy text_closed on text');
    this.addSql(`create policy text_closed on text using (${seesText}) with check (${seesText})`);
    this.addSql(
      `create policy text_author on text using (owner_kind = 'memo' and ${ofMemo('m.id = text.owner_id')})`,
    );
  }
}

/** The acting person writes the memo: authors read their own whatever the item's papers are closed to. */
const isAuthor = `create function samrad_is_author(author uuid, co_author uuid) returns boolean language sql stable as $$
  select current_setting('samrad.actor', true) in ('person:' || author, 'person:' || co_author)
$$`;

const seesMemo =
  'closed_item_id is null or samrad_reads_closed(body_id, closed_item_id) or coalesce(samrad_is_author(author_person_id, co_author_person_id), false)';

const ofMemo = (which: string) =>
  `exists (select from memo m where ${which} and samrad_is_author(m.author_person_id, m.co_author_person_id))`;

const seesText = `not closed or samrad_reads_closed(body_id, case owner_kind
  when 'paragraph' then (select p.item_id from paragraph p where p.id = owner_id)
  when 'memo' then (select m.closed_item_id from memo m where m.id = owner_id)
  else owner_id end)`;

import { Migration } from '@mikro-orm/migrations';

/**
 * Who may touch what in the database itself: the application's own unprivileged role, insert-only tables,
 * and row level security over everything that belongs to a closed item.
 *
 * Each transaction states who acts: `samrad.actor` is 'person:<uuid>', 'process:<kind>', 'public' or 'system',
 * `samrad.authority` the authority a process works for, `samrad.day` the case's day (roles are valid from-to).
 */
export class Migration0010Access extends Migration {
  override up(): void {
    this.addSql(`do $$ begin
      if not exists (select from pg_roles where rolname = 'samrad_app') then
        create role samrad_app login nosuperuser nobypassrls nocreatedb nocreaterole;
      end if;
    end $$`);
    this.addSql('grant usage on schema public to samrad_app');
    this.addSql('grant select, insert, update on all tables in schema public to samrad_app');
    this.addSql('grant usage, select on all sequences in schema public to samrad_app');
    for (const table of deletable) this.addSql(`grant delete on ${table} to samrad_app`);
    for (const table of insertOnly) this.addSql(`revoke update on ${table} from samrad_app`);
    this.addSql(readsClosed);
    this.addSql(`alter function samrad_reads_closed(uuid, uuid) set search_path = public`);
    for (const [table, sees] of policies) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy ${table}_closed on ${table} using (${sees}) with check (${sees})`);
    }
  }
}

/** Rows that are working notes or are replaced as a whole in one transaction; everything else is never deleted. */
const deletable = [
  'proposed_point',
  'item_document',
  'proposition',
  'decision_point',
  'paragraph_comment',
  'sign_in_attempt',
  'request',
];

const insertOnly = [
  'document_version',
  'blob',
  'audit_event',
  'audit_seal',
  'agenda_version',
  'text_revision',
  'posting_correction',
  'ballot',
  'court_answer',
];

/**
 * True where the actor of this transaction may read what belongs to a closed item of the body: the body's secretary,
 * head of centre and seat holders of the day, the processes of the body's authority, and the system itself (sweeps and
 * reconciliation, which read ids only). Never the recused (KL 6:30).
 */
const readsClosed = `create function samrad_reads_closed(closed_body uuid, closed_item uuid) returns boolean
  language sql stable as $$
  select case
    when current_setting('samrad.actor', true) = 'system' then true
    when current_setting('samrad.actor', true) like 'process:%' then
      exists (select from body b where b.id = closed_body and b.authority_id = nullif(current_setting('samrad.authority', true), '')::uuid)
    when current_setting('samrad.actor', true) like 'person:%' then
      not exists (
        select from recusal r where r.item_id = closed_item and r.withdrawn_at is null
          and r.person_id = substring(current_setting('samrad.actor', true) from '^person:([0-9a-f-]{36})$')::uuid)
      and (
        exists (
          select from role_assignment a where a.scope_kind = 'body' and a.scope_id = closed_body
            and a.role in ('secretary', 'headOfCentre') and a.person_id = substring(current_setting('samrad.actor', true) from '^person:([0-9a-f-]{36})$')::uuid
            and nullif(current_setting('samrad.day', true), '')::date between a.valid_from and coalesce(a.valid_to, 'infinity'::date))
        or exists (
          select from seat_holder h join seat s on s.id = h.seat_id where s.body_id = closed_body
            and h.person_id = substring(current_setting('samrad.actor', true) from '^person:([0-9a-f-]{36})$')::uuid
            and nullif(current_setting('samrad.day', true), '')::date between h.valid_from and coalesce(h.valid_to, 'infinity'::date)))
    else false
  end $$`;

const ofItem = 'exists (select from agenda_item i where i.id = item_id)';

/** Row level security of an inner table applies within a policy too: what hangs on a closed item hides with it. */
const policies: readonly (readonly [table: string, sees: string])[] = [
  ['agenda_item', 'not closed or samrad_reads_closed(body_id, id)'],
  ['document', 'not closed or samrad_reads_closed(body_id, owner_id)'],
  ['document_version', 'exists (select from document d where d.id = document_id)'],
  [
    'text',
    `not closed or samrad_reads_closed(body_id, case owner_kind
      when 'paragraph' then (select p.item_id from paragraph p where p.id = owner_id) else owner_id end)`,
  ],
  ['text_revision', 'exists (select from text t where t.id = text_id)'],
  ['paragraph', 'not closed or samrad_reads_closed(body_id, item_id)'],
  ['paragraph_comment', 'exists (select from paragraph p where p.id = paragraph_id)'],
  ['proposed_point', ofItem],
  ['item_document', ofItem],
  ['motion', ofItem],
  ['proposition', ofItem],
  ['vote', ofItem],
  ['ballot', 'exists (select from vote v where v.id = vote_id)'],
  ['decision', ofItem],
  ['decision_point', 'exists (select from decision d where d.id = decision_id)'],
  ['reservation', ofItem],
  ['assignment', ofItem],
];

import { Migration } from '@mikro-orm/migrations';

/**
 * A recusal from a closed item says who is party to it, and why in words (KL 6:28): read by whoever reads the item, and by
 * whom it concerns. Row level security of the item asks who is recused, so it asks a function that the policy does not bind.
 */
export class Migration0044HiddenRecusals extends Migration {
  override up(): void {
    this.addSql(isRecused);
    this.addSql(readsClosed);
    this.addSql('alter function samrad_reads_closed(uuid, uuid) set search_path = public');
    // Not forced upon the owner, in whose name samrad_is_recused reads: the policy would ask the function that asks it.
    this.addSql('alter table recusal enable row level security');
    this.addSql(`create policy recusal_closed on recusal using (${sees}) with check (${sees})`);
    // The owner is bound by row level security too, and must find the closed items.
    this.addSql("select set_config('samrad.actor', 'system', true)");
    // Why an assignment is followed no more stands in its own row, which hides with its item.
    this.addSql(
      "update deadline set closed_reason = 'uppdraget är avslutat' where owner_kind = 'assignment' and closed_reason is not null",
    );
    this.addSql(
      `update task set facts = facts || jsonb_build_object('words', '–') where kind = 'confirmDueDay' and ${ofClosed}`,
    );
    this.addSql(
      `update task set facts = facts || jsonb_build_object('assignment', '–') where kind in ('reportAssignment', 'assignmentLate') and ${ofClosed}`,
    );
    this.addSql("select set_config('samrad.actor', '', true)");
    // T-1: a role in a whole authority gave nothing in any of its bodies, so nothing is lost with it.
    this.addSql("delete from role_assignment where scope_kind = 'authority'");
    this.addSql('alter table role_assignment drop constraint role_assignment_scope_kind_check');
    this.addSql(
      "alter table role_assignment add constraint role_assignment_scope_kind_check check (scope_kind in ('body', 'principal', 'installation'))",
    );
  }
}

const person = `substring(current_setting('samrad.actor', true) from '^person:([0-9a-f-]{36})$')::uuid`;
const today = `nullif(current_setting('samrad.day', true), '')::date`;

const isRecused = `create function samrad_is_recused(from_item uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from recusal r where r.item_id = from_item and r.withdrawn_at is null and r.person_id = ${person})
$$`;

/** As in 0010, but for who asks whether the reader is recused. */
const readsClosed = `create or replace function samrad_reads_closed(closed_body uuid, closed_item uuid) returns boolean
  language sql stable as $$
  select case
    when current_setting('samrad.actor', true) = 'system' then true
    when current_setting('samrad.actor', true) like 'process:%' then
      exists (select from body b where b.id = closed_body and b.authority_id = nullif(current_setting('samrad.authority', true), '')::uuid)
    when current_setting('samrad.actor', true) like 'person:%' then
      not samrad_is_recused(closed_item)
      and (
        exists (
          select from role_assignment a where a.scope_kind = 'body' and a.scope_id = closed_body
            and a.role in ('secretary', 'headOfCentre') and a.person_id = ${person}
            and ${today} between a.valid_from and coalesce(a.valid_to, 'infinity'::date))
        or exists (
          select from seat_holder h join seat s on s.id = h.seat_id where s.body_id = closed_body
            and h.person_id = ${person}
            and ${today} between h.valid_from and coalesce(h.valid_to, 'infinity'::date)))
    else false
  end $$`;

const sees = `current_setting('samrad.actor', true) = 'person:' || person_id or exists (select from agenda_item i where i.id = item_id)`;

const ofClosed = `subject_id in (select a.id from assignment a join agenda_item i on i.id = a.item_id where i.closed)`;

import { Migration } from '@mikro-orm/migrations';

/** KL 6:30: a recusal from an item holds for its sub-items, so a closed one hides from whoever is recused from its item. */
export class Migration0054RecusalsOfSubItems extends Migration {
  override up(): void {
    this.addSql(itemAbove);
    this.addSql(isRecused);
  }
}

/**
 * The item that a sub-item lies under. The policy of agenda_item binds the owner too and asks who is recused, which asks
 * this: it reads as the system, for which the policy asks nothing further, and says again who acts before it answers. The
 * setting is no clause of the function: only a superuser may write one for a name of our own.
 */
const itemAbove = `create function samrad_item_above(sub_item uuid) returns uuid
  language plpgsql stable security definer set search_path = public as $$
  declare
    acting text := current_setting('samrad.actor', true);
    above uuid;
  begin
    perform set_config('samrad.actor', 'system', true);
    select i.parent_id into above from agenda_item i where i.id = sub_item;
    perform set_config('samrad.actor', coalesce(acting, ''), true);
    return above;
  end $$`;

const person = `substring(current_setting('samrad.actor', true) from '^person:([0-9a-f-]{36})$')::uuid`;

/** As in 0044, but for the item above. It is looked up only for whoever has a recusal in force, of which there are few. */
const isRecused = `create or replace function samrad_is_recused(from_item uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select case when exists (select from recusal r where r.person_id = ${person} and r.withdrawn_at is null) then
    exists (select from recusal r where r.person_id = ${person} and r.withdrawn_at is null
      and r.item_id in (from_item, samrad_item_above(from_item)))
  else false end
$$`;

import { Migration } from '@mikro-orm/migrations';

/**
 * Who reads a closed item, asked as in 0044 and 0054. A function in SQL is planned anew in each statement whose policy asks
 * it, one in PL/pgSQL once for the connection: the answer is the same, and the page of a meeting asks in nine statements.
 */
export class Migration0055PoliciesPlannedOnce extends Migration {
  override up(): void {
    this.addSql(isRecused);
    this.addSql(readsClosed);
  }
}

const actor = `current_setting('samrad.actor', true)`;
const person = `substring(${actor} from '^person:([0-9a-f-]{36})$')::uuid`;
const today = `nullif(current_setting('samrad.day', true), '')::date`;

const isRecused = `create or replace function samrad_is_recused(from_item uuid) returns boolean
  language plpgsql stable security definer set search_path = public as $$
  declare
    reader uuid := ${person};
  begin
    if not exists (select from recusal r where r.person_id = reader and r.withdrawn_at is null) then
      return false;
    end if;
    return exists (select from recusal r where r.person_id = reader and r.withdrawn_at is null
      and r.item_id in (from_item, samrad_item_above(from_item)));
  end $$`;

const readsClosed = `create or replace function samrad_reads_closed(closed_body uuid, closed_item uuid) returns boolean
  language plpgsql stable set search_path = public as $$
  declare
    acting text := ${actor};
    reader uuid;
    today date;
  begin
    if acting = 'system' then
      return true;
    elsif acting like 'process:%' then
      return exists (select from body b where b.id = closed_body
        and b.authority_id = nullif(current_setting('samrad.authority', true), '')::uuid);
    elsif acting like 'person:%' then
      reader := ${person};
      today := ${today};
      return not samrad_is_recused(closed_item) and (
        exists (
          select from role_assignment a where a.scope_kind = 'body' and a.scope_id = closed_body
            and a.role in ('secretary', 'headOfCentre') and a.person_id = reader
            and today between a.valid_from and coalesce(a.valid_to, 'infinity'::date))
        or exists (
          select from seat_holder h join seat s on s.id = h.seat_id where s.body_id = closed_body
            and h.person_id = reader
            and today between h.valid_from and coalesce(h.valid_to, 'infinity'::date)));
    end if;
    return false;
  end $$`;

import { Migration } from '@mikro-orm/migrations';

const months = `array['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december']`;

/** "lördag 28 mars 2026" as a day. */
const dayOfWords = (words: string): string =>
  `make_date(split_part(${words}, ' ', 4)::int, array_position(${months}, split_part(${words}, ' ', 3)), split_part(${words}, ' ', 2)::int)`;

/**
 * M-11: what the newest notice of a board states, so that boards are told, and get a new one, when the counted day is
 * another. Notices that are made already say it in words; those of a time that still runs are looked through again.
 */
export class Migration0048PrintedDays extends Migration {
  override up(): void {
    this.addSql('alter table notice_posting add column printed_day date, add column printed_take_down date');
    this
      .addSql(`update notice_posting p set printed_day = ${dayOfWords('made.posted')}, printed_take_down = ${dayOfWords('made.down')}
      from (select distinct on (d.owner_id) d.owner_id, v.snapshot->>'postedDay' as posted, v.snapshot->>'takenDownEarliest' as down
        from document d join document_version v on v.document_id = d.id
        where d.owner_kind = 'posting' and d.kind = 'notice' order by d.owner_id, v.number desc) made
      where made.owner_id = p.id`);
  }
}

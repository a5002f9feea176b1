import type { Transaction } from '../../runner/transaction';

/**
 * Takes the next number of a series within a period. The counter's row stays locked until the transaction ends, and the
 * number is given back when it is rolled back: gapless, never twice.
 * @param period of `seriesPeriod(pattern, day)`, domain/register/numbering
 */
export async function giveNumber(tx: Transaction, seriesId: string, period: string): Promise<number> {
  const rows: { given: number }[] = await tx.em.execute(
    `insert into number_counter (series_id, period, next) values (?, ?, 2)
     on conflict (series_id, period) do update set next = number_counter.next + 1
     returning next - 1 as given`,
    [seriesId, period],
  );
  const given = rows[0]?.given;
  if (given === undefined) throw new Error('The series gave no number');
  return given;
}

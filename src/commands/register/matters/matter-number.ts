import { canEnterNumber } from '../../../domain/register/registering';
import { parseRegistryNumber } from '../../../domain/register/number-pattern';
import { nextMatterNumber, seriesPeriod } from '../../../domain/register/numbering';
import { seriesPattern } from '../../../domain/register/series-pattern';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { yearOf, type Day } from '../../../domain/time/day';
import { Matter, type NumberSeries } from '../../../store/entities/register';
import type { Transaction } from '../../runner/transaction';
import { giveNumber } from './give-number';

/** A matter's place in its series; without number while it waits for one. */
export interface MatterNumber {
  readonly period: string;
  readonly number: number | null;
  readonly registryNumber: string | null;
}

/**
 * The number that a matter gets: the next of a series kept here, the entered one of a series kept elsewhere.
 * @param day the year it counts in
 */
export async function takeMatterNumber(
  tx: Transaction,
  series: NumberSeries,
  day: Day,
  entered: string | null,
): Promise<({ readonly ok: true } & MatterNumber) | Refusal> {
  const pattern = seriesPattern(series.pattern);
  if (series.keptHere) {
    if (entered !== null && entered !== '') return refuse('number-given-by-series');
    const number = await giveNumber(tx, series.id, seriesPeriod(pattern, day));
    const { period, registryNumber } = nextMatterNumber(pattern, day, number);
    return { ok: true, period, number, registryNumber };
  }
  const text = entered ?? '';
  // A document's number is not a matter's: only the matter's form counts.
  const form = { matter: pattern.matter, document: pattern.matter };
  const thisYear = yearOf(tx.today);
  const parsed = parseRegistryNumber(form, text, thisYear);
  const period = parsed === undefined || parsed.year === null ? 'all' : String(parsed.year);
  const used = parsed !== undefined && (await isUsed(tx, series, { period, number: parsed.number, text }));
  const verdict = canEnterNumber({ pattern: form, keptHere: false }, { text, used, thisYear });
  if (!verdict.ok) return verdict;
  return { ok: true, period, number: parsed?.number ?? null, registryNumber: text };
}

async function isUsed(
  tx: Transaction,
  series: NumberSeries,
  at: { readonly period: string; readonly number: number; readonly text: string },
): Promise<boolean> {
  const { period, number, text } = at;
  const same = [
    { seriesId: series.id, period, number },
    { authorityId: series.authorityId, registryNumber: text },
  ];
  return (await tx.em.count(Matter, { $or: same })) > 0;
}

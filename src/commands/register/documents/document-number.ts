import type { Loaded } from '@mikro-orm/core';
import { nextDocumentNumber } from '../../../domain/register/numbering';
import { formatRegistryNumber } from '../../../domain/register/number-pattern';
import {
  canEnterDocumentNumber,
  readDocumentNumber,
  type MatterPlace,
} from '../../../domain/register/registering';
import { seriesPattern } from '../../../domain/register/series-pattern';
import type { Refusal } from '../../../domain/refusals/refusal';
import { yearOf } from '../../../domain/time/day';
import { Document, NumberSeries, type Matter } from '../../../store/entities/register';
import type { Transaction } from '../../runner/transaction';

/** What the register says of a document's number. */
export interface DocumentNumber {
  readonly number: number | null;
  readonly registryNumber: string | null;
  /** The series is kept elsewhere and the number given there is not known yet. */
  readonly awaitsNumber: boolean;
}

/**
 * The next number within a matter of a series kept here; the whole registry number follows when the matter gets its own.
 * In a series kept elsewhere the other authority gives the number, and the document waits for it: none is made up here.
 * @param matter locked
 */
export async function numberWithin(tx: Transaction, matter: Loaded<Matter>): Promise<DocumentNumber> {
  const series = await tx.em.findOneOrFail(NumberSeries, matter.seriesId);
  if (!series.keptHere) return { number: null, registryNumber: null, awaitsNumber: true };
  const { lastDocumentNumber, period } = matter;
  matter.lastDocumentNumber = lastDocumentNumber + 1;
  const number = matter.number ?? null;
  if (number === null)
    return { number: matter.lastDocumentNumber, registryNumber: null, awaitsNumber: false };
  const next = nextDocumentNumber(seriesPattern(series.pattern), { period, number, lastDocumentNumber });
  return { ...next, awaitsNumber: false };
}

/**
 * The number that another authority gave a document of the matter, once and of the matter's own.
 * @param matter locked
 */
export async function enteredNumber(
  tx: Transaction,
  matter: Loaded<Matter>,
  text: string,
): Promise<({ readonly ok: true } & DocumentNumber) | Refusal> {
  const { pattern: stored, keptHere } = await tx.em.findOneOrFail(NumberSeries, matter.seriesId);
  const pattern = seriesPattern(stored);
  const place: MatterPlace = {
    year: matter.period === 'all' ? null : Number(matter.period),
    number: matter.number ?? null,
  };
  const thisYear = yearOf(tx.today);
  const number = readDocumentNumber(pattern, place, { text, thisYear });
  const used = number !== undefined && (await tx.em.count(Document, { matterId: matter.id, number })) > 0;
  const verdict = canEnterDocumentNumber({ pattern, keptHere }, place, { text, used, thisYear });
  if (!verdict.ok) return verdict;
  const document = number ?? 0;
  const registryNumber = formatRegistryNumber(pattern, { ...place, number: place.number ?? 0, document });
  return { ok: true, number: document, registryNumber, awaitsNumber: false };
}

import { NumberMatter, type MatterOpened } from '../../../contracts/register/matters';
import { canChangeMatter } from '../../../domain/register/matter-states';
import { formatRegistryNumber } from '../../../domain/register/number-pattern';
import { seriesPattern } from '../../../domain/register/series-pattern';
import { refuse } from '../../../domain/refusals/refusal';
import { Document, Matter, NumberSeries } from '../../../store/entities/register';
import { defineCommand } from '../../runner/command';
import { lockRow } from '../../runner/transaction';
import { takeMatterNumber } from './matter-number';
import { factsOf, onMatter, subjectOf } from './matter-rows';

/** a matter gets its number after the decision it grew from, and its documents theirs. */
export const numberMatter = defineCommand<NumberMatter, MatterOpened>({
  name: 'numberMatter',
  kind: 'edit',
  input: NumberMatter,
  permission: onMatter('matter.register'),
  handle: async (tx, input) => {
    const locked = await lockRow(tx, Matter, { id: input.matterId }, input.version);
    if (!locked.ok) return locked;
    const matter = locked.row;
    const open = canChangeMatter(factsOf(matter));
    if (!open.ok) return open;
    const given = matter.registryNumber ?? null;
    if (given !== null) return refuse('matter-has-number', { number: given });
    const series = await tx.em.findOneOrFail(NumberSeries, matter.seriesId);
    const place = await takeMatterNumber(tx, series, tx.today, input.registryNumber);
    if (!place.ok) return place;
    const { period, number, registryNumber } = place;
    Object.assign(matter, { period, number, registryNumber });
    const pattern = seriesPattern(series.pattern);
    const year = period === 'all' ? null : Number(period);
    // In a series kept elsewhere the documents are numbered there: what awaits its number goes on waiting.
    const counted = series.keptHere
      ? await tx.em.find(Document, { matterId: matter.id, number: { $ne: null } })
      : [];
    for (const document of counted) {
      document.registryNumber = formatRegistryNumber(pattern, {
        year,
        number: number ?? 0,
        document: document.number ?? 0,
      });
    }
    return { ok: true, result: { matterId: matter.id, registryNumber }, subject: subjectOf(matter) };
  },
});

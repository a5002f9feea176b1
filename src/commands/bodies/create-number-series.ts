import { v7 as uuidv7 } from 'uuid';
import { CreateNumberSeries, type NumberSeriesCreated } from '../../contracts/bodies/principals';
import { canKeepSeries } from '../../domain/register/registering';
import { seriesPattern } from '../../domain/register/series-pattern';
import { refuse } from '../../domain/refusals/refusal';
import { Authority } from '../../store/entities/people';
import { NumberCounter, NumberSeries } from '../../store/entities/register';
import { defineCommand } from '../runner/command';
import { findRow } from '../runner/transaction';
import { administer } from './administration';

/** Opens a number series; one taken over goes on where the earlier register ended. */
export const createNumberSeries = defineCommand<CreateNumberSeries, NumberSeriesCreated>({
  name: 'createNumberSeries',
  kind: 'edit',
  input: CreateNumberSeries,
  permission: administer,
  handle: async (tx, { authorityId, code, name, pattern, keptHere, next }) => {
    const authority = await findRow(tx, Authority, { id: authorityId });
    if (!authority.ok) return authority;
    const kept = canKeepSeries(seriesPattern(pattern));
    if (!kept.ok) return kept;
    if ((await tx.em.count(NumberSeries, { authorityId, code })) > 0)
      return refuse('series-code-taken', { code });
    const seriesId = uuidv7();
    tx.em.persist(tx.em.create(NumberSeries, { id: seriesId, authorityId, code, name, pattern, keptHere }));
    for (const [period, number] of Object.entries(next)) {
      tx.em.persist(tx.em.create(NumberCounter, { seriesId, period, next: number }));
    }
    return { ok: true, result: { seriesId }, subject: { kind: 'numberSeries', id: seriesId, authorityId } };
  },
});

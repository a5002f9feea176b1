import { v7 as uuidv7 } from 'uuid';
import { OpenMatter, type MatterOpened } from '../../../contracts/register/matters';
import { seriesPeriod } from '../../../domain/register/numbering';
import { seriesPattern } from '../../../domain/register/series-pattern';
import { refuse } from '../../../domain/refusals/refusal';
import { Body } from '../../../store/entities/bodies';
import { Matter, NumberSeries } from '../../../store/entities/register';
import { defineCommand } from '../../runner/command';
import { findRow } from '../../runner/transaction';
import { takeMatterNumber } from './matter-number';
import { subjectOf } from './matter-rows';

/** opens a matter, with the next number of its series, the number given elsewhere, or none yet. */
export const openMatter = defineCommand<OpenMatter, MatterOpened>({
  name: 'openMatter',
  kind: 'edit',
  input: OpenMatter,
  permission: async (tx, { bodyId }) => {
    const body = await findRow(tx, Body, { id: bodyId });
    return body.ok ? { act: 'matter.register', object: { bodyId } } : body;
  },
  handle: async (tx, input) => {
    const body = await tx.em.findOneOrFail(Body, input.bodyId);
    const openedOn = input.openedOn ?? tx.today;
    if (openedOn > tx.today) return refuse('registration-in-future', { day: openedOn });
    const series = await findRow(tx, NumberSeries, { id: input.seriesId, authorityId: body.authorityId });
    if (!series.ok) return series;
    const waits = series.row.keptHere ? input.numberLater : (input.registryNumber ?? '') === '';
    const place = waits
      ? {
          ok: true as const,
          period: seriesPeriod(seriesPattern(series.row.pattern), openedOn),
          number: null,
          registryNumber: null,
        }
      : await takeMatterNumber(tx, series.row, openedOn, input.registryNumber);
    if (!place.ok) return place;
    const matter = tx.em.create(Matter, {
      id: uuidv7(),
      authorityId: body.authorityId,
      bodyId: body.id,
      seriesId: series.row.id,
      period: place.period,
      number: place.number,
      registryNumber: place.registryNumber,
      title: input.title,
      protectedTitle: input.protectedTitle,
      party: input.party,
      openedOn,
      state: 'open',
      stateReason: null,
      lastDocumentNumber: 0,
      joinedIntoId: null,
    });
    tx.em.persist(matter);
    return {
      ok: true,
      result: { matterId: matter.id, registryNumber: place.registryNumber },
      subject: subjectOf(matter),
    };
  },
});

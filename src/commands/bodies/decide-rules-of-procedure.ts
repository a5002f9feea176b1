import { v7 as uuidv7 } from 'uuid';
import { DecideRulesOfProcedure, type RulesDecided } from '../../contracts/bodies/bodies';
import { readRulesOfProcedure, type RulesFault } from '../../domain/bodies/rules-faults';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import { addDays, asDay } from '../../domain/time/day';
import { Body, RulesOfProcedureVersion } from '../../store/entities/bodies';
import { defineCommand } from '../runner/command';
import { lockRow } from '../runner/transaction';
import { administer, wakeMeetingsOf } from './administration';

/**
 * Enters a version of the rules of procedure (B-1). The version before it ends the day before; meetings already summoned
 * keep the version they were bound to.
 */
export const decideRulesOfProcedure = defineCommand<DecideRulesOfProcedure, RulesDecided>({
  name: 'decideRulesOfProcedure',
  kind: 'step',
  input: DecideRulesOfProcedure,
  permission: administer,
  handle: async (tx, { bodyId, settings, decidedBy, ...input }) => {
    const body = await lockRow(tx, Body, { id: bodyId });
    if (!body.ok) return body;
    const reading = readRulesOfProcedure(settings);
    if (!reading.ok) return faultsAsRefusal(reading.faults);
    const validFrom = asDay(input.validFrom);
    const [latest] = await tx.em.find(
      RulesOfProcedureVersion,
      { bodyId },
      { orderBy: { number: 'desc' }, limit: 1 },
    );
    if (latest !== undefined) {
      if (latest.validFrom >= validFrom) {
        return refuse('rules-overlap', { number: latest.number, from: latest.validFrom });
      }
      latest.validTo = addDays(validFrom, -1);
      await tx.em.flush();
    }
    const rulesId = uuidv7();
    const number = (latest?.number ?? 0) + 1;
    tx.em.persist(
      tx.em.create(RulesOfProcedureVersion, {
        id: rulesId,
        bodyId,
        number,
        validFrom,
        validTo: null,
        settings: reading.rules,
        decidedBy,
      }),
    );
    return {
      ok: true,
      result: { rulesId, number },
      subject: { kind: 'body', id: bodyId, authorityId: body.row.authorityId },
      wakes: await wakeMeetingsOf(tx, bodyId, false),
    };
  },
});

/** One fault is told as it is; several as a list of settings and what is wrong with each. */
function faultsAsRefusal(faults: readonly RulesFault[]): Refusal {
  const [first, ...more] = faults;
  if (first !== undefined && more.length === 0) return first.refusal;
  return refuse('rules-with-faults', {
    count: faults.length,
    faults: faults.map(({ field, refusal }) => `${field} (${refusal.code})`).join(', '),
  });
}

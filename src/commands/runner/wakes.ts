import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import type { CommandName } from '../../contracts/commands';
import type { WakeToSend } from '../../contracts/ports';
import type { ProcessKind } from '../../contracts/processes';
import { wakes as declared } from '../../contracts/wakes';
import type { WakeFor } from './command';

/** A wake that a step wrote; those that gather others are left to the relay. */
export interface WrittenWake extends WakeToSend {
  readonly atOnce: boolean;
}

/** Writes one wake row for each process the step concerns, in the step's transaction (wake.md 1). All moments are the machine's. */
export async function writeWakes(
  em: EntityManager,
  command: CommandName,
  wakes: readonly WakeFor[],
): Promise<WrittenWake[]> {
  const written: WrittenWake[] = [];
  const mayWake: readonly ProcessKind[] = declared[command];
  for (const wake of distinct(wakes)) {
    if (!mayWake.includes(wake.kind))
      throw new Error(`${command} wakes ${wake.kind}, which contracts/wakes.ts does not say`);
    const gather = wake.gather ?? 0;
    if (gather > 0 && (await alreadyGathering(em, wake))) continue;
    const id = uuidv7();
    await em.execute(
      `insert into wake (id, kind, row_id, authority_id, urgency, not_before, created_at, attempts, parked)
       values (?, ?, ?, ?, 0, clock_timestamp() + make_interval(secs => ?), clock_timestamp(), 0, false)`,
      [id, wake.kind, wake.row, wake.authority, gather],
    );
    written.push({ id, kind: wake.kind, rowId: wake.row, authorityId: wake.authority, atOnce: gather === 0 });
  }
  return written;
}

function distinct(wakes: readonly WakeFor[]): WakeFor[] {
  return [...new Map(wakes.map((wake) => [`${wake.kind}/${wake.row}`, wake])).values()];
}

/** A wake that still lies ahead will be read after this transaction: one is enough. */
async function alreadyGathering(em: EntityManager, wake: WakeFor): Promise<boolean> {
  const rows = await em.execute(
    `select 1 from wake where kind = ? and row_id = ? and delivered_at is null and claimed_until is null
       and not_before > clock_timestamp() + interval '2 seconds' limit 1`,
    [wake.kind, wake.row],
  );
  return rows.length > 0;
}

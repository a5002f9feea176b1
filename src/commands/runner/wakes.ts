import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import type { CommandName } from '../../contracts/commands';
import type { WakeToSend } from '../../contracts/ports';
import type { ProcessKind } from '../../contracts/processes';
import { wakes as declared } from '../../contracts/wakes';
import type { WakeFor } from './command';

/** A wake that a step writes; those that gather others, for so many seconds, are left to the relay. */
export interface WrittenWake extends WakeToSend {
  readonly gather: number;
}

/**
 * The wakes of a step, one for each row of a process that it concerns (wake.md 1). All moments are the machine's.
 * @throws where the command is an edit, or contracts/wakes.ts does not say that it wakes the process
 */
export async function wakesToWrite(
  em: EntityManager,
  { name, kind }: { readonly name: CommandName; readonly kind: 'edit' | 'step' },
  wakes: readonly WakeFor[],
): Promise<WrittenWake[]> {
  const toWrite: WrittenWake[] = [];
  if (kind === 'edit' && wakes.length > 0) throw new Error(`${name} is an edit and wakes a process`);
  const mayWake: readonly ProcessKind[] = declared[name];
  for (const wake of distinct(wakes)) {
    if (!mayWake.includes(wake.kind))
      throw new Error(`${name} wakes ${wake.kind}, which contracts/wakes.ts does not say`);
    const gather = wake.gather ?? 0;
    if (gather > 0 && (await alreadyGathering(em, wake))) continue;
    toWrite.push({ id: uuidv7(), kind: wake.kind, rowId: wake.row, authorityId: wake.authority, gather });
  }
  return toWrite;
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

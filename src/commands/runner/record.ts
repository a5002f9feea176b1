import type { EntityManager } from '@mikro-orm/postgresql';
import { actorName, type Actor } from '../../contracts/actor';
import type { CommandName } from '../../contracts/commands';
import { auditRow, AUDIT_COLUMNS, AUDIT_VALUES } from './audit';
import type { Subject, WakeFor } from './command';
import { wakesToWrite, type WrittenWake } from './wakes';

/** What a command did, as the rest of the house has to know it. */
export interface Recorded {
  readonly actor: Actor;
  readonly command: { readonly name: CommandName; readonly kind: 'edit' | 'step' };
  readonly subject: Subject;
  readonly result: unknown;
  readonly wakes: readonly WakeFor[];
  /** The request's `Idempotency-Key`. */
  readonly key: string | undefined;
  readonly happenedAt: Date;
  readonly traceId: string | undefined;
}

/**
 * Writes what every command leaves behind in its transaction: one wake for each process it concerns (wake.md 1), its audit
 * row, and the result that a repeat of the request gets. One statement: each step pays for its way to the database.
 */
export async function recordDone(em: EntityManager, done: Recorded): Promise<WrittenWake[]> {
  const wakes = await wakesToWrite(em, done.command, done.wakes);
  const { actor, subject, happenedAt, traceId } = done;
  await em.execute(
    `with woken as (
       insert into wake (id, kind, row_id, authority_id, urgency, not_before, created_at, attempts, parked)
       select id, kind, "rowId", "authorityId", 0, clock_timestamp() + make_interval(secs => gather), clock_timestamp(), 0, false
       from jsonb_to_recordset(?::jsonb) as w (id uuid, kind text, "rowId" uuid, "authorityId" uuid, gather int)),
     kept as (update request set result = ?::jsonb where actor = ? and key = ?)
     insert into audit_event (${AUDIT_COLUMNS}) values (${AUDIT_VALUES})`,
    [
      JSON.stringify(wakes),
      JSON.stringify(done.result ?? null),
      actorName(actor),
      done.key ?? null,
      ...auditRow({ actor, act: done.command.name, result: 'done', subject, happenedAt, traceId }),
    ],
  );
  return wakes;
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { passingDeadlineKinds } from '../../../domain/meetings/plan/meeting-cycle-due';
import type { ProcessRow } from '../../../domain/processes/process-row';

/** A row that is still under way, in words an operator understands. */
export interface Unsettled {
  readonly what: string;
  /** Waiting does not help: a fault, or a wake that nobody can take. */
  readonly stuck: boolean;
}

/**
 * What keeps a rehearsal from moving time on (wake.md 20): a wake that is not read, a turn that is not idle or whose instant
 * has passed, a reminder or a last day that has passed without its mark, a letter in the queue, a fault. A day that somebody
 * is late with stays open; its reminder is what has to be marked.
 * @param now on the case's clock
 */
export async function readUnsettled(em: EntityManager, now: Date): Promise<Unsettled[]> {
  return em.execute(
    `select 'fel: ' || kind || ' ' || row_id || ', ' || act || ' (' || code || ')' as what, true as stuck from fault where cleared_at is null
     union all
     select 'parkerad väckning: ' || kind || ' ' || row_id, true from wake where parked and read_at is null
     union all
     select 'oläst väckning: ' || kind || ' ' || row_id, false from wake where read_at is null and not parked
     union all
     select 'pågående tur: ' || kind || ' ' || row_id, false from process_turn
       where not ended and (not idle or next_at <= ?)
     union all
     select 'passerad påminnelse: ' || d.kind || ' ' || r.kind || ' för ' || d.owner_kind || ' ' || d.owner_id, false
       from reminder r join deadline d on d.id = r.deadline_id
       where r.state = 'waiting' and r.due_at <= ? and d.done_on is null and d.closed_on is null
     union all
     select 'passerad tid: ' || kind || ' för ' || owner_kind || ' ' || owner_id, false from deadline
       where owner_kind = 'meeting' and kind in (?) and at <= ? and done_on is null and closed_on is null
     union all
     select 'brev i kö: ' || template || ' ' || id, false from mail where state = 'queued'
     limit 20`,
    [now, now, passingDeadlineKinds, now],
  );
}

/** A wake that gathers many answers to one row. */
export interface GatheringWake {
  readonly id: string;
  readonly kind: ProcessRow['kind'];
  readonly rowId: string;
  readonly authorityId: string;
}

/**
 * Answers that gather into one wake wait half a minute on the machine's clock. In a rehearsal nobody else answers meanwhile,
 * so the player takes them out of the relay's hands and sends them at once.
 */
export async function takeGatheringWakes(em: EntityManager): Promise<GatheringWake[]> {
  return em.execute(
    `update wake set claimed_until = clock_timestamp() + interval '30 seconds', attempts = attempts + 1
     where delivered_at is null and not parked and claimed_until is null and not_before > clock_timestamp() + interval '2 seconds'
     returning id, kind, row_id as "rowId", authority_id as "authorityId"`,
  );
}

/** The wake has been sent. */
export async function markWakeDelivered(em: EntityManager, id: string): Promise<void> {
  await em.execute('update wake set delivered_at = clock_timestamp() where id = ? and delivered_at is null', [
    id,
  ]);
}

/**
 * The next instant on the case's clock at which something happens by itself; null when nothing will.
 * @param sweeps whether the sweep of each morning counts
 */
export async function nextInstant(em: EntityManager, now: Date, sweeps = true): Promise<Date | null> {
  const [found]: { at: Date | null }[] = await em.execute(
    `select min(at) as at from (
       select d.at from deadline d where d.done_on is null and d.closed_on is null and d.at > ?
       union all
       select r.due_at from reminder r join deadline d on d.id = r.deadline_id
         where r.state = 'waiting' and r.due_at > ? and d.done_on is null and d.closed_on is null
       union all
       select next_at from process_turn where not ended and next_at > ? and (? or kind <> 'sweep')) next`,
    [now, now, now, sweeps],
  );
  const at = found?.at ?? null;
  return at === null ? null : new Date(at);
}

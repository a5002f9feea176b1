import type { EntityManager } from '@mikro-orm/postgresql';
import type { DispatchFacts } from '../../../domain/dispatch/dispatch-due';

/** What the rows of an extract say to its process; null when there is no such extract. */
export async function readDispatchFacts(
  em: EntityManager,
  extractId: string,
): Promise<{ readonly version: number; readonly facts: DispatchFacts } | null> {
  const rows: {
    version: number;
    state: string;
    document_id: string | null;
    unsent: number;
    outstanding: number;
    bounced: number;
    awaitsReceipts: boolean;
    awaitsReplies: boolean;
  }[] = await em.execute(
    `select e.version, e.state, e.document_id,
         (select count(*)::int from dispatch d where d.extract_id = e.id and e.state = 'certified') as unsent,
         (select count(*)::int from dispatch d where d.extract_id = e.id and d.received_at is null and d.closed_reason is null) as outstanding,
         (select count(*)::int from dispatch d where d.extract_id = e.id and ${BOUNCED}) as bounced,
         exists (select from deadline l where l.owner_id = e.id and l.kind = 'receipts' and l.done_on is null and l.closed_on is null)
           as "awaitsReceipts",
         exists (select from dispatch d where d.extract_id = e.id and d.replied_at is null and d.closed_reason is null)
           and exists (select from reminder r join deadline l on l.id = r.deadline_id where l.owner_id = e.id and l.kind = 'replies'
             and r.state = 'waiting' and l.done_on is null and l.closed_on is null) as "awaitsReplies"
       from minutes_extract e where e.id = ?`,
    [extractId],
  );
  const extract = rows[0];
  if (extract === undefined) return null;
  const reminders: { due_at: string }[] = await em.execute(
    `select r.due_at from reminder r join deadline d on d.id = r.deadline_id
     where d.owner_id = ? and r.state = 'waiting' and d.done_on is null and d.closed_on is null`,
    [extractId],
  );
  return {
    version: extract.version,
    facts: {
      closed: extract.state === 'closed',
      made: extract.document_id !== null,
      unsent: extract.unsent,
      outstanding: extract.outstanding,
      bounced: extract.bounced,
      awaitsReceipts: extract.awaitsReceipts,
      awaitsReplies: extract.awaitsReplies,
      reminders: reminders.map((row) => new Date(row.due_at)),
    },
  };
}

/** A recipient `d` whose latest letter came back, and about whom the secretary has no task. */
const BOUNCED = `d.received_at is null and d.closed_reason is null
  and (select m.state from mail m where m.subject_kind = 'dispatch' and m.subject_id = d.id order by m.queued_at desc, m.id desc limit 1) = 'bounced'
  and not exists (select from task t where t.subject_id = d.id and t.kind = 'extractBounced' and t.closed_at is null)`;

/** The recipients of an extract that the secretary is to be told of, since their letter came back. */
export async function readBouncedRecipients(em: EntityManager, extractId: string): Promise<string[]> {
  const rows: { id: string }[] = await em.execute(
    `select d.id from dispatch d where d.extract_id = ? and ${BOUNCED} order by d.ordinal limit 1000`,
    [extractId],
  );
  return rows.map(({ id }) => id);
}

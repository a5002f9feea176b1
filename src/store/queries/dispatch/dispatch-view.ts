import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccessObject } from '../../../domain/access/capacities';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import type { Day } from '../../../domain/time/day';
import { momentOf, type LetterState } from './dispatch-overview';

/** One extract as one recipient has it. */
export interface DispatchView {
  readonly id: string;
  readonly authorityId: string;
  readonly version: number;
  readonly bodyId: string;
  readonly body: string;
  readonly meetingId: string;
  readonly day: Day;
  readonly recipientName: string;
  readonly address: string;
  readonly extractState: 'certified' | 'dispatched' | 'closed';
  /** Null while it is made, and where it belongs to a closed item that is not for the reader. */
  readonly documentId: string | null;
  /** Made, whether the reader may see it or not. */
  readonly made: boolean;
  /** Null: the minutes as a whole, or closed to the reader. */
  readonly number: number | null;
  readonly title: string | null;
  readonly whole: boolean;
  readonly letter: LetterState | null;
  readonly receivedAt: Date | null;
  /** By when the recipient is asked to report back; null where nobody asks. */
  readonly replyDay: Day | null;
  readonly repliedAt: Date | null;
  readonly reply: string | null;
  readonly closedReason: string | null;
}

type Row = Omit<DispatchView, 'receivedAt' | 'repliedAt'> & {
  receivedAt: string | null;
  repliedAt: string | null;
};

const selected = `select d.id, d.authority_id as "authorityId", d.version, e.body_id as "bodyId", b.name as body,
    e.meeting_id as "meetingId", m.day::text, d.recipient_name as "recipientName", d.address,
    e.state as "extractState", doc.id as "documentId", e.document_id is not null as made, p.number, i.title,
    e.paragraph_ids = '[]'::jsonb as whole, l.state as letter, d.received_at as "receivedAt",
    d.replied_at as "repliedAt", d.reply, d.closed_reason as "closedReason", e.reply_day::text as "replyDay"
  from dispatch d join minutes_extract e on e.id = d.extract_id join meeting m on m.id = e.meeting_id
  join body b on b.id = e.body_id left join document doc on doc.id = e.document_id
  left join paragraph p on p.id = (e.paragraph_ids ->> 0)::uuid left join agenda_item i on i.id = p.item_id
  left join lateral (select state from mail where subject_id = d.id and template = 'extract'
    order by queued_at desc, id desc limit 1) l on true`;

const viewOf = (row: Row): DispatchView => ({
  ...row,
  receivedAt: momentOf(row.receivedAt),
  repliedAt: momentOf(row.repliedAt),
});

/** Null when there is no such recipient. */
export async function readDispatch(em: EntityManager, dispatchId: string): Promise<DispatchView | null> {
  const rows: Row[] = await em.execute(`${selected} where d.id = ?`, [dispatchId]);
  return rows[0] === undefined ? null : viewOf(rows[0]);
}

/** The same by the one-time link. @param tokenHash what the row keeps of the link's proof */
export async function readDispatchByLink(
  em: EntityManager,
  dispatchId: string,
  tokenHash: string,
): Promise<DispatchView | null> {
  const rows: Row[] = await em.execute(`${selected} where d.id = ? and d.receipt_token_hash = ?`, [
    dispatchId,
    tokenHash,
  ]);
  return rows[0] === undefined ? null : viewOf(rows[0]);
}

/** Most rows that the list of received extracts shows; the newest come first. */
const MOST_RECEIVED = 200;

/** What was sent to a person or to principals, the unconfirmed first. */
export async function readReceived(
  em: EntityManager,
  personId: string,
  principalIds: readonly string[],
): Promise<DispatchView[]> {
  const rows: Row[] = await em.execute(
    `${selected} where e.state <> 'certified' and (d.person_id = ? or d.principal_id in (?))
     order by d.received_at is not null or d.closed_reason is not null, m.day desc, e.id limit ${MOST_RECEIVED}`,
    [personId, principalIds.length === 0 ? [personId] : principalIds],
  );
  return rows.map(viewOf);
}

/** Whom a recipient's row is for: the person, the principal, or the secretary of the sending body. */
export async function dispatchAccess(em: EntityManager, dispatchId: string): Promise<AccessObject | Refusal> {
  const rows: { bodyId: string; principalId: string | null; personId: string | null }[] = await em.execute(
    `select e.body_id as "bodyId", d.principal_id as "principalId", d.person_id as "personId"
     from dispatch d join minutes_extract e on e.id = d.extract_id where d.id = ?`,
    [dispatchId],
  );
  const row = rows[0];
  if (row === undefined) return refuse('not-found');
  return {
    bodyId: row.bodyId,
    principalId: row.principalId ?? undefined,
    ownerIds: row.personId === null ? [] : [row.personId],
  };
}

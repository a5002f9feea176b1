import type { EntityManager } from '@mikro-orm/postgresql';

/** A certified extract of a meeting. */
export interface ExtractView {
  readonly id: string;
  readonly state: 'certified' | 'dispatched' | 'closed';
  readonly documentId: string | null;
  /** Number and title of its paragraph; null for the minutes as a whole, and for a closed one that is not for the reader. */
  readonly number: number | null;
  readonly title: string | null;
  readonly whole: boolean;
  readonly certifiedAt: Date;
  readonly certifiedBy: string;
}

export type LetterState = 'queued' | 'sent' | 'bounced' | 'withdrawn' | 'held';

/** One recipient of one extract, with what became of the letter. */
export interface RecipientState {
  readonly id: string;
  readonly extractId: string;
  readonly name: string;
  readonly address: string;
  readonly letter: LetterState | null;
  readonly receivedAt: Date | null;
  readonly repliedAt: Date | null;
  readonly closedReason: string | null;
}

const MOST = 2000;

/** The extracts of a meeting in the order of their paragraphs, the minutes as a whole last. */
export async function readExtracts(em: EntityManager, meetingId: string): Promise<ExtractView[]> {
  const rows: (Omit<ExtractView, 'certifiedAt'> & { certifiedAt: string })[] = await em.execute(
    `select e.id, e.state, e.document_id as "documentId", p.number, i.title, e.paragraph_ids = '[]'::jsonb as whole,
       e.certified_at as "certifiedAt", pe.name as "certifiedBy"
     from minutes_extract e join person pe on pe.id = e.certified_by
     left join paragraph p on p.id = (e.paragraph_ids ->> 0)::uuid left join agenda_item i on i.id = p.item_id
     where e.meeting_id = ? order by whole, p.number nulls last, e.id limit ${MOST}`,
    [meetingId],
  );
  return rows.map((row) => ({ ...row, certifiedAt: new Date(row.certifiedAt) }));
}

/** Every recipient of every extract of a meeting, in the order of the dispatch lists. */
export async function readRecipientStates(em: EntityManager, meetingId: string): Promise<RecipientState[]> {
  const rows: (Omit<RecipientState, 'receivedAt' | 'repliedAt'> & {
    receivedAt: string | null;
    repliedAt: string | null;
  })[] = await em.execute(
    `select d.id, d.extract_id as "extractId", d.recipient_name as name, d.address, l.state as letter,
       d.received_at as "receivedAt", d.replied_at as "repliedAt", d.closed_reason as "closedReason"
     from dispatch d join minutes_extract e on e.id = d.extract_id
     left join lateral (select state from mail where subject_id = d.id and template = 'extract'
       order by queued_at desc, id desc limit 1) l on true
     where e.meeting_id = ? order by d.ordinal, d.recipient_name limit ${MOST}`,
    [meetingId],
  );
  return rows.map((row) => ({
    ...row,
    receivedAt: momentOf(row.receivedAt),
    repliedAt: momentOf(row.repliedAt),
  }));
}

export function momentOf(stored: string | null): Date | null {
  return stored === null ? null : new Date(stored);
}

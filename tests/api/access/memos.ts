import { randomUUID } from 'node:crypto';
import type { MeetingOffice } from '../../support/builders/meetings';

/**
 * A ready memo in a matter of its own, with one section.
 * @param closed the closed item that it belongs to, and the words that must not be seen
 */
export async function memoIn(
  office: MeetingOffice,
  body: string,
  author: string,
  closed?: { readonly itemId: string; readonly mark: string },
): Promise<string> {
  const [matter, document, memo] = [randomUUID(), randomUUID(), randomUUID()];
  const title = closed?.mark ?? 'Fotpallar i sortimentet';
  await office.rows(
    `insert into matter (id, authority_id, body_id, series_id, period, title, opened_on, state, last_document_number)
     select $1, s.authority_id, $2, s.id, '2026', 'Fotpallar', '2026-01-10', 'open', 1 from number_series s limit 1`,
    [matter, body],
  );
  await office.rows(
    `insert into document (id, authority_id, body_id, matter_id, number, kind, title, direction, day, state, closed, owner_kind, owner_id)
     values ($1, $2, $3, $4, 1, 'memo', $5, 'drawnUp', '2026-02-01', 'drawnUp', $6, $7, $8)`,
    [
      document,
      office.authority,
      body,
      matter,
      title,
      closed !== undefined,
      closed === undefined ? 'memo' : 'agendaItem',
      closed?.itemId ?? memo,
    ],
  );
  await office.rows(
    `insert into memo (id, authority_id, body_id, matter_id, document_id, title, author_person_id, day, state, not_applicable, recipient_ids, closed_item_id)
     values ($1, $2, $3, $4, $5, $6, $7, '2026-02-01', 'draft', '{}', '[]', $8)`,
    [memo, office.authority, body, matter, document, title, author, closed?.itemId ?? null],
  );
  await office.rows(
    `insert into text (id, authority_id, owner_kind, owner_id, slot, format_version, content, saved_at, saved_by, closed, body_id)
     values ($1, $2, 'memo', $3, 'summary', 1, $4, now(), 'system', $5, $6)`,
    [randomUUID(), office.authority, memo, title, closed !== undefined, body],
  );
  return memo;
}

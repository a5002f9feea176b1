import type { EntityManager } from '@mikro-orm/postgresql';
import type { Language } from './language';

/** The session of a cookie as it stands now; all its moments run on the machine's clock. */
export interface SessionRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly language: Language;
  readonly csrfToken: string;
  /** Ended, run out, or its account closed. */
  readonly over: boolean;
  /** Minutes since it was last seen: it is kept alive now and then, not at each request. */
  readonly unseenMinutes: number;
}

/** @param id SHA-256 of the cookie's token */
export async function readSession(em: EntityManager, id: string): Promise<SessionRow | null> {
  const rows: SessionRow[] = await em.execute(
    `select s.id, s.person_id as "personId", p.name, p.language, s.csrf_token as "csrfToken",
       (s.ended_at is not null or s.expires_at <= clock_timestamp() or not exists (
         select from account a where a.person_id = s.person_id and a.state = 'active')) as over,
       (extract(epoch from clock_timestamp() - s.last_seen_at) / 60)::int as "unseenMinutes"
     from session s join person p on p.id = s.person_id where s.id = ?`,
    [id],
  );
  return rows[0] ?? null;
}

import type { EntityManager } from '@mikro-orm/postgresql';
import type { LetterChoice } from '../../../domain/notifications/letters-that-wait';
import type { Language } from './language';

export interface MyDetails {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly title: string | null;
  readonly unit: string | null;
  readonly language: Language;
  readonly letters: LetterChoice;
  /** Of the own calendar's address; null for whoever has none. */
  readonly calendarKey: string | null;
  readonly version: number;
  readonly hasPassword: boolean;
  /** Browsers in which the person is signed in now. */
  readonly openSessions: number;
}

export async function readMyDetails(em: EntityManager, personId: string): Promise<MyDetails | null> {
  const rows: MyDetails[] = await em.execute(
    `select p.name, p.email, p.phone, p.title, p.unit, p.language, p.letters, p.calendar_key as "calendarKey", p.version, (a.password_hash is not null) as "hasPassword",
       (select count(*)::int from session s where s.person_id = p.id and s.ended_at is null and s.expires_at > clock_timestamp()) as "openSessions"
     from person p join account a on a.person_id = p.id and a.state = 'active' where p.id = ?`,
    [personId],
  );
  return rows[0] ?? null;
}

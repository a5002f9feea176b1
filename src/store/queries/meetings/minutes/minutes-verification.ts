import type { EntityManager } from '@mikro-orm/postgresql';
import type { MinutesVerificationFacts } from '../../../../domain/meetings/minutes/minutes-verification-due';
import { nextSigners } from '../../../../domain/meetings/minutes/verification';
import { readSigning } from './minutes-signing';

/** What the rows of minutes say to the process of their verification; null when there are no such minutes. */
export async function readMinutesVerification(
  em: EntityManager,
  minutesId: string,
): Promise<{ readonly version: number; readonly facts: MinutesVerificationFacts } | null> {
  const rows: { version: number; made: boolean }[] = await em.execute(
    `select version, exists (select from document_version where made_key = ?) as made from minutes where id = ?`,
    [`minutes/${minutesId}/public`, minutesId],
  );
  const signing = await readSigning(em, minutesId);
  const row = rows[0];
  if (row === undefined || signing === null) return null;
  const reminders: { due_at: string }[] = await em.execute(
    `select r.due_at from reminder r join deadline d on d.id = r.deadline_id
     where d.owner_id = ? and r.state = 'waiting' and d.done_on is null and d.closed_on is null`,
    [minutesId],
  );
  const asked = await askedInRound(em, minutesId, signing.round?.number ?? 0);
  const { state, round } = signing;
  return {
    version: row.version,
    facts: {
      state,
      frozen: state === 'verifying' && round !== null ? round.sha256 !== null : null,
      toAsk:
        state === 'verifying'
          ? nextSigners(signing).filter(({ personId }) => !asked.has(personId)).length
          : 0,
      reminders: reminders.map((each) => new Date(each.due_at)),
      copiesMade: row.made,
    },
  };
}

/** Who has had the task to sign in a round, done or not. */
export async function askedInRound(
  em: EntityManager,
  minutesId: string,
  round: number,
): Promise<ReadonlySet<string>> {
  const rows: { person_id: string }[] = await em.execute(
    `select person_id from task where subject_id = ? and kind = 'verifyMinutes' and cycle = ? and person_id is not null`,
    [minutesId, round],
  );
  return new Set(rows.map((row) => row.person_id));
}

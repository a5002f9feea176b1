import type { EntityManager } from '@mikro-orm/postgresql';
import type { RulesOfProcedure } from '../../../../domain/bodies/rules-of-procedure';
import type { RecordedMinutes } from '../../../../domain/meetings/minutes/minutes-record';
import type { Day } from '../../../../domain/time/day';
import { readParagraphs } from './minutes-paragraphs';
import { readSigning } from './minutes-signing';

/** What completeness of the minutes is judged from (law.md A16). @throws when there are no such minutes */
export async function recordedMinutes(
  em: EntityManager,
  minutesId: string,
  rules: RulesOfProcedure,
): Promise<RecordedMinutes> {
  const signing = await readSigning(em, minutesId);
  const rows: { day: Day; place: string }[] = await em.execute(
    'select verification_day::text as day, verification_place as place from minutes where id = ?',
    [minutesId],
  );
  const row = rows[0];
  if (signing === null || row === undefined) throw new Error('No such minutes');
  const signers = signing.signers.filter(({ replaced }) => !replaced);
  return {
    paragraphs: await readParagraphs(em, minutesId),
    writerKnown: signers.some(({ role }) => role === 'writer'),
    chairKnown: signers.some(({ role }) => role === 'chair'),
    verifiers: signers.filter(({ role }) => role === 'verifier').length,
    verifiersNeeded: rules.verifiersCount,
    verificationDay: row.day,
    verificationPlace: row.place,
  };
}

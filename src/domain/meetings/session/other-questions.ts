import type { RecordedParagraph } from '../recorded-paragraph';

/** What the agenda template calls the formal item of other questions. */
export const OTHER_QUESTIONS = 'other';

/**
 * M-9: whether the formal item of other questions came to nothing: nobody raised anything, so that there is nothing for the
 * body to note. Whatever was written, presented, handed in, moved, decided in words or asked of somebody is something, and so
 * is somebody's recusal, or the question of it.
 * @param summary what the secretary has written of the item
 * @param papers the supporting documents that lie at it
 */
export function nothingRaised(
  record: RecordedParagraph,
  summary: string,
  papers: readonly unknown[],
): boolean {
  const { outcome, points, reason, condition } = record;
  return (
    record.otherQuestions === true &&
    !record.withdrawn &&
    (outcome === null || outcome === 'noted') &&
    [summary, reason ?? '', condition ?? ''].every((words) => words.trim() === '') &&
    [
      points,
      papers,
      record.presenters,
      record.recused,
      record.notRecused ?? [],
      record.proposal,
      record.motions,
      record.propositions,
      record.votes,
      record.assignments,
      record.statements,
      record.subItems ?? [],
    ].every((rows) => rows.length === 0)
  );
}

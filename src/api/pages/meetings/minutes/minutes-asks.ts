import type { RecordedParagraph } from '../../../../domain/meetings/recorded-paragraph';
import { asksForAssignment } from '../../../../domain/meetings/session/outcomes';
import { text } from '../../../../i18n/texts';
import { wrongDateLines } from '../../../../i18n/wrong-dates';
import type { ParagraphView } from '../../../../store/queries/meetings/minutes/minutes-paragraphs';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import type { MissingItem } from '../../../render/components';

/**
 * M-13: the paragraphs whose words give somebody something to do while nothing is recorded to follow. A question to the
 * secretary, which never keeps the minutes from verification.
 */
export function assignmentAsks(
  { lang }: Pick<ReadContext, 'lang'>,
  meetingId: string,
  paragraphs: readonly Pick<ParagraphView, 'id' | 'number' | 'record'>[],
): MissingItem[] {
  return paragraphs.flatMap(({ id: paragraphId, number, record }) => {
    const address = paths.correctRecord.to({ meetingId, paragraphId });
    const asked = { text: text(lang, 'minutes.assignmentAsked', { number }) };
    return [
      ...(asks(record) ? [{ ...asked, href: address }] : []),
      ...(record.subItems ?? [])
        .filter((sub) => asks(sub))
        .map((sub) => ({ ...asked, href: `${address}?punkt=${sub.itemId}` })),
    ];
  });
}

function asks({
  outcome,
  points,
  assignments,
}: Pick<RecordedParagraph, 'outcome' | 'points' | 'assignments'>) {
  return outcome !== null && asksForAssignment(points, assignments);
}

/** Dates in the record and in the free texts that cannot be right (case 10): they never keep the minutes from verification. */
export function dateAsks(
  { lang }: Pick<ReadContext, 'lang'>,
  meetingId: string,
  paragraphs: readonly Pick<ParagraphView, 'id' | 'number' | 'record' | 'texts'>[],
): MissingItem[] {
  return paragraphs.flatMap(({ id: paragraphId, number, record, texts }) => {
    const asked = (found: readonly (string | null)[], href: string) =>
      wrongDateLines(lang, `§ ${number}`, found).map((line) => ({ text: line, href }));
    const address = paths.correctRecord.to({ meetingId, paragraphId });
    return [
      ...asked(recordedWords(record), address),
      ...(record.subItems ?? []).flatMap((sub) =>
        asked(recordedWords(sub), `${address}?punkt=${sub.itemId}`),
      ),
      ...asked(
        [texts.summary.content, texts.background.content],
        paths.paragraph.to({ meetingId, paragraphId }),
      ),
    ];
  });
}

function recordedWords(record: Omit<RecordedParagraph, 'subItems'>): (string | null)[] {
  const { points, reason, condition, assignments } = record;
  return [
    ...points,
    reason,
    condition,
    ...assignments.flatMap(({ text: words, dueWords }) => [words, dueWords]),
  ];
}

import type { RecordedParagraph } from '../../../../domain/meetings/recorded-paragraph';
import { asksForAssignment } from '../../../../domain/meetings/session/outcomes';
import { text } from '../../../../i18n/texts';
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

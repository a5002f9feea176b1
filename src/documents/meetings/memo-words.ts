import { writtenSections, type MemoContent } from '../../domain/register/memo-content';
import type { OfficialMemoData } from './official-memo';

/** A memo's content as its document has it. The memo is Swedish by law; its day is written as the register writes it. */
export function memoWords(content: MemoContent): OfficialMemoData {
  const { title, day, registryNumber, organisation, unit, writers, dispatchTo } = content;
  return {
    letterhead: { organisation, ...(unit === null ? {} : { unit }), contactLines: [organisation] },
    unit: unit ?? organisation,
    authors: writers.map((writer) => ({
      name: writer.name,
      mail: writer.mail,
      ...(writer.title === null ? {} : { title: writer.title }),
      ...(writer.phone === null ? {} : { phone: writer.phone }),
    })),
    date: day,
    registryNumber: registryNumber ?? '',
    title,
    sections: writtenSections(content),
    ...(dispatchTo.length === 0 ? {} : { dispatchTo }),
  };
}

import { fileSizeText } from '../../../../i18n/numbers';
import { dayText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { text, type TextKey } from '../../../../i18n/texts';
import { dayOf } from '../../../../domain/time/stockholm';
import { latestVersion } from '../../../../store/queries/register/versions';
import type { MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import type { SummonsView } from '../../../../store/queries/meetings/summons/summons';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import type { FileRow } from '../../../render/components';
import type { PaperAccess } from '../member/member-access';

/** "PDF, 4 sidor, 120 kB" */
export function fileFacts(lang: Language, pages: number, size: number): string {
  return text(lang, 'meetings.fileFacts', {
    pages: text(lang, 'meetings.filePages', { count: pages }),
    size: fileSizeText(lang, size),
  });
}

/** Letter and package of the latest summons, as far as they are made; the package for who reads everything (KL 6:30). */
export async function summonsFiles(
  { em, lang }: ReadContext,
  head: MeetingHead,
  summons: SummonsView | undefined,
  access: Pick<PaperAccess, 'all' | 'recused'>,
): Promise<FileRow[]> {
  if (summons === undefined) return [];
  const whole = access.all && access.recused.size === 0;
  const parts: readonly (readonly [string | null, TextKey, string])[] = [
    [summons.letterDocumentId, 'meetings.letterName', paths.papersLetter.to({ meetingId: head.id })],
    [
      whole ? summons.packageDocumentId : null,
      'meetings.packageName',
      paths.papersPackage.to({ meetingId: head.id }),
    ],
  ];
  const rows: FileRow[] = [];
  for (const [documentId, name, href] of parts) {
    const version = documentId === null ? null : await latestVersion(em, documentId);
    if (version === null) continue;
    rows.push({
      name: text(lang, name),
      href,
      facts: fileFacts(lang, version.pages, version.size),
      note: text(lang, 'meetings.fileVersion', {
        number: summons.number,
        day: dayText(lang, dayOf(summons.issuedAt)),
      }),
    });
  }
  return rows;
}

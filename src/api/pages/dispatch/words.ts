import { dayOf } from '../../../domain/time/stockholm';
import { dayText, shortDayText } from '../../../i18n/dates';
import { fileSizeText } from '../../../i18n/numbers';
import type { Language } from '../../../i18n/languages';
import { text } from '../../../i18n/texts';
import type { LetterState } from '../../../store/queries/dispatch/dispatch-overview';
import type { DispatchView } from '../../../store/queries/dispatch/dispatch-view';
import { latestVersion, readLatestFile } from '../../../store/queries/register/versions';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import type { ReadContext } from '../../context';
import type { FileRow, StatusTag } from '../../render/components';
import type { FileContent } from '../../route';

/** "§ 17 Årsbudget", "Hela protokollet", or that it is a closed paragraph that the reader may not see. */
export function extractName(
  lang: Language,
  extract: { readonly number: number | null; readonly title: string | null; readonly whole: boolean },
): string {
  const { number, title, whole } = extract;
  if (whole) return text(lang, 'dispatch.whole');
  return number === null || title === null
    ? text(lang, 'dispatch.closedParagraph')
    : text(lang, 'dispatch.paragraph', { number, title });
}

/** What a recipient's row stands at. */
export interface RecipientStanding {
  readonly extractState: 'certified' | 'dispatched' | 'closed';
  readonly letter: LetterState | null;
  readonly receivedAt: Date | null;
  readonly repliedAt: Date | null;
  readonly closedReason: string | null;
}

/** Where one recipient stands: the answer before the letter, the letter before the making. */
export function standingTag(lang: Language, row: RecipientStanding): StatusTag {
  if (row.repliedAt !== null) return { text: text(lang, 'dispatch.stateReplied'), tone: 'success' };
  if (row.receivedAt !== null) {
    const day = shortDayText(lang, dayOf(row.receivedAt));
    return { text: text(lang, 'dispatch.stateReceived', { day }), tone: 'success' };
  }
  if (row.closedReason !== null) return { text: text(lang, 'dispatch.stateClosed'), tone: 'neutral' };
  if (row.extractState === 'certified') return { text: text(lang, 'dispatch.stateMaking'), tone: 'info' };
  if (row.letter === 'bounced') return { text: text(lang, 'dispatch.stateBounced'), tone: 'danger' };
  if (row.letter === 'held') return { text: text(lang, 'dispatch.stateHeld'), tone: 'warning' };
  if (row.letter === 'queued') return { text: text(lang, 'dispatch.stateQueued'), tone: 'info' };
  return { text: text(lang, 'dispatch.stateWaiting'), tone: 'warning' };
}

/** Whether an answer is still waited for. */
export function isAwaited(row: Pick<RecipientStanding, 'receivedAt' | 'closedReason'>): boolean {
  return row.receivedAt === null && row.closedReason === null;
}

/** The extract as a file of the page, or the sentence that says why it is not there. */
export async function extractFile(
  { em, lang }: ReadContext,
  dispatch: DispatchView,
  href: string,
): Promise<{ readonly files?: readonly FileRow[]; readonly fileNote?: string }> {
  if (!dispatch.made) return { fileNote: text(lang, 'dispatch.fileWait') };
  const version = dispatch.documentId === null ? null : await latestVersion(em, dispatch.documentId);
  if (version === null) return { fileNote: text(lang, 'dispatch.fileClosed') };
  const facts = text(lang, 'meetings.fileFacts', {
    pages: text(lang, 'meetings.filePages', { count: version.pages }),
    size: fileSizeText(lang, version.size),
  });
  return {
    files: [
      {
        name: extractName(lang, dispatch),
        href,
        facts,
        note: `${dispatch.body}, ${dayText(lang, dispatch.day)}`,
      },
    ],
  };
}

/** The bytes of the extract; hidden where it belongs to a closed item. */
export async function extractBytes(
  { em }: ReadContext,
  dispatch: DispatchView,
): Promise<FileContent | Refusal> {
  const found = await readLatestFile(em, dispatch.documentId);
  if (found === null) return refuse('not-found');
  const read = { kind: 'documentVersion', id: found.versionId, authorityId: dispatch.authorityId };
  return { ...found, read };
}

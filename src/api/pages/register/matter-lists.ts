import { shortDayText } from '../../../i18n/dates';
import { text } from '../../../i18n/texts';
import type { DocumentView } from '../../../store/queries/register/documents';
import type { MatterItem } from '../../../store/queries/register/matter';
import type { ReadContext } from '../../context';
import { paths } from '../../paths';
import type { DataList } from '../../render/lists';
import { dayCell, documentTag, fileText, kindText } from './words';

/** The documents of a matter. @param mayAdd whether the empty list shows how to begin */
export function documentList(
  { lang }: ReadContext,
  documents: readonly DocumentView[],
  mayAdd: boolean,
): DataList {
  const empty = {
    title: text(lang, 'register.noDocumentsTitle'),
    text: text(lang, mayAdd ? 'register.noDocumentsText' : 'register.noDocumentsReader'),
  };
  return {
    caption: text(lang, 'register.documentsHeading'),
    columns: [
      { text: text(lang, 'register.factNumber') },
      { text: text(lang, 'register.colDocument') },
      { text: text(lang, 'register.colDay') },
      { text: text(lang, 'register.colCounterpart') },
      { text: text(lang, 'register.colFile') },
      { text: text(lang, 'register.colState') },
    ],
    rows: documents.map((document) => ({
      cells: [
        { text: shownNumber(lang, document) },
        { text: titleOf(lang, document), href: hrefOf(document) },
        dayCell(lang, document.day),
        { text: document.counterpart ?? '' },
        fileCell(lang, document),
        { text: '', tag: documentTag(lang, document.state) },
      ],
    })),
    countText: '',
    empty,
  };
}

function shownNumber(lang: ReadContext['lang'], document: DocumentView): string {
  if (document.awaitsNumber && document.state !== 'cancelled') return text(lang, 'register.awaitsNumber');
  return document.registryNumber ?? (document.number === null ? '–' : `–${String(document.number)}`);
}

function titleOf(lang: ReadContext['lang'], { kind, title }: DocumentView): string {
  const named = kind === 'memo' || kind === 'extract' || kind === 'minutes';
  return named ? `${kindText(lang, kind)}: ${title}` : title;
}

function hrefOf({ state, memoId, id: documentId }: DocumentView): string {
  return state === 'draft' && memoId !== null ? paths.memo.to({ memoId }) : paths.document.to({ documentId });
}

function fileCell(lang: ReadContext['lang'], { id, size, pages, kind }: DocumentView) {
  if (size === null || pages === null) {
    return { text: kind === 'incoming' || kind === 'appendix' ? text(lang, 'register.onPaper') : '' };
  }
  return { text: fileText(lang, pages, size), href: paths.documentFile.to({ documentId: id }) };
}

/** The agenda items the matter is and was on; null where it was on none. */
export function meetingList({ lang }: ReadContext, items: readonly MatterItem[]): DataList | null {
  if (items.length === 0) return null;
  return {
    caption: text(lang, 'register.meetingsHeading'),
    columns: [
      { text: text(lang, 'register.colMeeting') },
      { text: text(lang, 'register.colDay') },
      { text: text(lang, 'register.colItem') },
      { text: text(lang, 'register.colParagraph') },
    ],
    rows: items.map((item) => ({
      cells: [
        {
          text: text(lang, 'register.meetingName', { number: item.meetingNumber, year: item.meetingYear }),
          href: paths.meeting.to({ meetingId: item.meetingId }),
        },
        { text: shortDayText(lang, item.meetingDay), datetime: item.meetingDay },
        itemCell(lang, item),
        { text: item.paragraph === null ? '' : `§ ${String(item.paragraph)}` },
      ],
    })),
    countText: '',
    empty: { title: '', text: '' },
  };
}

function itemCell(lang: ReadContext['lang'], item: MatterItem) {
  const words = [item.agendaNumber === null ? '' : `${String(item.agendaNumber)}.`, item.title]
    .join(' ')
    .trim();
  if (!item.withdrawn) return { text: words };
  return { text: words, tag: { text: text(lang, 'register.withdrawn'), tone: 'neutral' as const } };
}

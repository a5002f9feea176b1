import type { AgendaVersionChange } from '../domain/meetings/agenda/agenda-version-items';
import type { MissingPaper } from '../domain/meetings/agenda/missing-papers';
import type { Language } from './languages';
import { text, type TextKey } from './texts';

const changeKeys: Readonly<Record<AgendaVersionChange['change'], TextKey>> = {
  added: 'meetings.changeAdded',
  withdrawn: 'meetings.changeWithdrawn',
  removed: 'meetings.changeRemoved',
  closed: 'meetings.changeClosed',
  opened: 'meetings.changeOpened',
  moved: 'meetings.changeMoved',
  retitled: 'meetings.changeRetitled',
  kind: 'meetings.changeKind',
  proposal: 'meetings.changeProposal',
  documents: 'meetings.changeDocuments',
  text: 'meetings.changeText',
};

/** One change between two versions of an agenda as a sentence (M-3). */
export function agendaChangeText(lang: Language, { change, item }: AgendaVersionChange): string {
  return text(lang, changeKeys[change], { item: item.label, title: item.title });
}

const lackKeys: Readonly<Record<MissingPaper['lack'], TextKey>> = {
  proposal: 'meetings.lacksProposal',
  papers: 'meetings.lacksPapers',
  memo: 'meetings.lacksMemo',
  points: 'meetings.lacksPoints',
  file: 'meetings.lacksFile',
};

/** What an item lacks, as a line (M-4). */
export function missingPaperText(lang: Language, { lack, label, document }: MissingPaper): string {
  return text(lang, lackKeys[lack], { item: label, document: document ?? '' });
}

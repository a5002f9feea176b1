import type { MatterState } from '../../../domain/register/matter-states';
import { shortDayText } from '../../../i18n/dates';
import type { Language } from '../../../i18n/languages';
import { fileSizeText } from '../../../i18n/numbers';
import { text, type TextKey } from '../../../i18n/texts';
import type { DocumentView } from '../../../store/queries/register/documents';
import type { MemoView } from '../../../store/queries/register/memos';
import type { StatusTag } from '../../render/components';

const matterStates = {
  open: { key: 'register.stateOpen', tone: 'info' },
  closed: { key: 'register.stateClosed', tone: 'success' },
  cancelled: { key: 'register.stateCancelled', tone: 'neutral' },
} as const;

export function matterTag(lang: Language, state: MatterState): StatusTag {
  const { key, tone } = matterStates[state];
  return { text: text(lang, key), tone };
}

const documentStates = {
  draft: { key: 'register.stateDraft', tone: 'warning' },
  received: { key: 'register.stateReceived', tone: 'info' },
  drawnUp: { key: 'register.stateDrawnUp', tone: 'success' },
  dispatched: { key: 'register.stateDispatched', tone: 'success' },
  cancelled: { key: 'register.stateCancelled', tone: 'neutral' },
} as const;

/** Where a document stands under the press act. */
export function documentTag(lang: Language, state: DocumentView['state']): StatusTag {
  const { key, tone } = documentStates[state];
  return { text: text(lang, key), tone };
}

const kinds: Readonly<Record<DocumentView['kind'], TextKey>> = {
  memo: 'register.kindMemo',
  appendix: 'register.kindAppendix',
  summons: 'register.kindSummons',
  package: 'register.kindPackage',
  minutes: 'register.kindMinutes',
  extract: 'register.kindExtract',
  notice: 'register.kindNotice',
  noticeCertificate: 'register.kindNoticeCertificate',
  incoming: 'register.kindIncoming',
};

export function kindText(lang: Language, kind: DocumentView['kind']): string {
  return text(lang, kinds[kind]);
}

const directions: Readonly<Record<DocumentView['direction'], TextKey>> = {
  incoming: 'register.directionIncoming',
  outgoing: 'register.directionOutgoing',
  drawnUp: 'register.directionDrawnUp',
};

export function directionText(lang: Language, direction: DocumentView['direction']): string {
  return text(lang, directions[direction]);
}

/** "PDF, 4 sidor, 120 kB". */
export function fileText(lang: Language, pages: number, size: number): string {
  return text(lang, 'register.fileFacts', {
    pages: text(lang, 'components.pagesCount', { count: pages }),
    size: fileSizeText(lang, size),
  });
}

/** A matter's number, or that it waits for one. */
export function numberText(lang: Language, registryNumber: string | null): string {
  return registryNumber ?? text(lang, 'register.noNumber');
}

export function memoTag(lang: Language, memo: MemoView): StatusTag {
  if (memo.cancelled) return { text: text(lang, 'memos.memoCancelled'), tone: 'neutral' };
  if (memo.readyNumber === 0) return { text: text(lang, 'memos.memoDraft'), tone: 'warning' };
  const version = { version: memo.readyNumber };
  return memo.changed
    ? { text: text(lang, 'memos.memoChanged', version), tone: 'warning' }
    : { text: text(lang, 'memos.memoReady', version), tone: 'success' };
}

/** A day in a narrow column. */
export function dayCell(lang: Language, day: Parameters<typeof shortDayText>[1]) {
  return { text: shortDayText(lang, day), datetime: day };
}

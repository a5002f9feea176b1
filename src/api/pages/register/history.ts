import { shortMomentText } from '../../../i18n/dates';
import type { Language } from '../../../i18n/languages';
import { text, type TextKey } from '../../../i18n/texts';
import type { RegisterEvent } from '../../../store/queries/register/matter';
import type { Timeline } from '../../render/components';

const words: ReadonlyMap<string, TextKey> = new Map<string, TextKey>([
  ['openMatter', 'register.didOpenMatter'],
  ['numberMatter', 'register.didNumberMatter'],
  ['closeMatter', 'register.didCloseMatter'],
  ['reopenMatter', 'register.didReopenMatter'],
  ['cancelMatter', 'register.didCancelMatter'],
  ['joinMatter', 'register.didJoinMatter'],
  ['moveMatter', 'register.didMoveMatter'],
  ['numberDocument', 'register.didNumberDocument'],
  ['registerIncoming', 'register.didRegister'],
  ['uploadDocument', 'register.didRegister'],
  ['replaceDocument', 'register.didReplace'],
  ['cancelDocument', 'register.didCancelDocument'],
  ['openMemo', 'register.didOpenMemo'],
  ['changeMemo', 'register.didChangeMemo'],
  ['readyMemo', 'register.didReadyMemo'],
  ['fileMemoDocument', 'register.didFileMemo'],
]);

/** What has been done in a matter, as its readers say it. */
export function timelineOf(lang: Language, events: readonly RegisterEvent[]): Timeline {
  return {
    entries: events.map(({ act, at, by, document }) => ({
      title: text(lang, words.get(act) ?? 'register.didOther'),
      datetime: at.toISOString(),
      when: shortMomentText(lang, at),
      ...(by === null ? {} : { by }),
      ...(document === null ? {} : { text: document }),
    })),
  };
}

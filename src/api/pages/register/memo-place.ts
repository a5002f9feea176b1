import { dayText } from '../../../i18n/dates';
import type { Language } from '../../../i18n/languages';
import { text } from '../../../i18n/texts';
import type { MemoView } from '../../../store/queries/register/memos';
import type { DefinitionItem } from '../../render/components';

/** At which meeting the memo's matter stands, and whether a ready memo lies among the papers there. */
export function meetingFact(lang: Language, memo: MemoView): DefinitionItem {
  const term = text(lang, 'memos.factMeeting');
  const { meetingDay, agendaNumber, amongPapers, readyNumber } = memo;
  if (meetingDay === null) return { term, text: text(lang, 'memos.notPlanned') };
  const day = dayText(lang, meetingDay);
  const place = agendaNumber === null ? day : text(lang, 'memos.atItem', { day, item: agendaNumber });
  const outside = readyNumber > 0 && amongPapers !== true;
  return {
    term,
    text: outside ? text(lang, 'memos.notAmongPapers', { place }) : place,
    datetime: meetingDay,
  };
}

/** What becoming ready leads to where the matter stands: a sentence after the one about the memo. */
export function placeText(lang: Language, memo: MemoView): string {
  const { meetingDay, meetingPhase, amongPapers, readyNumber } = memo;
  const words = { day: meetingDay === null ? '' : dayText(lang, meetingDay) };
  const ready = readyNumber > 0;
  if (meetingDay === null) return ` ${text(lang, 'memos.placeNone')}`;
  if (amongPapers === true) return ` ${text(lang, 'memos.placeAmong', words)}`;
  if (meetingPhase === 'planned' && !ready) return ` ${text(lang, 'memos.placePlanned', words)}`;
  if (meetingPhase === 'planned' || meetingPhase === 'agendaApproved' || meetingPhase === 'summoned')
    return ` ${text(lang, ready ? 'memos.placeToAdd' : 'memos.placeApproved', words)}`;
  return '';
}

import type { RecordedParagraph } from '../../domain/meetings/recorded-paragraph';
import type { RecusalGround } from '../../domain/meetings/session/recusal';
import { dateText } from '../../i18n/dates';

/** KL 6:28, as the minutes give the ground. */
const grounds: Readonly<Record<Exclude<RecusalGround, 'other'>, string>> = {
  party: 'saken angår personen själv eller någon närstående',
  representative:
    'personen eller någon närstående är eller har varit ställföreträdare för den som saken angår',
  supervision: 'ärendet rör tillsyn över sådan verksamhet som personen själv är knuten till',
};

/**
 * KL 6:28-30: who had no part in the item, by their own announcement or by the body's decision with its ground, and whom the
 * body found not to be recused; one sentence each.
 * @param named how the minutes name a person, such as "Sten Hall (SD)"
 */
export function recusalWords(
  { recused, notRecused = [] }: Pick<RecordedParagraph, 'recused' | 'notRecused'>,
  body: string,
  named: (name: string, party: string) => string,
): string[] {
  return [
    ...recused.map((recusal) => {
      const who = named(recusal.name, recusal.party);
      const noPart = 'deltar varken i överläggningen eller i beslutet.';
      const at = recusal.from === undefined ? null : formerMeeting(recusal.from);
      if (at !== null && recusal.decidedBy === 'body')
        return `${body} har vid sammanträdet ${at} beslutat att ${who} är jävig i ärendet${groundOf(recusal)}. ${recusal.name} ${noPart}`;
      if (at !== null) return `${who} har anmält jäv i ärendet vid sammanträdet ${at} och ${noPart}`;
      return recusal.decidedBy === 'body'
        ? `${body} beslutar att ${who} är jävig i ärendet${groundOf(recusal)}. ${recusal.name} ${noPart}`
        : `${who} är jävig och ${noPart}`;
    }),
    ...notRecused.map(
      ({ name, party }) => `${body} beslutar att ${named(name, party)} inte är jävig i ärendet.`,
    ),
  ];
}

/** "den 20 februari 2026 (§ 12)": where the recusal came from with the item. */
function formerMeeting({
  day,
  paragraph,
}: NonNullable<RecordedParagraph['recused'][number]['from']>): string {
  return `den ${dateText('sv', day)}${paragraph === null ? '' : ` (§ ${paragraph})`}`;
}

function groundOf({ ground, note }: RecordedParagraph['recused'][number]): string {
  if (ground !== undefined && ground !== 'other') return `, eftersom ${grounds[ground]}`;
  const circumstance = (note ?? '').replace(/[.\s]+$/, '');
  return circumstance === '' ? '' : ` på grund av en särskild omständighet: ${circumstance}`;
}

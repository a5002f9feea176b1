import type { Language } from './languages';
import { listText } from './numbers';

/** Names of laws as rows and refusals abbreviate them. */
const laws: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  KL: { sv: 'kommunallagen', en: 'the Local Government Act (kommunallagen)' },
  OSL: {
    sv: 'offentlighets- och sekretesslagen',
    en: 'the Public Access and Secrecy Act (offentlighets- och sekretesslagen)',
  },
  FL: { sv: 'förvaltningslagen', en: 'the Administrative Procedure Act (förvaltningslagen)' },
  TF: { sv: 'tryckfrihetsförordningen', en: 'the Freedom of the Press Act (tryckfrihetsförordningen)' },
};

/**
 * The source of a rule as a reader meets it: "KL 5:69" is "kommunallagen 5 kap. 69 §", the body's own rules stand as
 * they are written.
 * @returns undefined for names of requirements, such as "M-8": they tell a developer something, a reader nothing
 */
export function ruleText(lang: Language, rule: string): string | undefined {
  if (/^[A-Z]-\d+$/.test(rule)) return undefined;
  const cited = /^([A-Z]{2,3}) (\d+:\d+(?:, \d+:\d+)*)$/.exec(rule);
  const law = cited?.[1] === undefined ? undefined : laws[cited[1]];
  if (law === undefined || cited?.[2] === undefined) return unbroken(rule);
  const places = cited[2].split(', ').map((place) => placeText(lang, place));
  return `${law[lang]} ${listText(lang, places)}`;
}

/** The laws that a sentence cites within brackets, in full: "(KL 6:27)" is "(kommunallagen 6 kap. 27 §)". */
export function citedInFull(lang: Language, sentence: string): string {
  return sentence.replace(
    /\b[A-Z]{2,3} \d+:\d+(?:, \d+:\d+)*/g,
    // Within a sentence the act goes by one name: a bracket in a bracket is hard to read.
    (cited) => (ruleText(lang, cited) ?? cited).replace(/ \([^)]*\)/, ','),
  );
}

function placeText(lang: Language, place: string): string {
  const [chapter = '', section = ''] = place.split(':');
  return lang === 'sv' ? `${chapter} kap. ${section} §` : `chapter ${chapter} section ${section}`;
}

/** A date keeps together, and so does a paragraph sign with its number. */
function unbroken(rule: string): string {
  return rule
    .replace(/(\d{4})-(\d{2})-(\d{2})/g, '$1\u2011$2\u2011$3')
    .replace(/(§{1,2}) (?=\d)/g, '$1\u00a0')
    .replace(/ (?=§)/g, '\u00a0');
}

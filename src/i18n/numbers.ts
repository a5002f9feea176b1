import type { Language } from './languages';

const whole: Record<Language, Intl.NumberFormat> = {
  sv: new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
};

const noBreak = '\u00A0';

/** "2 600 000" with no-break spaces in Swedish, "2,600,000" in English; at most two decimals. */
export function numberText(lang: Language, value: number): string {
  return whole[lang].format(value).replace(/[\u202F ]/g, noBreak);
}

/** "2 600 000 kr": an amount of whole or broken kronor. */
export function kronorText(lang: Language, kronor: number): string {
  return lang === 'sv'
    ? `${numberText(lang, kronor)}${noBreak}kr`
    : `SEK${noBreak}${numberText(lang, kronor)}`;
}

/** "10,6 MB": the size of a file given in bytes, in units of a thousand. */
export function fileSizeText(lang: Language, bytes: number): string {
  const units = ['byte', 'kB', 'MB', 'GB'] as const;
  const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  const rounded = value < 10 && power > 0 ? Math.round(value * 10) / 10 : Math.round(value);
  return `${numberText(lang, rounded)}${noBreak}${units[power] ?? 'byte'}`;
}

/** "a, b och c": names or things listed as in a sentence. */
export function listText(lang: Language, things: readonly string[]): string {
  const last = things.at(-1);
  if (last === undefined) return '';
  if (things.length === 1) return last;
  return `${things.slice(0, -1).join(', ')} ${lang === 'sv' ? 'och' : 'and'} ${last}`;
}

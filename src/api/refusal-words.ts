import { refusalCatalogue } from '../domain/refusals/catalogue';
import type { RefusalEntry } from '../domain/refusals/entry';
import type { Refusal } from '../domain/refusals/refusal';
import { factsInWords } from '../i18n/facts';
import type { Language } from '../i18n/languages';
import { refusalText } from '../i18n/refusal-text';
import { text, type TextKey } from '../i18n/texts';

/** A refusal as pages and JSON say it. */
export interface RefusalWords {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly rule?: string | undefined;
}

const titles: Readonly<Record<RefusalEntry['status'], TextKey>> = {
  400: 'general.refusedTitle',
  401: 'general.signInTitle',
  403: 'general.notAllowedTitle',
  404: 'general.notFoundTitle',
  405: 'general.refusedTitle',
  409: 'general.refusedTitle',
  413: 'general.refusedTitle',
  415: 'general.refusedTitle',
  422: 'general.refusedTitle',
  429: 'general.waitTitle',
  431: 'general.refusedTitle',
  503: 'general.waitTitle',
};

/** Status, title and sentence of a refusal; days and roles among its facts become words of the language. */
export function refusalWords(lang: Language, refusal: Refusal): RefusalWords {
  const entry: RefusalEntry = refusalCatalogue[refusal.code];
  const title = refusal.code === 'stale-version' ? 'general.staleTitle' : titles[entry.status];
  const detail = refusalText(lang, { ...refusal, facts: factsInWords(lang, refusal.facts) });
  return { status: entry.status, title: text(lang, title), detail, rule: entry.rule };
}

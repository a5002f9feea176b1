import { randomUUID } from 'node:crypto';
import Handlebars, { type HelperDelegate, type HelperOptions } from 'handlebars';
import { asDay, type Day } from '../../domain/time/day';
import {
  clockText,
  dayText,
  momentText,
  relativeDayText,
  shortDayText,
  shortMomentText,
  weekdayText,
} from '../../i18n/dates';
import { asClockTime } from '../../domain/time/stockholm';
import type { TextFacts } from '../../i18n/fill';
import type { Language } from '../../i18n/languages';
import { fileSizeText, kronorText, numberText } from '../../i18n/numbers';
import { isTextKey, text } from '../../i18n/texts';
import { icons, isIconName } from './icons';
import { assetUrl, type AssetManifest } from './manifest';

/** What every template knows besides its view: `@lang`, `@today`, `@csrfToken`. */
export interface TemplateData {
  readonly lang: Language;
  readonly today: Day;
  readonly csrfToken?: string;
}

/** Stored Samråd-text to safe HTML, its first heading at the level given. */
export type TextRenderer = (markdown: string, headingLevel: number) => string;

const { SafeString, escapeExpression } = Handlebars;
type Safe = InstanceType<typeof SafeString>;

const dataOf = (options: HelperOptions): TemplateData => options.data as TemplateData;

const time = (datetime: string, words: string): Safe =>
  new SafeString(`<time datetime="${escapeExpression(datetime)}">${escapeExpression(words)}</time>`);

const moment = (value: unknown): Date => {
  if (!(value instanceof Date)) throw new TypeError(`Not a moment: ${String(value)}`);
  return value;
};

const clock = (value: unknown, lang: Language): string => clockText(lang, asClockTime(String(value)));

/** Helpers that write in the reader's language. `as-` keeps them apart from a view's own `day` or `number`, which they would hide. */
const languageHelpers: Readonly<Record<string, HelperDelegate>> = {
  t(key: unknown, options: HelperOptions): string {
    const name = String(key);
    if (!isTextKey(name)) throw new RangeError(`No text for ${name}`);
    return text(dataOf(options).lang, name, options.hash as TextFacts);
  },
  'as-day'(value: unknown, options: HelperOptions): Safe {
    const day = asDay(String(value));
    return time(day, dayText(dataOf(options).lang, day));
  },
  'as-short-day'(value: unknown, options: HelperOptions): Safe {
    const day = asDay(String(value));
    return time(day, shortDayText(dataOf(options).lang, day));
  },
  'as-weekday': (value: unknown, options: HelperOptions): string =>
    weekdayText(dataOf(options).lang, asDay(String(value))),
  'as-relative-day'(value: unknown, options: HelperOptions): Safe {
    const { lang, today } = dataOf(options);
    const day = asDay(String(value));
    return time(day, relativeDayText(lang, day, today));
  },
  'as-moment': (value: unknown, options: HelperOptions): Safe =>
    time(moment(value).toISOString(), momentText(dataOf(options).lang, moment(value))),
  'as-short-moment': (value: unknown, options: HelperOptions): Safe =>
    time(moment(value).toISOString(), shortMomentText(dataOf(options).lang, moment(value))),
  'as-clock': (value: unknown, options: HelperOptions): Safe =>
    time(String(value), clock(value, dataOf(options).lang)),
  'as-number': (value: unknown, options: HelperOptions): string =>
    numberText(dataOf(options).lang, Number(value)),
  'as-kronor': (value: unknown, options: HelperOptions): string =>
    kronorText(dataOf(options).lang, Number(value)),
  'as-file-size': (value: unknown, options: HelperOptions): string =>
    fileSizeText(dataOf(options).lang, Number(value)),
};

/** Helpers that write markup: each returns escaped, finished HTML. */
const markupHelpers: Readonly<Record<string, HelperDelegate>> = {
  csrf(options: HelperOptions): Safe | string {
    const { csrfToken } = dataOf(options);
    if (csrfToken === undefined) return '';
    // The key makes a form that is sent twice by mistake one act.
    return new SafeString(
      `<input type="hidden" name="_csrf" value="${escapeExpression(csrfToken)}"><input type="hidden" name="_key" value="${randomUUID()}">`,
    );
  },
  icon(name: unknown): Safe {
    const wanted = String(name);
    if (!isIconName(wanted)) throw new RangeError(`No icon named ${wanted}`);
    return new SafeString(
      `<svg class="sam-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${icons[wanted]}"/></svg>`,
    );
  },
  /** `{{describedBy id hint=hint error=error}}`: what a field's input says about its hint and its error. */
  describedBy(id: unknown, options: HelperOptions): Safe {
    const { hint, error, extra } = options.hash as { hint?: unknown; error?: unknown; extra?: string };
    const ids = [hint ? `${String(id)}-hint` : '', extra ?? '', error ? `${String(id)}-error` : ''];
    const described = ids.filter((part) => part !== '').join(' ');
    const attributes = described === '' ? '' : ` aria-describedby="${escapeExpression(described)}"`;
    return new SafeString(attributes + (error ? ' aria-invalid="true"' : ''));
  },
};

/** Helpers that only put values together; deciding is done before the view comes here. */
const valueHelpers: Readonly<Record<string, HelperDelegate>> = {
  is: (first: unknown, second: unknown): boolean => first === second,
  or: (...values: unknown[]): unknown => values.slice(0, -1).find((value) => Boolean(value)),
  concat: (...parts: unknown[]): string => parts.slice(0, -1).map(String).join(''),
  /** `(dict text="Tillbaka" href="/")`: an object to hand to a component. */
  dict: (options: HelperOptions): Record<string, unknown> => ({
    ...(options.hash as Record<string, unknown>),
  }),
};

/** All helpers of the page templates. */
export function createHelpers(
  manifest: AssetManifest,
  renderText: TextRenderer,
): Readonly<Record<string, HelperDelegate>> {
  return {
    ...languageHelpers,
    ...markupHelpers,
    ...valueHelpers,
    asset: (name: unknown): string => assetUrl(manifest, String(name)),
    markdown(value: unknown, options: HelperOptions): Safe {
      const { headings } = options.hash as { headings?: number };
      const stored = typeof value === 'string' ? value : '';
      return new SafeString(`<div class="sam-text">${renderText(stored, headings ?? 2)}</div>`);
    },
  };
}

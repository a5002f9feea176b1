import type { RequestHandler } from 'express';
import { isLanguage, type Language } from '../../i18n/languages';
import { themeChoices, type ThemeChoice } from './shell';

/** How a reader wants the pages: kept in two cookies, nothing about the person. */
export interface Preferences {
  readonly lang: Language;
  readonly theme: ThemeChoice;
}

const cookieNames = { lang: 'sprak', theme: 'utseende' } as const;
const yearMs = 365 * 24 * 60 * 60 * 1000;

const isTheme = (value: string): value is ThemeChoice => (themeChoices as readonly string[]).includes(value);

/** Reads the choices from parsed cookies; Swedish and the device's own light or dark when nothing is chosen. */
export function readPreferences(cookies: Readonly<Record<string, unknown>>): Preferences {
  const lang = cookies[cookieNames.lang];
  const theme = cookies[cookieNames.theme];
  return {
    lang: typeof lang === 'string' && isLanguage(lang) ? lang : 'sv',
    theme: typeof theme === 'string' && isTheme(theme) ? theme : 'auto',
  };
}

/**
 * Takes `?sprak=en` and `?utseende=dark` on any page that is read: stores the choice and leads back to the same
 * address without it. Needs the parsed cookies' writer only, so it can stand before sign-in.
 */
export function choosePreferences(options: { readonly secure: boolean }): RequestHandler {
  return (req, res, next) => {
    const url = new URL(req.originalUrl, 'http://local.invalid');
    const lang = url.searchParams.get(cookieNames.lang);
    const theme = url.searchParams.get(cookieNames.theme);
    if (req.method !== 'GET' || (lang === null && theme === null)) {
      next();
      return;
    }
    const cookie = { maxAge: yearMs, sameSite: 'lax', secure: options.secure, path: '/' } as const;
    if (lang !== null && isLanguage(lang)) res.cookie(cookieNames.lang, lang, { ...cookie, httpOnly: true });
    // The theme is read by the script that changes it without loading the page anew, which would lose typed text.
    if (theme !== null && isTheme(theme)) res.cookie(cookieNames.theme, theme, cookie);
    url.searchParams.delete(cookieNames.lang);
    url.searchParams.delete(cookieNames.theme);
    // A path that begins with two slashes would lead to another site.
    res.redirect(303, url.pathname.replace(/^\/+/, '/') + url.search);
  };
}

/** The address of the same page with a choice made. */
export function preferenceHref(
  path: string,
  choice: { readonly lang: Language } | { readonly theme: ThemeChoice },
): string {
  const url = new URL(path, 'http://local.invalid');
  if ('lang' in choice) url.searchParams.set(cookieNames.lang, choice.lang);
  else url.searchParams.set(cookieNames.theme, choice.theme);
  return url.pathname + url.search;
}

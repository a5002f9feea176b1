import { z } from 'zod';
import type { Request, Response } from 'express';
import type { Sealer } from '../../contracts/ports';
import { factsInWords } from '../../i18n/facts';
import type { Language } from '../../i18n/languages';
import { isTextKey, text, type TextKey } from '../../i18n/texts';
import { cookiesOf } from '../middleware/begin-visit';
import type { Notice } from '../render/components';

const COOKIE = 'kvitto';
const PURPOSE = 'receipt';

const Kept = z.object({ key: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) });

/** Leaves a receipt for the next page: sealed in a cookie, so that it can only say what was said here. */
export function leaveReceipt(
  res: Response,
  sealer: Sealer,
  secure: boolean,
  key: TextKey,
  facts: Readonly<Record<string, string | number>>,
): void {
  const sealed = sealer.seal(PURPOSE, JSON.stringify({ key, facts }));
  res.cookie(COOKIE, sealed, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: 300_000 });
}

/** The receipt that the act just before left, shown once. */
export function takeReceipt(
  req: Request,
  res: Response,
  sealer: Sealer,
  secure: boolean,
  lang: Language,
): Notice | undefined {
  const cookie = cookiesOf(req)[COOKIE];
  if (typeof cookie !== 'string') return undefined;
  res.clearCookie(COOKIE, { httpOnly: true, sameSite: 'lax', secure, path: '/' });
  const opened = sealer.open(PURPOSE, cookie);
  if (opened === null) return undefined;
  const kept = Kept.safeParse(JSON.parse(opened));
  if (!kept.success || !isTextKey(kept.data.key)) return undefined;
  return { tone: 'success', text: text(lang, kept.data.key, factsInWords(lang, kept.data.facts)) };
}

/** The words and numbers of a result, which fill its receipt and the address to go on to. */
export function factsOf(result: unknown): Readonly<Record<string, string | number>> {
  if (result === null || typeof result !== 'object') return {};
  const facts = Object.entries(result).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(
    facts.map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, 300) : value]),
  );
}

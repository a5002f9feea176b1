import type { Response } from 'express';
import type { Refusal } from '../../domain/refusals/refusal';
import type { Language } from '../../i18n/languages';
import { text } from '../../i18n/texts';
import { refusalWords } from '../refusal-words';

/** RFC 9457 with the refusal's code, its rule and, for a wrong input, each field's fault. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly rule?: string | undefined;
  readonly errors?: readonly { readonly field: string; readonly detail: string }[] | undefined;
}

const MEDIA_TYPE = 'application/problem+json';

export function problemOf(lang: Language, refusal: Refusal, errors?: Problem['errors']): Problem {
  const { status, title, detail, rule } = refusalWords(lang, refusal);
  return { type: `/api/errors#${refusal.code}`, title, status, detail, code: refusal.code, rule, errors };
}

export function sendProblem(
  res: Response,
  lang: Language,
  refusal: Refusal,
  errors?: Problem['errors'],
): void {
  const problem = problemOf(lang, refusal, errors);
  res.status(problem.status).set('Content-Language', lang).type(MEDIA_TYPE).send(JSON.stringify(problem));
}

/** Not a refusal but our own fault: no details, a reference. */
export function sendFaultProblem(res: Response, lang: Language, reference: string): void {
  const title = text(lang, 'general.faultTitle');
  const detail = `${text(lang, 'general.faultText')} ${text(lang, 'general.faultReference', { reference })}`;
  res
    .status(500)
    .type(MEDIA_TYPE)
    .send(
      JSON.stringify({ type: '/api/errors#fault', title, status: 500, detail, code: 'fault', reference }),
    );
}

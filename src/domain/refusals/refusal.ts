import type { RefusalCode } from './catalogue';

/** What a refusal's sentence is filled with: numbers, days and names already made fit to read. */
export type Facts = Readonly<Record<string, string | number>>;

/** A rule said no. It is a value, not an exception: the page asks for it to explain a button, the command to decide. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly facts: Facts;
}

/** The answer of every `can…` rule. */
export type Verdict = { readonly ok: true } | Refusal;

export const allowed: Verdict = { ok: true };

/**
 * Makes a refusal of a catalogued code.
 * @param code one of the codes in `refusals/<area>.ts`; its sentence stands in `i18n/<language>/refusals/<area>.ts`
 * @param facts what the sentence's `{placeholders}` are filled with
 */
export function refuse(code: RefusalCode, facts: Facts = {}): Refusal {
  return { ok: false, code, facts };
}

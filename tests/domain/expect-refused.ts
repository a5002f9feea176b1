import type { RefusalCode } from '../../src/domain/refusals/catalogue';
import type { Refusal } from '../../src/domain/refusals/refusal';
import { refusalText } from '../../src/i18n/refusal-text';

/** The refusal has the code, and sentences without holes in both languages. */
export function expectRefused(verdict: { readonly ok: true } | Refusal, code: RefusalCode): void {
  expect(verdict).toMatchObject({ ok: false, code });
  if (!verdict.ok) {
    for (const language of ['sv', 'en'] as const) {
      const sentence = refusalText(language, verdict);
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/!|undefined|null/);
    }
  }
}

/** Codes of several refusals, in order, each with its sentences tried. */
export function codesOf(refusals: readonly Refusal[]): RefusalCode[] {
  for (const refusal of refusals) expectRefused(refusal, refusal.code);
  return refusals.map((refusal) => refusal.code);
}

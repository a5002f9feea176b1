import type { Refusal } from '../../domain/refusals/refusal';
import { factsInWords } from '../../i18n/facts';
import { refusalText } from '../../i18n/refusal-text';

/** A refusal as whoever writes a file reads it: in Swedish, what, by which rule and what to do instead. */
export function refusalSentence(refusal: Refusal): string {
  return refusalText('sv', { ...refusal, facts: factsInWords('sv', refusal.facts) });
}

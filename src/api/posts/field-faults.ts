import type { z } from 'zod';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import { fieldFaultText } from '../../i18n/field-faults';
import type { Language } from '../../i18n/languages';
import { asTyped } from './typed-rows';

/** The rest stand beside their fields. */
const MOST_TOLD = 10;

/** A field that cannot be taken as it is: its name as forms spell it and a sentence in the reader's language. */
export interface FieldFault {
  readonly field: string;
  readonly detail: string;
}

/** Everything that is wrong with an input, by field; empty when the contract takes it. */
export function faultsOf(lang: Language, schema: z.ZodType, input: unknown): FieldFault[] {
  const parsed = schema.safeParse(input, { error: (issue) => fieldFaultText(lang, issue) });
  if (parsed.success) return [];
  const faults = new Map<string, string>();
  for (const issue of parsed.error.issues) {
    const field = fieldName(asTyped(input, issue.path));
    if (!faults.has(field)) faults.set(field, issue.message);
  }
  return [...faults].map(([field, detail]) => ({ field, detail }));
}

/**
 * A refused input told by its faults in the reader's language ("points[0].text: Fyll i eller välj något här."): the
 * command's own sentence is the schema library's, for programs. Other refusals stay as they are.
 */
export function inWords(refusal: Refusal, faults: readonly FieldFault[]): Refusal {
  if (refusal.code !== 'input-invalid' || faults.length === 0) return refusal;
  const problems = faults
    .slice(0, MOST_TOLD)
    .map(({ field, detail }) => (field === '' ? detail : `${field}: ${detail}`));
  return refuse('input-invalid', { problems: problems.join(' ') });
}

/** `['points', 0, 'text']` as forms write it: `points[0].text`. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`;
    return name === '' ? String(part) : `${name}.${String(part)}`;
  }, '');
}

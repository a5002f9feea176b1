import type { Language } from '../../i18n/languages';
import type { PostedForm } from '../context';
import { fieldId } from '../forms';
import type { FieldError } from '../render/components';
import { refusalWords } from '../refusal-words';

/** The summary over a refused form: a link to each faulty field, or the refusal's sentence with a link to the form. */
export function errorsOf(lang: Language, form: PostedForm): FieldError[] {
  if (form.faults.size === 0)
    return [{ text: refusalWords(lang, form.refusal).detail, href: `#${form.command}` }];
  return [...form.faults].map(([field, text]) => ({
    text,
    href: `#${field === '' ? form.command : fieldId(form.command, field)}`,
    ofField: field !== '',
  }));
}

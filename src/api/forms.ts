import type { CommandName } from '../contracts/commands';
import type { PostedForm } from './context';

/** The id of a field on the page; the error summary leads to it. */
export function fieldId(command: CommandName, field: string): string {
  return `${command}-${field.replace(/[^\w-]+/g, '-').replace(/-$/, '')}`;
}

/** What a field component is handed: `{{> field-text (…)}}` with `name`, `id`, `value` and `error`. */
export interface FieldWords {
  readonly name: string;
  readonly id: string;
  readonly value: string;
  readonly error?: string;
}

/** The fields of one form of a page: what is stored, or after a refusal what was typed. */
export interface FormFields {
  /** The form's id and its address to post to. */
  readonly id: string;
  readonly postTo: string;
  /** Whether this form has just been refused. */
  readonly refused: boolean;
  field(name: string, stored: string | number | null | undefined): FieldWords;
  /** Whether a box (or one value of a group of them) is ticked. */
  ticked(name: string, stored: boolean, value?: string): boolean;
  error(name: string): string | undefined;
}

/**
 * Reads a form of the page for the view.
 * @param form the page's refused form, if any; another command's form on the same page keeps what is stored
 */
export function formFields(form: PostedForm | undefined, command: CommandName): FormFields {
  const own = form?.command === command ? form : undefined;
  const typed = (name: string): string | undefined => {
    const value = own?.values[name];
    return typeof value === 'string' ? value : value?.at(-1);
  };
  const error = (name: string): string | undefined => own?.faults.get(name);
  return {
    id: command,
    postTo: `/gor/${command}`,
    refused: own !== undefined,
    error,
    field(name, stored) {
      const value = typed(name) ?? (own === undefined ? String(stored ?? '') : '');
      const fault = error(name);
      return { name, id: fieldId(command, name), value, ...(fault === undefined ? {} : { error: fault }) };
    },
    ticked(name, stored, value) {
      if (own === undefined) return stored;
      const given = own.values[name];
      if (given === undefined) return false;
      return value === undefined || (typeof given === 'string' ? given === value : given.includes(value));
    },
  };
}

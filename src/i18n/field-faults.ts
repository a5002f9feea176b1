import { fieldFaults as en } from './en/field-faults';
import { fillText, type Text } from './fill';
import type { Language } from './languages';
import { fieldFaults as sv } from './sv/field-faults';

type Key = keyof typeof sv;

const texts: Readonly<Record<Language, Readonly<Record<Key, Text>>>> = { sv, en };

/** What a contract found wrong with one field, as its schema library tells it. */
export interface FieldIssue {
  readonly code?: string | undefined;
  readonly input?: unknown;
  readonly format?: unknown;
  /** What an own rule of a contract says of itself. */
  readonly params?: { readonly format?: unknown } | undefined;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly origin?: unknown;
  readonly expected?: unknown;
}

/** One sentence about one field: what is wrong and what to write instead. */
export function fieldFaultText(lang: Language, issue: FieldIssue): string {
  const key = keyOf(issue);
  const facts = {
    count: asNumber(issue.minimum ?? issue.maximum),
    length: typeof issue.input === 'string' ? issue.input.length : 0,
  };
  return fillText(texts[lang][key], facts);
}

function keyOf(issue: FieldIssue): Key {
  if (issue.input === undefined || issue.input === '') return 'missing';
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? 'tooShort' : issue.origin === 'array' ? 'tooFew' : 'tooLow';
    case 'too_big':
      return issue.origin === 'string' ? 'tooLong' : issue.origin === 'array' ? 'tooMany' : 'tooHigh';
    case 'invalid_value':
      return 'notAChoice';
    case 'invalid_format':
    case 'custom':
      return formats[String(issue.format ?? issue.params?.format)] ?? 'wrong';
    case 'invalid_type':
      return types[String(issue.expected)] ?? 'wrong';
    case 'unrecognized_keys':
      return 'unknownField';
    default:
      return 'wrong';
  }
}

const formats: Readonly<Record<string, Key>> = {
  email: 'notAnEmail',
  date: 'notADay',
  time: 'notATime',
  uuid: 'notAChoice',
  url: 'notAnAddress',
  file: 'noFile',
};
const types: Readonly<Record<string, Key>> = { number: 'notANumber', int: 'notANumber' };

function asNumber(value: unknown): number {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : 0;
}

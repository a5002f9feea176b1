import { z } from 'zod';
import { keepPlaces, placeOf } from './typed-rows';

/**
 * Makes what a form can say (texts) into what a contract asks for: an empty field is nothing (or null), "12,5" a number,
 * a ticked box true and a missing one false, blank rows of a list are left out. What does not fit stays as it was
 * typed, and the contract says what is wrong with it.
 */
export function fit(schema: unknown, raw: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return isEmpty(raw) ? undefined : fit(schema.unwrap(), raw);
  }
  if (schema instanceof z.ZodNullable) return isEmpty(raw) ? null : fit(schema.unwrap(), raw);
  if (schema instanceof z.ZodReadonly) return fit(schema.unwrap(), raw);
  if (schema instanceof z.ZodPipe) return fit(schema.in, raw);
  if (schema instanceof z.ZodObject) return fitObject(schema, raw);
  if (schema instanceof z.ZodArray) return fitArray(schema, raw);
  if (schema instanceof z.ZodRecord) return fitRecord(schema, raw);
  if (schema instanceof z.ZodUnion) return fitUnion(schema, raw);
  if (schema instanceof z.ZodBoolean) return fitBoolean(last(raw));
  if (schema instanceof z.ZodNumber) return fitNumber(last(raw));
  if (schema instanceof z.ZodLiteral) return fitLiteral(schema, last(raw));
  if (schema instanceof z.ZodEnum) return last(raw) === '' ? undefined : last(raw);
  // One of two files is not chosen for somebody: the contract says that it takes one.
  if (schema instanceof z.ZodCustom) return raw;
  // Browsers send line ends as CRLF whatever was typed.
  const text = last(raw);
  return typeof text === 'string' ? text.replace(/\r\n?/g, '\n') : text;
}

function fitObject(schema: z.ZodObject, raw: unknown): unknown {
  if (raw !== undefined && !isPlain(raw)) return raw;
  const given = raw ?? {};
  const fitted: Record<string, unknown> = { ...given };
  for (const [name, inner] of Object.entries(schema.shape)) {
    const value = fit(inner, given[name]);
    if (value === undefined) Reflect.deleteProperty(fitted, name);
    else fitted[name] = value;
  }
  return fitted;
}

function fitArray(schema: z.ZodArray, raw: unknown): unknown {
  if (isEmpty(raw)) return [];
  const items: readonly unknown[] = Array.isArray(raw) ? (raw as readonly unknown[]) : [raw];
  const kept = items
    .map((item, row) => ({ item, place: placeOf(items, row) }))
    .filter(({ item }) => !isEmpty(item));
  return keepPlaces(
    kept.map(({ item }) => fit(schema.element, item)),
    kept.map(({ place }) => place),
  );
}

function fitRecord(schema: z.ZodRecord, raw: unknown): unknown {
  if (isEmpty(raw)) return {};
  if (!isPlain(raw)) return raw;
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, fit(schema.valueType, value)]));
}

/** The kind that the form names, else the first one that what was typed fits. */
function fitUnion(schema: z.ZodUnion, raw: unknown): unknown {
  const options: readonly unknown[] = schema.options;
  for (const option of options) {
    const fitted = fit(option, raw);
    if (option instanceof z.ZodType && option.safeParse(fitted).success) return fitted;
  }
  const discriminator = schema instanceof z.ZodDiscriminatedUnion ? schema.def.discriminator : undefined;
  const named = options.find((option) => discriminator !== undefined && isNamed(option, discriminator, raw));
  return fit(named ?? options[0], raw);
}

function isNamed(option: unknown, discriminator: string, raw: unknown): boolean {
  if (!(option instanceof z.ZodObject) || !isPlain(raw)) return false;
  const kind: unknown = option.shape[discriminator];
  return kind instanceof z.ZodType && kind.safeParse(raw[discriminator]).success;
}

function fitBoolean(raw: unknown): unknown {
  if (raw === undefined || raw === '' || raw === 'false' || raw === '0' || raw === 'nej') return false;
  return raw === 'on' || raw === 'true' || raw === '1' || raw === 'ja' ? true : raw;
}

/** "2 600 000" and "12,5" as people write numbers here. */
function fitNumber(raw: unknown): unknown {
  if (typeof raw !== 'string') return raw;
  const bare = raw.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (bare === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : raw;
}

function fitLiteral(schema: z.ZodLiteral, raw: unknown): unknown {
  const meant = [...schema.values].find((value) => String(value) === raw);
  return meant ?? (raw === '' ? undefined : raw);
}

function last(raw: unknown): unknown {
  return Array.isArray(raw) ? (raw as readonly unknown[]).at(-1) : raw;
}

/** Nothing was typed: no text, or a row of fields that are all blank. */
function isEmpty(raw: unknown): boolean {
  if (raw === undefined || raw === null || raw === '') return true;
  if (Array.isArray(raw)) return (raw as readonly unknown[]).every(isEmpty);
  return isPlain(raw) && Object.values(raw).every(isEmpty);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
}

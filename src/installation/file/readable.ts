import { z } from 'zod';

/**
 * What can be read of a value, whatever is wrong elsewhere in it: a part that its own schema does not accept is undefined,
 * and lists keep their places. So one faulty part hides no fault of another.
 */
export type Readable<Value> = Value extends readonly (infer Each)[]
  ? readonly (Readable<Each> | undefined)[]
  : Value extends object
    ? string extends keyof Value
      ? Value
      : { readonly [Key in keyof Value]?: Readable<Value[Key]> | undefined }
    : Value;

/** Reads what can be read. A field that was left out is not there; a faulty one is there, and undefined. */
export function readable<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Readable<z.output<Schema>> | undefined {
  return readPart(schema, value) as Readable<z.output<Schema>> | undefined;
}

function readPart(schema: z.core.$ZodType, value: unknown): unknown {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const bare = withoutCover(schema);
  if (bare instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((each: unknown) => readPart(bare.element, each));
  }
  if (!(bare instanceof z.ZodObject) || !isObject(value)) return undefined;
  return Object.fromEntries(
    Object.entries<z.core.$ZodType>(bare.shape)
      .map(([key, field]) => [key, readPart(field, value[key])] as const)
      .filter(([key, part]) => part !== undefined || Object.hasOwn(value, key)),
  );
}

/** A schema without the defaults and choices around it. */
function withoutCover(schema: z.core.$ZodType): z.core.$ZodType {
  const covered =
    schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable;
  return covered ? withoutCover(schema.unwrap()) : schema;
}

/** Whether a value has fields. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Names that others refer to; null where one of them cannot be read, so that nobody can say which are missing. */
export type KnownNames = ReadonlySet<string> | null;

/** The names of a list's parts, as far as they can be read. */
export function namesOf<Each>(
  list: readonly (Each | undefined)[] | undefined,
  name: (each: Each) => string | undefined,
): readonly (string | undefined)[] {
  return list === undefined ? [undefined] : list.map((each) => each && name(each));
}

/** The same, to look names up in. */
export function known(names: readonly (string | undefined)[]): KnownNames {
  const read = names.filter((name) => name !== undefined);
  return read.length < names.length ? null : new Set(read);
}

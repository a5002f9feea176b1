import { z } from 'zod';
import { Upload } from '../../../src/contracts/upload';

/** What a field is filled with by its name, such as the id of the thing walked to. */
export type Known = Readonly<Record<string, string | undefined>>;

const NOBODY = '0198c0de-0000-7000-8000-00000000dead';

/** An input that a contract takes: what is known by name, else the least that fits. */
export function sample(schema: unknown, known: Known, name = ''): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return undefined;
  if (schema instanceof z.ZodNullable) return null;
  if (schema instanceof z.ZodReadonly) return sample(schema.unwrap(), known, name);
  if (schema instanceof z.ZodPipe) return sample(schema.in, known, name);
  if (schema instanceof z.ZodObject) {
    const entries = Object.entries(schema.shape).map(
      ([field, inner]) => [field, sample(inner, known, field)] as const,
    );
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  if (schema instanceof z.ZodArray)
    return least(schema) > 0 ? [sample(schema.element, known, name.replace(/s$/, ''))] : [];
  if (schema instanceof z.ZodRecord) return {};
  if (schema instanceof z.ZodUnion) return sample(schema.options[0], known, name);
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodLiteral) return [...schema.values][0];
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodNumber)
    return Math.max(1, Number.isFinite(schema.minValue) ? (schema.minValue ?? 1) : 1);
  if (schema instanceof z.ZodUUID) return known[name] ?? NOBODY;
  if (schema instanceof z.ZodISODate) return '2026-03-20';
  if (schema instanceof z.ZodString) return known[name] ?? fitting(schema);
  if (schema instanceof z.ZodCustom)
    return new Upload('/nowhere', 'bilaga.pdf', 'application/pdf', 1, '0'.repeat(64), null);
  return fitting(schema);
}

/** The first of a few everyday texts that the contract takes. */
function fitting(schema: unknown): string {
  const texts = [
    'Ett kort skäl.',
    NOBODY,
    '2026-03-20',
    '09:00',
    'namn@vasterdal.example',
    'https://vasterdal.example',
    '/',
    'a',
    'HMC260001',
    'f'.repeat(64),
  ];
  return (
    texts.find((text) => schema instanceof z.ZodType && schema.safeParse(text).success) ?? 'Ett kort skäl.'
  );
}

function least(schema: z.ZodArray): number {
  return schema.safeParse([]).success ? 0 : 1;
}

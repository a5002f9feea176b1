import fc from 'fast-check';

/** Texts that people, browsers and programs should not send, and sometimes do. */
const strange: readonly string[] = [
  '',
  ' ',
  '\0',
  'Taklyftar\0i Almby',
  '\u0001\u0007\u001b[31m',
  '\u202e\u200b\ufeff',
  '\ud800',
  '😀'.repeat(300),
  'x'.repeat(100_000),
  'å'.repeat(2_001),
  '-1',
  '0',
  '1,5',
  '1e400',
  'NaN',
  'Infinity',
  '2147483648',
  '-2147483649',
  '9223372036854775808',
  '9'.repeat(400),
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '9999-12-31',
  '-000001-01-01',
  '24:00',
  '25:61',
  'true',
  'null',
  '[]',
  '{"a":1}',
  '[object Object]',
  '<script>alert(1)</script>',
  "'; drop table matter; --",
  '%',
  '_',
  '\\',
  '../../etc/passwd',
  '//annan.example',
  'javascript:alert(1)',
  '{{t "people.x"}}',
  '{meetingId}',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '0198c0de-0000-7000-8000-00000000dead',
  '0198C0DE-0000-7000-8000-00000000DEAD ',
  'namn@vasterdal.example\r\nBcc: annan@vasterdal.example',
];

/** Names of fields that no form has. */
const strangeNames: readonly string[] = [
  '',
  '__proto__',
  'constructor',
  'toString',
  'a[b]',
  'a[0][0][0][0][0][0][0].b',
  'a[999].b',
  'a[1000]',
  'x'.repeat(300),
  '_page',
  '_next',
  '_key',
  '_versionId',
  'namn\0',
];

/** One thing done to a form that was filled in well. */
export type Spoiling =
  | { readonly how: 'another'; readonly at: number; readonly text: string }
  | { readonly how: 'gone'; readonly at: number }
  | { readonly how: 'twice'; readonly at: number; readonly text: string }
  | { readonly how: 'list'; readonly at: number; readonly text: string }
  | { readonly how: 'deeper'; readonly at: number; readonly text: string }
  | { readonly how: 'added'; readonly name: string; readonly text: string };

const at = fc.nat({ max: 30 });
const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...strange) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

/** One to three things that spoil a form. */
export const spoilings: fc.Arbitrary<Spoiling[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ how: fc.constant('another' as const), at, text }) },
    { weight: 1, arbitrary: fc.record({ how: fc.constant('gone' as const), at }) },
    { weight: 1, arbitrary: fc.record({ how: fc.constant('twice' as const), at, text }) },
    { weight: 1, arbitrary: fc.record({ how: fc.constant('list' as const), at, text }) },
    { weight: 1, arbitrary: fc.record({ how: fc.constant('deeper' as const), at, text }) },
    {
      weight: 1,
      arbitrary: fc.record({
        how: fc.constant('added' as const),
        name: fc.constantFrom(...strangeNames),
        text,
      }),
    },
  ),
  { minLength: 1, maxLength: 3 },
);

/** A form's fields in order; a name may stand more than once. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** The fields of an input, as forms name them: `points[0].text`. */
export function fieldsOf(input: unknown, name = ''): Fields {
  if (Array.isArray(input))
    return input.flatMap((item: unknown, place) => fieldsOf(item, `${name}[${String(place)}]`));
  if (typeof input === 'string') return [[name, input]];
  if (typeof input === 'number' || typeof input === 'boolean') return [[name, String(input)]];
  if (input === null || typeof input !== 'object') return [];
  return Object.entries(input).flatMap(([inner, value]) =>
    fieldsOf(value, name === '' ? inner : `${name}.${inner}`),
  );
}

/** The form after all that was done to it. */
export function spoiled(fields: Fields, doings: readonly Spoiling[]): Fields {
  return doings.reduce((form, doing) => {
    if (doing.how === 'added') return [...form, [doing.name, doing.text] as const];
    const place = form.length === 0 ? 0 : doing.at % form.length;
    return form.flatMap((field, index): Fields => {
      if (index !== place) return [field];
      const [name, value] = field;
      switch (doing.how) {
        case 'another':
          return [[name, doing.text]];
        case 'gone':
          return [];
        case 'twice':
          return [field, [name, doing.text]];
        case 'list':
          return [
            [`${name}[0]`, value],
            [`${name}[1]`, doing.text],
          ];
        case 'deeper':
          return [[`${name}.inne`, doing.text]];
      }
    });
  }, fields);
}

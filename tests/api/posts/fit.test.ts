import fc from 'fast-check';
import { z } from 'zod';
import { fit } from '../../../src/api/posts/fit';
import { partsOf, treeOf } from '../../../src/api/posts/form-tree';
import { faultsOf } from '../../../src/api/posts/field-faults';

const Contract = z.object({
  title: z.string().trim().min(1).max(20),
  note: z.string().max(50).nullable(),
  place: z.string().optional(),
  cost: z.number().min(0),
  closed: z.boolean(),
  kind: z.enum(['decision', 'information']),
  points: z.array(z.object({ text: z.string().min(1), owner: z.uuid().optional() })).max(3),
  days: z.array(z.string()),
  outcome: z.discriminatedUnion('is', [
    z.object({ is: z.literal('approved') }),
    z.object({ is: z.literal('tabled'), reason: z.string().min(1) }),
  ]),
});
const typed = {
  title: 'Taklyftar',
  note: '',
  place: '',
  cost: '2 600 000,50',
  kind: 'decision',
  'points[0].text': 'Nämnden godkänner\r\nstrategin.',
  'points[0].owner': '',
  'points[1].text': '',
  'points[4].text': 'Beslutet skickas ut.',
  days: 'mån',
  'outcome.is': 'tabled',
  'outcome.reason': 'Underlag saknas',
  _csrf: 'hemlig',
};

describe('what a form can say becomes what a contract asks for', () => {
  it('reads lists, numbers as written here, blank fields, blank rows, unticked boxes and line ends', () => {
    expect(Contract.parse(fit(Contract, treeOf(typed)))).toEqual({
      title: 'Taklyftar',
      note: null,
      cost: 2600000.5,
      closed: false,
      kind: 'decision',
      points: [{ text: 'Nämnden godkänner\nstrategin.' }, { text: 'Beslutet skickas ut.' }],
      days: ['mån'],
      outcome: { is: 'tabled', reason: 'Underlag saknas' },
    });
  });

  it('tells a fault of a row by where the row stands on the form, also below blank and missing ones', () => {
    const long = 'inte ett id';
    const wrong = { ...typed, 'points[1].text': '', 'points[2].text': '', 'points[4].owner': long };
    const faults = faultsOf('sv', Contract, fit(Contract, treeOf(wrong)));
    expect(faults.map(({ field }) => field)).toEqual(['points[4].owner']);
  });

  it('tells every fault by the name of its field, in the language of the reader', () => {
    const wrong = {
      ...typed,
      title: '',
      cost: 'mycket',
      kind: 'x',
      'outcome.reason': '',
      note: 'a'.repeat(51),
    };
    const faults = faultsOf('sv', Contract, fit(Contract, treeOf(wrong)));
    expect(Object.fromEntries(faults.map(({ field, detail }) => [field, detail]))).toEqual({
      title: 'Fyll i eller välj något här.',
      cost: 'Skriv ett tal med siffror.',
      kind: 'Välj ett av alternativen.',
      note: 'Skriv högst 50 tecken. Nu är det 51.',
      'outcome.reason': 'Fyll i eller välj något här.',
    });
    expect(faultsOf('en', Contract, fit(Contract, treeOf(wrong)))[0]!.detail).toBe(
      'Fill in or choose something here.',
    );
  });

  it('takes a box that is ticked and a list that is empty', () => {
    const fitted = fit(Contract, treeOf({ ...typed, closed: '1', days: '' })) as z.infer<typeof Contract>;
    expect([fitted.closed, fitted.days]).toEqual([true, []]);
  });

  it.each([
    '__proto__.polluted',
    'constructor.prototype.polluted',
    'a.__proto__.polluted',
    'points[0].__proto__.polluted',
  ])('lets no name reach into the program itself: %s', (name) => {
    treeOf({ [name]: 'ja' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(partsOf(name)).toBeNull();
  });

  it('never throws, whatever the names and values are', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), (values) => {
        faultsOf('sv', Contract, fit(Contract, treeOf(values)));
      }),
    );
  });

  it('does not make a long list of a high number', () => {
    expect(treeOf({ 'points[999].text': 'x' })).toEqual({ points: [{ text: 'x' }] });
    expect(partsOf('points[1000].text')).toBeNull();
    expect(partsOf('a.b.c.d.e.f.g')).toBeNull();
  });
});

import { missingPapers, type ItemPapers } from '../../../../src/domain/meetings/agenda/missing-papers';

const item = (extra: Partial<ItemPapers> = {}): ItemPapers => ({
  id: 'a',
  label: '6',
  title: 'Förslag borttagande av talflödeshjälpmedel',
  kind: 'decision',
  templateKey: null,
  withdrawn: false,
  points: ['Talflödeshjälpmedel tas bort.'],
  documents: [{ label: 'Tjänsteskrivelse', hasFile: true, cancelled: false }],
  memos: [],
  ...extra,
});

describe('what the package lacks (M-4)', () => {
  it.each<[string, Partial<ItemPapers>, string[]]>([
    ['nothing, when all is there', {}, []],
    ['a proposal', { points: [] }, ['proposal']],
    ['papers', { documents: [] }, ['papers']],
    [
      'a file that is not made yet',
      { documents: [{ label: 'Memo', hasFile: false, cancelled: false }] },
      ['file'],
    ],
    [
      'a file that was cancelled',
      { documents: [{ label: 'Memo', hasFile: true, cancelled: true }] },
      ['file'],
    ],
    ['both', { points: [], documents: [] }, ['proposal', 'papers']],
    [
      'a ready memo that is not among the papers, named instead of papers',
      { documents: [], memos: [{ title: 'Memo', lies: false, points: 1 }] },
      ['memo'],
    ],
    [
      'points that the memo proposes and the item does not',
      { memos: [{ title: 'Memo', lies: true, points: 2 }] },
      ['points'],
    ],
    ['nothing, when the item has more points', { memos: [{ title: 'Memo', lies: true, points: 0 }] }, []],
    ['nothing at an item of the template', { templateKey: 'annualReport', documents: [] }, []],
    ['nothing at information', { kind: 'information', points: [], documents: [] }, []],
    ['nothing at an item that is withdrawn', { withdrawn: true, points: [], documents: [] }, []],
  ])('is %s', (_sentence, extra, lacks) => {
    expect(missingPapers([item(extra)]).map(({ lack }) => lack)).toEqual(lacks);
  });

  it('names the item and the document', () => {
    const documents = [{ label: 'Uppdragsrapport', hasFile: false, cancelled: false }];
    expect(missingPapers([item({ documents })])).toEqual([
      { itemId: 'a', label: '6', title: item().title, lack: 'file', document: 'Uppdragsrapport' },
    ]);
  });
});

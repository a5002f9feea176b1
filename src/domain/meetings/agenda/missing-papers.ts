/** What a rule about an item's papers needs to know of it. */
export interface ItemPapers {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  /** One of the kinds of items; an approved version holds it as it was then. */
  readonly kind: string;
  readonly templateKey: string | null;
  readonly withdrawn: boolean;
  readonly points: readonly string[];
  readonly documents: readonly {
    readonly label: string;
    readonly hasFile: boolean;
    readonly cancelled: boolean;
  }[];
  /** Ready memos at the item, and those of its matter that are not there yet. */
  readonly memos: readonly { readonly title: string; readonly lies: boolean; readonly points: number }[];
}

export interface MissingPaper {
  readonly itemId: string;
  readonly label: string;
  readonly title: string;
  readonly lack: 'proposal' | 'papers' | 'memo' | 'points' | 'file';
  /** The document whose file is missing, or the memo. */
  readonly document: string | null;
}

/**
 * M-4: what the package lacks, item by item: a decision without a proposal or without papers, and documents that have no
 * file yet or are cancelled. A ready memo that does not lie at its matter's item is named, and one that proposes more
 * points than the item has. It lists and never blocks; the formal items of the body's template need no papers.
 */
export function missingPapers(items: readonly ItemPapers[]): MissingPaper[] {
  return items
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ id, label, title, kind, templateKey, points, documents, memos }) => {
      const lacks = (lack: MissingPaper['lack'], document: string | null = null): MissingPaper => ({
        itemId: id,
        label,
        title,
        lack,
        document,
      });
      const decides = kind === 'decision';
      return [
        ...(decides && points.length === 0 ? [lacks('proposal')] : []),
        ...(decides && templateKey === null && documents.length === 0 && memos.length === 0
          ? [lacks('papers')]
          : []),
        ...memos.filter(({ lies }) => !lies).map((memo) => lacks('memo', memo.title)),
        ...memos
          .filter((memo) => decides && points.length > 0 && memo.points > points.length)
          .map((memo) => lacks('points', memo.title)),
        ...documents
          .filter(({ hasFile, cancelled }) => !hasFile || cancelled)
          .map((document) => lacks('file', document.label)),
      ];
    });
}

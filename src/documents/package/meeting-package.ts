import type { Letterhead } from '../document-frame';
import { renderPdf } from '../pdf/render-pdf';
import { fillTemplate } from '../templates';
import { mergePdfs, type MergedPackage, type PackagePaper, type PackageRefused } from './merge-package';

/** An agenda item with its memo and appendices, in the order in which they are read. */
export interface PackageItem {
  /** Number on the agenda, such as "6". */
  readonly number: string;
  readonly title: string;
  readonly papers: readonly PackagePaper[];
  /** What should be there and is not, one line each, such as "Årsredovisning 2025 (väntas 17 februari)". */
  readonly missing?: readonly string[];
}

export interface MeetingPackageInput {
  readonly letterhead: Letterhead;
  /** Such as "Handlingar till Gemensam hjälpmedelsnämnd fredag 20 februari 2026". */
  readonly title: string;
  /** Top right on the page of what is missing. */
  readonly reference: string;
  readonly createdAt: Date;
  /** The summons with its agenda comes first. */
  readonly summons: PackagePaper;
  readonly items: readonly PackageItem[];
}

/**
 * One PDF of a meeting's papers (M-4): summons, a page of what is missing (if anything is), then each item's memo and appendices,
 * with bookmarks per item and "punkt 6 · sida 12 (338)" on every page.
 * A file that is encrypted, cut off or no PDF stops the merge with its code and its name.
 */
export async function mergePackage(input: MeetingPackageInput): Promise<MergedPackage | PackageRefused> {
  const lacking = input.items.filter((item) => item.missing && item.missing.length > 0);
  const missing = lacking.length === 0 ? [] : [await missingPage(input, lacking)];
  return mergePdfs({
    title: input.title,
    author: input.letterhead.organisation,
    createdAt: input.createdAt,
    sections: [
      { title: input.summons.title, papers: [input.summons] },
      ...missing.map((paper) => ({ title: paper.title, papers: [paper] })),
      ...input.items.map((item) => ({
        title: `${item.number} ${item.title}`,
        stamp: `punkt ${item.number}`,
        papers: item.papers,
      })),
    ],
  });
}

async function missingPage(input: MeetingPackageInput, items: readonly PackageItem[]): Promise<PackagePaper> {
  const title = 'Handlingar som saknas';
  const bytes = await renderPdf({
    html: fillTemplate('missing-papers', { heading: title, title: input.title, items }),
    title,
    author: input.letterhead.organisation,
    createdAt: input.createdAt,
    header: {
      organisation: input.letterhead.organisation,
      kind: title,
      reference: input.reference,
      ...(input.letterhead.unit === undefined ? {} : { unit: input.letterhead.unit }),
    },
    footer: { lines: input.letterhead.contactLines },
  });
  return { title, bytes };
}

import type { PDFDocument } from '@cantoo/pdf-lib';
import { checkAnnotations, checkContent, pageContent, readContent } from './check-content';
import { checkArchival, checkCatalog } from './check-file';
import { checkTree } from './check-tree';
import { Findings, type Finding } from './findings';
import { at, dictOf, numberTree } from './pdf-objects';

/** What the product itself finds in a PDF. It sees less than veraPDF, but needs nothing but the file. */
export interface StructureReport {
  readonly tagged: boolean;
  /** True where pages paint but hold no text at all: a scan. */
  readonly picturesOnly: boolean;
  readonly findings: readonly Finding[];
}

/** Checks an opened PDF against the rules of PDF/UA-1 and PDF/A-3a that files break in practice. */
export function checkStructure(document: PDFDocument): StructureReport {
  const findings = new Findings();
  checkArchival(document, findings);
  const root = dictOf(at(document.catalog, 'StructTreeRoot'));
  const tree = root && at(root, 'K') && at(root, 'ParentTree') ? root : undefined;
  if (!tree) {
    const ignored = new Findings();
    const facts = document
      .getPages()
      .map((page) => readContent(pageContent(document.context, page.node), ignored));
    for (const finding of ignored.all())
      if (finding.standard === 'PDF/A-3a') findings.add('PDF/A-3a', finding.message);
    findings.add('both', 'the file is not tagged');
    return {
      tagged: false,
      picturesOnly: facts.some((each) => each.paints) && facts.every((each) => !each.showsText),
      findings: findings.all(),
    };
  }
  checkCatalog(document, findings);
  const parents = numberTree(dictOf(at(tree, 'ParentTree')));
  const use = checkTree(document, tree, findings);
  document
    .getPages()
    .forEach((page, index) => checkContent(page, use.marks[index] ?? new Set(), parents, findings));
  checkAnnotations(document, use, parents, findings);
  return { tagged: true, picturesOnly: false, findings: findings.all() };
}

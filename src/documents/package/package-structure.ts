import type { PDFDict, PDFObjectCopier } from '@cantoo/pdf-lib';
import {
  PDFArray,
  PDFHexString,
  PDFNumber,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { pageContent } from './check-content';
import { at, dictOf, listOf, name, nameOf, numberOf, numberTree, textOf } from './pdf-objects';

/** Marked content: a tag, its properties (written out or named), the operator. */
const MARKS =
  /\/[^\s()<>[\]{}/%]+\s*(?:<<(?:[^<>]|<<[^<>]*>>|<[^<>]*>)*>>|\/[^\s()<>[\]{}/%]+)?\s*B(?:DC|MC)\b/g;
const MARK = /\bB(?:DC|MC)\b/;

/** A file's pages in the package, and what of it stands in the structure tree. */
export interface CopiedPart {
  readonly title: string;
  readonly language: string | undefined;
  readonly pages: readonly PDFRef[];
}

/**
 * The package's structure tree: one Document with a Part for each file.
 * A tagged file keeps its own tree, with the numbers of its marks moved on; an untagged one gets a Figure with words for each page.
 */
export class PackageStructure {
  private readonly root: PDFRef;
  private readonly document: PDFRef;
  private readonly parts: PDFRef[] = [];
  private readonly parentEntries: PDFObject[] = [];
  private readonly roles: PDFDict;
  private nextKey = 0;

  constructor(private readonly out: PDFContext) {
    this.root = out.nextRef();
    this.document = out.nextRef();
    this.roles = out.obj({});
  }

  /** Brings in one file's tree. */
  add(part: CopiedPart, source: PDFDocument, copier: PDFObjectCopier, prefix: string): void {
    const reference = this.out.nextRef();
    const tree = dictOf(at(source.catalog, 'StructTreeRoot'));
    const tagged = tree && at(tree, 'K') && at(tree, 'ParentTree') ? tree : undefined;
    const kids = tagged
      ? this.tagged(part, tagged, source, copier, reference, prefix)
      : this.untagged(part, reference);
    this.out.assign(
      reference,
      this.out.obj({
        Type: 'StructElem',
        S: 'Part',
        P: this.document,
        T: PDFHexString.fromText(part.title),
        K: kids,
        ...(part.language === undefined ? {} : { Lang: PDFHexString.fromText(part.language) }),
      }),
    );
    this.parts.push(reference);
  }

  /** Writes the roots and returns the tree's. */
  finish(title: string): PDFRef {
    this.out.assign(
      this.document,
      this.out.obj({
        Type: 'StructElem',
        S: 'Document',
        P: this.root,
        T: PDFHexString.fromText(title),
        K: this.parts,
      }),
    );
    this.out.assign(
      this.root,
      this.out.obj({
        Type: 'StructTreeRoot',
        K: [this.document],
        ParentTree: this.out.register(this.out.obj({ Nums: this.parentEntries })),
        ParentTreeNextKey: this.nextKey,
        ...(this.roles.entries().length > 0 ? { RoleMap: this.roles } : {}),
      }),
    );
    return this.root;
  }

  private tagged(
    part: CopiedPart,
    tree: PDFDict,
    source: PDFDocument,
    copier: PDFObjectCopier,
    parent: PDFRef,
    prefix: string,
  ): PDFObject[] {
    const base = this.nextKey;
    const entries = numberTree(dictOf(at(tree, 'ParentTree')));
    const last = Math.max(-1, ...entries.keys(), ...part.pages.map((page) => this.shiftPage(page, base)));
    const rootKids = listOf(source.context, tree.get(name('K')));
    // The old root must not come along through the kids' parents.
    for (const kid of rootKids)
      dictOf(kid instanceof PDFRef ? source.context.lookup(kid) : kid)?.delete(name('P'));
    const kids = rootKids.map((kid) => copier.copy(kid));
    for (const kid of kids) {
      const element = dictOf(kid instanceof PDFRef ? this.out.lookup(kid) : kid);
      element?.set(name('P'), parent);
      if (nameOf(at(element, 'S')) === 'Document') element?.set(name('S'), name('Sect'));
      this.ownIds(element, prefix, new Set());
    }
    for (const [key, value] of [...entries].sort(([a], [b]) => a - b))
      this.parentEntries.push(PDFNumber.of(base + key), copier.copy(value));
    this.addRoles(dictOf(at(tree, 'RoleMap')), copier);
    this.nextKey = base + last + 1;
    return kids;
  }

  /** Where two files give one name two roles, the first stays: a name of their own is not worth losing the tree for. */
  private addRoles(roles: PDFDict | undefined, copier: PDFObjectCopier): void {
    for (const [role, value] of roles?.entries() ?? [])
      if (!this.roles.has(role)) this.roles.set(role, copier.copy(value));
  }

  private shiftPage(page: PDFRef, base: number): number {
    const node = dictOf(this.out.lookup(page));
    let last = this.shift(node, 'StructParents', base);
    for (const entry of listOf(this.out, node?.get(name('Annots'))))
      last = Math.max(
        last,
        this.shift(dictOf(entry instanceof PDFRef ? this.out.lookup(entry) : entry), 'StructParent', base),
      );
    this.eachForm(dictOf(at(node, 'Resources')), new Set(), (form) => {
      last = Math.max(last, this.shift(form, 'StructParents', base), this.shift(form, 'StructParent', base));
    });
    return last;
  }

  private shift(dict: PDFDict | undefined, key: string, base: number): number {
    const old = numberOf(at(dict, key));
    if (old === undefined) return -1;
    dict?.set(name(key), PDFNumber.of(base + old));
    return old;
  }

  private readonly shiftedForms = new Set<PDFDict>();

  /** Form XObjects may hold marked content of their own, and be used by several pages. */
  private eachForm(resources: PDFDict | undefined, seen: Set<PDFDict>, visit: (form: PDFDict) => void): void {
    const objects = dictOf(at(resources, 'XObject'));
    for (const [key] of objects?.entries() ?? []) {
      const stream = objects?.lookup(key);
      if (!(stream instanceof PDFStream) || seen.has(stream.dict) || this.shiftedForms.has(stream.dict))
        continue;
      seen.add(stream.dict);
      this.shiftedForms.add(stream.dict);
      visit(stream.dict);
      this.eachForm(dictOf(at(stream.dict, 'Resources')), seen, visit);
    }
  }

  /** IDs of notes are unique over all files (PDF/UA 7.9). */
  private ownIds(element: PDFDict | undefined, prefix: string, seen: Set<PDFDict>): void {
    if (!element || seen.has(element)) return;
    seen.add(element);
    const id = textOf(at(element, 'ID'));
    if (id !== undefined) element.set(name('ID'), PDFHexString.fromText(`${prefix}-${id}`));
    for (const kid of listOf(this.out, element.get(name('K'))))
      this.ownIds(dictOf(kid instanceof PDFRef ? this.out.lookup(kid) : kid), prefix, seen);
  }

  private untagged(part: CopiedPart, parent: PDFRef): PDFObject[] {
    return part.pages.map((page, index) => {
      const node = dictOf(this.out.lookup(page));
      const figure = this.out.nextRef();
      node?.set(name('StructParents'), PDFNumber.of(this.nextKey));
      node?.delete(name('Annots'));
      if (node) this.wrapContent(node);
      const box = at(node, 'CropBox') ?? at(node, 'MediaBox');
      const words = `${part.title}, sida ${index + 1} av ${part.pages.length}. Sidan är inte taggad och kan inte läsas upp.`;
      this.out.assign(
        figure,
        this.out.obj({
          Type: 'StructElem',
          S: 'Figure',
          P: parent,
          Pg: page,
          K: [0],
          Alt: PDFHexString.fromText(words),
          A: { O: 'Layout', Placement: 'Block', ...(box instanceof PDFArray ? { BBox: box } : {}) },
        }),
      );
      this.parentEntries.push(PDFNumber.of(this.nextKey), this.out.obj([figure]));
      this.nextKey += 1;
      return figure;
    });
  }

  /** Old marks without a tree would point at nothing, so a page's whole content becomes one mark. */
  private wrapContent(node: PDFDict): void {
    const content = pageContent(this.out, node);
    const old = MARK.test(content)
      ? [this.out.register(this.out.flateStream(Buffer.from(content.replace(MARKS, '/Span BMC'), 'latin1')))]
      : listOf(this.out, node.get(name('Contents')));
    const open = this.out.register(this.out.stream('/Figure <</MCID 0>> BDC\n'));
    const close = this.out.register(this.out.stream('\nEMC\n'));
    node.set(name('Contents'), this.out.obj([open, ...old, close]));
    this.eachForm(dictOf(at(node, 'Resources')), new Set(), (form) => {
      for (const key of ['StructParents', 'StructParent']) form.delete(name(key));
    });
  }
}

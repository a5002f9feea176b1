import type { PdfCanvas, PdfReference } from './pdf-canvas';
import { AnnotationMark, Slot, StructNode, type Rectangle, type StructAttributes } from './structure';

/**
 * Writes the structure tree of a painted document, with the parent tree that leads from marked content and annotations back to their elements.
 * @param pages the page objects in order
 */
export function writeStructure(
  canvas: PdfCanvas,
  root: StructNode,
  pages: readonly PdfReference[],
  pageKeys: readonly number[],
): void {
  const treeRoot = canvas.getStructTreeRoot();
  const writer = new StructureWriter(canvas, pages, pageKeys);
  treeRoot.data['K'] = [writer.write(root, treeRoot)];
}

class StructureWriter {
  constructor(
    private readonly canvas: PdfCanvas,
    private readonly pages: readonly PdfReference[],
    private readonly pageKeys: readonly number[],
  ) {}

  write(node: StructNode, parent: PdfReference): PdfReference {
    const page = pageOf(node);
    const reference = this.canvas.ref({
      Type: 'StructElem',
      S: node.type,
      P: parent,
      ...attributesOf(node.attributes, node.boundingBox),
    });
    if (page !== undefined) reference.data['Pg'] = this.pages[page];
    reference.data['K'] = node.kids.flatMap((kid) => this.kid(kid, reference, page));
    reference.end();
    return reference;
  }

  private kid(
    kid: StructNode | Slot | AnnotationMark,
    owner: PdfReference,
    page: number | undefined,
  ): unknown[] {
    if (kid instanceof StructNode) return kid.isEmpty() ? [] : [this.write(kid, owner)];
    const parents = this.canvas.getStructParentTree();
    if (kid instanceof AnnotationMark) {
      parents.add(kid.key, owner);
      return [{ Type: 'OBJR', Obj: kid.reference, Pg: this.pages[kid.page] }];
    }
    return kid.marks.map((mark) => {
      const key = this.pageKeys[mark.page];
      if (key !== undefined) parents.get(key)[mark.mcid] = owner;
      return mark.page === page ? mark.mcid : { Type: 'MCR', Pg: this.pages[mark.page], MCID: mark.mcid };
    });
  }
}

function pageOf(node: StructNode): number | undefined {
  for (const kid of node.kids) {
    if (kid instanceof Slot && kid.marks[0]) return kid.marks[0].page;
  }
  return undefined;
}

function attributesOf(attributes: StructAttributes, box: Rectangle | undefined): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  if (attributes.title !== undefined) data['T'] = new String(attributes.title);
  if (attributes.lang !== undefined) data['Lang'] = new String(attributes.lang);
  if (attributes.alt !== undefined) data['Alt'] = new String(attributes.alt);
  if (attributes.expansion !== undefined) data['E'] = new String(attributes.expansion);
  if (attributes.listNumbering !== undefined)
    data['A'] = { O: 'List', ListNumbering: attributes.listNumbering };
  if (attributes.scope !== undefined || attributes.columnSpan !== undefined) {
    data['A'] = {
      O: 'Table',
      ...(attributes.scope === undefined ? {} : { Scope: attributes.scope }),
      ...(attributes.columnSpan === undefined ? {} : { ColSpan: attributes.columnSpan }),
    };
  }
  if (box) data['A'] = { O: 'Layout', Placement: 'Block', BBox: [...box] };
  return data;
}

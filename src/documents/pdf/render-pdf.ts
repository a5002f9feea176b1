import { Flow } from './flow/flow';
import { flowBlocks } from './flow/flow-blocks';
import type { Block } from './read/blocks';
import { paintFurniture, type PageFooter, type PageHeader } from './furniture';
import type { LinkResolver } from './flow/lines';
import { paginate } from './paginate';
import { Painter } from './painter';
import { openCanvas } from './pdf-canvas';
import { readHtml } from './read/read-html';
import { paintPlaced } from './strips';
import { StructNode } from './structure';
import { MARGIN, PAGE, TEXT_WIDTH } from './style';
import { writeStructure } from './write-structure';
import { PDF_UA_XMP } from './xmp';

/** A file carried inside the PDF (PDF/A-3 6.8), such as the data the document was made from. */
export interface PdfAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  readonly bytes: Buffer;
}

export interface PdfInput {
  /** Semantic HTML of the elements in docs/adr/0010. */
  readonly html: string;
  readonly title: string;
  readonly author: string;
  readonly subject?: string;
  /** Written into the file; the same input and moment give the same bytes. */
  readonly createdAt: Date;
  readonly header: PageHeader;
  readonly footer: PageFooter;
  /** Makes links that start with "/" whole; without it they are set as text. */
  readonly linkBase?: string;
  readonly attachments?: readonly PdfAttachment[];
}

/** Renderer named in a document version; another number when the same input may give other bytes. */
export const PDF_RENDERER = 'samrad-pdf 2';

/**
 * Sets semantic HTML as a tagged PDF on A4 that is PDF/A-3a and PDF/UA-1.
 * @throws DocumentFault on HTML outside the list of elements, a skipped heading level, or a character that no font has
 */
export async function renderPdf(input: PdfInput): Promise<Buffer> {
  const blocks = readHtml(input.html);
  const root = new StructNode('Document', { title: input.title });
  const flow = new Flow(MARGIN.left, TEXT_WIDTH, root, 1, linkResolver(input.linkBase, headingIds(blocks)));
  flowBlocks(flow, blocks);
  const pages = paginate(flow.out, (page) => ({
    top: page === 0 ? MARGIN.firstTop : MARGIN.top,
    bottom: PAGE.height - (page === 0 ? MARGIN.firstBottom : MARGIN.bottom),
  }));

  const { canvas, fonts, finished } = openCanvas(input);
  const painter = new Painter(canvas, fonts);
  const pageKeys = pages.map((placed, page) => {
    painter.startPage();
    paintFurniture(painter, input.header, input.footer, page, pages.length);
    paintPlaced(painter, placed);
    painter.endPage();
    return canvas.page.structParentTreeKey;
  });
  writeStructure(canvas, root, painter.pages, pageKeys);
  for (const attachment of input.attachments ?? []) {
    canvas.file(attachment.bytes, {
      name: attachment.name,
      type: attachment.mediaType,
      description: attachment.description,
      relationship: 'Data',
      creationDate: input.createdAt,
      modifiedDate: input.createdAt,
    });
  }
  canvas.appendXML(PDF_UA_XMP);
  canvas.end();
  return finished;
}

function linkResolver(base: string | undefined, ids: ReadonlySet<string>): LinkResolver {
  return (href) => {
    if (href.startsWith('#')) return ids.has(href.slice(1)) ? href : undefined;
    if (href.startsWith('/') && base === undefined) return undefined;
    return URL.canParse(href, base) ? new URL(href, base).href : undefined;
  };
}

function headingIds(blocks: readonly Block[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const collect = (block: Block): void => {
    if (block.type === 'heading' && block.id !== undefined) ids.add(block.id);
    if (block.type === 'group' || block.type === 'quote') block.content.forEach(collect);
  };
  blocks.forEach(collect);
  return ids;
}

import { PDF_RENDERER, renderPdf, type PdfAttachment } from './pdf/render-pdf';
import { fillTemplate, templateVersion, type TemplateName } from './templates';

/** A text in the format Samråd-text 1. */
export type SamradText = string;

/** Whose paper it is: the wordmark at the head of the first page and the lines at its foot. */
export interface Letterhead {
  /** Such as "Gemensam hjälpmedelsnämnd". */
  readonly organisation: string;
  /** Such as "Region Västerdal". */
  readonly unit?: string;
  /** Address and ways of contact, at most three lines. */
  readonly contactLines: readonly string[];
}

export interface RenderOptions {
  /** The moment the document is made; goes into the file, so that the same data and moment give the same bytes. */
  readonly createdAt: Date;
  /** Makes links within the system whole, such as "https://samrad.example.se". */
  readonly linkBase?: string;
  /** Puts the data the document was made from into the PDF as `uppgifter.json`. */
  readonly embedData?: boolean;
}

/** A document in its two forms, with what it was made by. */
export interface RenderedDocument {
  /** A fragment of semantic HTML, `<article>`, for the page. */
  readonly html: string;
  /** PDF/A-3a and PDF/UA-1. */
  readonly pdf: Buffer;
  /** Such as "minutes@3f0c2a91b7de". */
  readonly template: string;
  readonly renderer: string;
}

interface Frame {
  readonly template: TemplateName;
  readonly data: object;
  /** What the template reads, where it needs more than the data: rows made ready, counts. */
  readonly view?: object;
  readonly letterhead: Letterhead;
  /** Title of the file, shown in the window of a reader. */
  readonly title: string;
  readonly subject?: string;
  /** Kind of document in the head of the pages, such as "Protokoll". */
  readonly kind: string;
  /** Top right: registry number or day of meeting. */
  readonly reference?: string;
}

/** Fills the template and sets the result as PDF; both forms come from the same HTML. */
export async function renderDocument(frame: Frame, options: RenderOptions): Promise<RenderedDocument> {
  const html = fillTemplate(frame.template, frame.view ?? frame.data);
  const pdf = await renderPdf({
    html,
    title: frame.title,
    author: frame.letterhead.organisation,
    ...(frame.subject === undefined ? {} : { subject: frame.subject }),
    createdAt: options.createdAt,
    header: {
      organisation: frame.letterhead.organisation,
      kind: frame.kind,
      ...(frame.letterhead.unit === undefined ? {} : { unit: frame.letterhead.unit }),
      ...(frame.reference === undefined ? {} : { reference: frame.reference }),
    },
    footer: { lines: frame.letterhead.contactLines },
    ...(options.linkBase === undefined ? {} : { linkBase: options.linkBase }),
    attachments: options.embedData === true ? [dataFile(frame.data)] : [],
  });
  return { html, pdf, template: templateVersion(frame.template), renderer: PDF_RENDERER };
}

function dataFile(data: object): PdfAttachment {
  return {
    name: 'uppgifter.json',
    mediaType: 'application/json',
    description: 'Uppgifterna som handlingen är framställd av',
    bytes: Buffer.from(JSON.stringify(data)),
  };
}

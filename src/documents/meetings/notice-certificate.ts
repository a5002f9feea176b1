import {
  renderDocument,
  type Letterhead,
  type RenderedDocument,
  type RenderOptions,
  type SamradText,
} from '../document-frame';

export interface CertifiedPosting {
  /** Such as "Almby kommun". */
  readonly principal: string;
  /** The board's address or place. */
  readonly board: string;
  /** In figures, so that a row is a line. */
  readonly postedDay: string;
  readonly takenDownDay: string;
  /** Who confirmed it. */
  readonly confirmedBy: string;
}

/** Proof of when each notice went up and came down (law A20). It says nothing of legal force: only the court's answer does. */
export interface NoticeCertificateData {
  readonly letterhead: Letterhead;
  readonly body: string;
  /** Top right on every page, such as "Sammanträde 2026-02-20". */
  readonly reference: string;
  readonly meetingDate: string;
  readonly paragraphRange: string;
  readonly verifiedDay: string;
  readonly minutesKept: string;
  readonly postings: readonly CertifiedPosting[];
  /** From and until when the appeal time ran, in finished words. */
  readonly appealTime: string;
  /** Postings that were corrected and why, one sentence each. */
  readonly corrections?: readonly SamradText[];
  /** When the product made it of what the boards had confirmed, and who answers questions. */
  readonly made: { readonly day: string; readonly contact: string };
}

/** Renders the notice certificate (anslagsbevis), made when the last notice has been taken down. */
export function renderNoticeCertificate(
  data: NoticeCertificateData,
  options: RenderOptions,
): Promise<RenderedDocument> {
  return renderDocument(
    {
      template: 'notice-certificate',
      data,
      letterhead: data.letterhead,
      title: `Anslagsbevis ${data.body} ${data.meetingDate}`,
      kind: 'Anslagsbevis',
      reference: data.reference,
    },
    options,
  );
}

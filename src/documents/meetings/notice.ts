import {
  renderDocument,
  type Letterhead,
  type RenderedDocument,
  type RenderOptions,
} from '../document-frame';

/** How a decision is appealed (KL 13:1-9). Left out where no paragraph can be appealed. */
export interface AppealText {
  /** Such as "Förvaltningsrätten i Västerdal". */
  readonly court: string;
  /** Address of the court, one line each. */
  readonly courtAddress: readonly string[];
  /** From when the three weeks run and until when, in finished words (KL 13:5). */
  readonly time: string;
}

/** One board's notice that minutes have been verified (KL 8:12, 9:32; M-11). */
export interface NoticeData {
  readonly letterhead: Letterhead;
  readonly body: string;
  /** Top right on every page, such as "Sammanträde 2026-02-20". */
  readonly reference: string;
  /** Such as "Anslagstavlan, Almby kommun". */
  readonly board: string;
  readonly meetingDate: string;
  /** Such as "§§ 12–26". */
  readonly paragraphRange: string;
  readonly verifiedDay: string;
  /** This board's own day. */
  readonly postedDay: string;
  readonly takenDownEarliest: string;
  /** On what that day depends, while other boards are waited for. */
  readonly takenDownCondition?: string;
  /** Where the minutes are kept and can be read. */
  readonly minutesKept: string;
  /** Whom to ask, such as "Nämndsekreteraren, 010-123 45 00". */
  readonly contact?: string;
  readonly appeal?: AppealText;
}

/** Renders a notice (anslag). */
export function renderNotice(data: NoticeData, options: RenderOptions): Promise<RenderedDocument> {
  return renderDocument(
    {
      template: 'notice',
      data,
      letterhead: data.letterhead,
      title: `Anslag om justerat protokoll, ${data.body} ${data.meetingDate}`,
      kind: 'Anslag',
      reference: data.reference,
    },
    options,
  );
}

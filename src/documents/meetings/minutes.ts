import {
  renderDocument,
  type Letterhead,
  type RenderedDocument,
  type RenderOptions,
  type SamradText,
} from '../document-frame';
import type { MinutesParagraphText } from './minutes-paragraph';

/** A member or substitute and the items they served for (KL 5:65). */
export interface AttendanceRow {
  readonly name: string;
  readonly party: string;
  readonly principal: string;
  /** Such as "§§ 12–26" or "§§ 14–26". */
  readonly items: string;
  /** Such as "Ordförande", "Ersätter Sanna Lund (S)", "Deltar på distans". */
  readonly remark?: string;
}

/** Whoever was in the room without a seat. */
export interface OtherAttendee {
  readonly name: string;
  readonly role: string;
  readonly items?: string;
}

/** A signature: signed in the system, or a line to sign on. */
export interface SignatureText {
  /** Such as "Sekreterare", "Ordförande", "Justerare". */
  readonly role: string;
  readonly name: string;
  /** Such as "Undertecknat i Samråd onsdag 4 mars 2026 kl. 14.12"; left out on paper that is signed by hand. */
  readonly signed?: string;
}

/** The part that becomes the proof of the notice (anslag/bevis, KL 8:12). */
export interface MinutesNoticeText {
  /** Day the minutes were verified, or are to be. */
  readonly verifiedDay: string;
  /** Day the notice goes up, the same on all boards. */
  readonly postedDay: string;
  /** First day it may be taken down. */
  readonly takenDownEarliest: string;
  /** Where the notice is posted, such as "De samverkande parternas anslagstavlor". */
  readonly boards: string;
  /** Where the minutes are kept. */
  readonly minutesKept: string;
}

/** Everything in the minutes, in finished words (M-9, law A16). */
export interface MinutesData {
  readonly letterhead: Letterhead;
  readonly body: string;
  /** Top right on every page, such as "Sammanträde 2026-02-20". */
  readonly reference: string;
  /** Such as "fredag 20 februari 2026". */
  readonly date: string;
  /** Such as "kl. 09.00–11.52". */
  readonly time: string;
  readonly place: string;
  /** Such as "Sammanträdet ajournerades kl. 10.20–10.35." */
  readonly adjournments?: readonly string[];
  /** Such as "§§ 12–26". */
  readonly paragraphRange: string;
  readonly members: readonly AttendanceRow[];
  readonly servingSubstitutes: readonly AttendanceRow[];
  readonly otherSubstitutes: readonly AttendanceRow[];
  readonly others: readonly OtherAttendee[];
  /** Such as "Rikard Falk (L), ordförande, och Solveig Norrby (S), vice ordförande". */
  readonly verifiers: string;
  /** Day, place and way of verification, such as "Onsdag 4 mars 2026 kl. 13.00, digitalt". */
  readonly verification: string;
  readonly signatures: readonly SignatureText[];
  /** In a verified copy: which original it is of, by its hash, and who signed it. */
  readonly verifiedCopy?: string;
  readonly notice: MinutesNoticeText;
  readonly paragraphs: readonly MinutesParagraphText[];
  /** What a verifier wants noted against the minutes (M-10). */
  readonly dissent?: SamradText;
}

/** Renders the minutes: front page with signatures and notice, then one section per paragraph. */
export function renderMinutes(data: MinutesData, options: RenderOptions): Promise<RenderedDocument> {
  return renderDocument(
    {
      template: 'minutes',
      data,
      view: {
        ...data,
        signatureRows: inPairs(data.signatures),
      },
      letterhead: data.letterhead,
      title: `Protokoll ${data.body} ${data.date}, ${data.paragraphRange}`,
      kind: 'Protokoll',
      reference: data.reference,
    },
    options,
  );
}

/** Signatures stand two beside each other. */
export function inPairs<Item>(items: readonly Item[]): { readonly pair: readonly Item[] }[] {
  const rows: { pair: Item[] }[] = [];
  for (const item of items) {
    const last = rows.at(-1);
    if (last?.pair.length === 1) last.pair.push(item);
    else rows.push({ pair: [item] });
  }
  return rows;
}

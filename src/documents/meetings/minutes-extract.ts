import {
  renderDocument,
  type Letterhead,
  type RenderedDocument,
  type RenderOptions,
} from '../document-frame';
import type { MinutesParagraphText } from './minutes-paragraph';

/** A certified extract of one or several paragraphs (M-12). */
export interface MinutesExtractData {
  readonly letterhead: Letterhead;
  readonly body: string;
  /** Top right on every page, such as "Sammanträde 2026-02-20". */
  readonly reference: string;
  readonly date: string;
  readonly paragraphs: readonly MinutesParagraphText[];
  /** "Paragrafen är justerad", with the day where it is wanted; "Paragraferna är justerade" for several. */
  readonly verified: string;
  /** Who certifies and when, below "Rätt utdraget intygas". */
  readonly certified: { readonly name: string; readonly role: string; readonly day: string };
  /** To whom this copy goes, such as "Almby kommun". */
  readonly recipient?: string;
}

/** Renders a minutes extract (protokollsutdrag). */
export function renderMinutesExtract(
  data: MinutesExtractData,
  options: RenderOptions,
): Promise<RenderedDocument> {
  const numbers = data.paragraphs.map((paragraph) => paragraph.number).join(', ');
  return renderDocument(
    {
      template: 'minutes-extract',
      data,
      letterhead: data.letterhead,
      title: `Protokollsutdrag ${data.body} ${data.date}, ${numbers}`,
      kind: 'Protokollsutdrag',
      reference: data.reference,
    },
    options,
  );
}

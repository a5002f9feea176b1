import type { AgendaItemText } from './agenda-item';
import {
  renderDocument,
  type Letterhead,
  type RenderedDocument,
  type RenderOptions,
  type SamradText,
} from '../document-frame';

/** Everything in the summons letter, in finished words (M-4). */
export interface SummonsData {
  readonly letterhead: Letterhead;
  /** Such as "Gemensam hjälpmedelsnämnd". */
  readonly body: string;
  /** Top right on every page, such as "Sammanträde 2026-02-20". */
  readonly reference: string;
  /** Such as "fredag 20 februari 2026". */
  readonly date: string;
  /** Such as "kl. 09.00–12.00". */
  readonly time: string;
  readonly place: string;
  /** How to take part from elsewhere, where the rules of procedure allow it. */
  readonly remote?: string;
  /** Such as "Version B, 16 februari 2026"; the first version has none. */
  readonly version?: string;
  /** What a later version changed, one sentence each. */
  readonly changes?: readonly SamradText[];
  /** One line each, such as "Rikard Falk (L), ordförande, Region Västerdal". */
  readonly members: readonly string[];
  readonly substitutes: readonly string[];
  readonly others: readonly string[];
  /** To whom and by when absence is reported. */
  readonly absence?: SamradText;
  /** Who calls to the meeting, and the day of the letter, such as "Kallelsen utfärdades fredag 13 februari 2026 av ...". */
  readonly issued?: string;
  readonly items: readonly AgendaItemText[];
}

/** Renders the summons with its agenda (KL 6:23; order, headings and wording as the boards' own). */
export function renderSummons(data: SummonsData, options: RenderOptions): Promise<RenderedDocument> {
  return renderDocument(
    {
      template: 'summons',
      data,
      letterhead: data.letterhead,
      title: `Kallelse/föredragningslista ${data.body} ${data.date}`,
      kind: 'Kallelse/föredragningslista',
      reference: data.reference,
    },
    options,
  );
}

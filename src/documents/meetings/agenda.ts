import type { AgendaItemText } from './agenda-item';
import {
  renderDocument,
  type Letterhead,
  type RenderedDocument,
  type RenderOptions,
  type SamradText,
} from './document-frame';

/** The agenda alone: for the chair's approval, for the table, and for the public with public titles only. */
export interface AgendaData {
  readonly letterhead: Letterhead;
  readonly body: string;
  /** Top right on every page, such as "Sammanträde 2026-02-20". */
  readonly reference: string;
  readonly date: string;
  readonly time: string;
  readonly place: string;
  /** Such as "Version A". */
  readonly version?: string;
  readonly changes?: readonly SamradText[];
  readonly items: readonly AgendaItemText[];
}

/** Renders the agenda without the letter's lists of people (M-3). */
export function renderAgenda(data: AgendaData, options: RenderOptions): Promise<RenderedDocument> {
  return renderDocument(
    {
      template: 'agenda',
      data,
      letterhead: data.letterhead,
      title: `Föredragningslista ${data.body} ${data.date}`,
      kind: 'Föredragningslista',
      reference: data.reference,
    },
    options,
  );
}

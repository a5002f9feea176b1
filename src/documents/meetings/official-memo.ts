import {
  renderDocument,
  type Letterhead,
  type RenderedDocument,
  type RenderOptions,
  type SamradText,
} from '../document-frame';

/** A section of a memo. A section of level 3 belongs to the section of level 2 before it. */
export interface MemoSection {
  readonly heading: string;
  readonly level: 2 | 3;
  /** Left out where only sections of level 3 follow, such as under "Hållbarhet". */
  readonly content?: SamradText;
}

export interface MemoAuthor {
  readonly name: string;
  readonly title?: string;
  readonly mail?: string;
  readonly phone?: string;
}

/** Everything in an official memo, in finished words. */
export interface OfficialMemoData {
  readonly letterhead: Letterhead;
  /** Such as "Hälso- och sjukvårdsförvaltningen, Hjälpmedelscentrum". */
  readonly unit: string;
  readonly authors: readonly MemoAuthor[];
  /** Such as "2026-01-30". */
  readonly date: string;
  /** Vårt diarienummer. */
  readonly registryNumber: string;
  readonly title: string;
  /** In order; "Förslag till beslut" comes first. */
  readonly sections: readonly MemoSection[];
  /** Beslutet skickas till. */
  readonly dispatchTo?: readonly string[];
  /** Such as "Underlaget har föredragits för verksamhetschefen 2026-02-02." */
  readonly closing?: SamradText;
}

/** Renders an official memo (tjänsteskrivelse). */
export function renderOfficialMemo(
  data: OfficialMemoData,
  options: RenderOptions,
): Promise<RenderedDocument> {
  const view = {
    ...data,
    sections: data.sections.map((section) => ({
      ...section,
      main: section.level === 2,
      inner: section.level + 1,
    })),
  };
  return renderDocument(
    {
      template: 'official-memo',
      data,
      view,
      letterhead: data.letterhead,
      title: `Tjänsteskrivelse ${data.title}`,
      subject: data.registryNumber,
      kind: 'Tjänsteskrivelse',
      reference: data.registryNumber,
    },
    options,
  );
}

/** An item, or one of its sub-items, as the agenda had it. */
export interface PresentedItem {
  readonly title: string;
  /** Samråd-text. */
  readonly summary: string | null;
  readonly presenters: readonly { readonly name: string }[];
}

/**
 * M-9, M-20: the summary that the secretary writes on from: the item's own, a line for each sub-item with what it was about,
 * and who presented. Swedish, as minutes are by law.
 * @param subItems those that were not withdrawn and are open, in order
 * @returns Samråd-text; empty when the agenda said nothing
 */
export function openingSummary(item: PresentedItem, subItems: readonly PresentedItem[]): string {
  const own = [item.summary ?? '', presented(item)];
  const lines = subItems.map(
    (each) => `- ${[ended(each.title), flat(each), presented(each)].filter(Boolean).join(' ')}`,
  );
  return [...own, lines.join('\n')].filter(Boolean).join('\n\n');
}

/** "Lina Strand och Petra Holmgren informerar." */
function presented({ presenters }: PresentedItem): string {
  const names = presenters.map(({ name }) => name);
  const last = names.pop();
  if (last === undefined) return '';
  return `${names.length === 0 ? last : `${names.join(', ')} och ${last}`} informerar.`;
}

/** A sub-item's summary on its line in the list. */
function flat({ summary }: PresentedItem): string {
  return (summary ?? '')
    .replace(/^[-*>#\s]+/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function ended(title: string): string {
  return /[.!?]$/.test(title) ? title : `${title}.`;
}

import { refuse, type Refusal } from '../../refusals/refusal';
import { moveDown, moveUp, typedOrder } from './agenda-order';
import type { AgendaTemplateItem } from './agenda-template';

/** The facts that a meeting fills into standard sentences. */
export const templateFactNames = ['föregående', 'nästa', 'justerare'] as const;

const MOST_ITEMS = 60;

export type EditedItems = { readonly ok: true; readonly items: AgendaTemplateItem[] } | Refusal;

/** M-3: an item is added at the end of its part, or changed where it stands; moved to the other part it stands last there. */
export function withItem(items: readonly AgendaTemplateItem[], item: AgendaTemplateItem): EditedItems {
  const unknown = [...item.proposal, item.note ?? '']
    .flatMap((sentence) => [...sentence.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ''))
    .find((name) => !templateFactNames.some((known) => known === name));
  if (unknown !== undefined)
    return refuse('template-fact-unknown', {
      fact: `{${unknown}}`,
      known: templateFactNames.map((name) => `{${name}}`).join(' '),
    });
  const before = items.find(({ key }) => key === item.key);
  if (before === undefined && items.length >= MOST_ITEMS)
    return refuse('template-full', { most: MOST_ITEMS });
  if (before?.placement === item.placement)
    return { ok: true, items: items.map((each) => (each.key === item.key ? item : each)) };
  return { ok: true, items: [...items.filter(({ key }) => key !== item.key), item] };
}

/** M-3: the item is taken out; agendas that have it keep it. */
export function withoutItem(items: readonly AgendaTemplateItem[], key: string): EditedItems {
  return items.some((item) => item.key === key)
    ? { ok: true, items: items.filter((item) => item.key !== key) }
    : refuse('template-item-unknown');
}

/**
 * M-3: the order of the items of one part, by the positions typed for them and then the button pressed.
 * @param typed the keys of that part with their positions
 */
export function inOrder(
  items: readonly AgendaTemplateItem[],
  typed: ReadonlyMap<string, number>,
  pressed: { readonly key: string; readonly to: 'up' | 'down' } | null,
): EditedItems {
  const part = items.find(({ key }) => typed.has(key))?.placement;
  const among = items.filter(({ placement }) => placement === part).map(({ key }) => key);
  if (part === undefined || [...typed.keys()].some((key) => !among.includes(key)))
    return refuse('template-item-unknown');
  const places = typedOrder(among, typed).map((id, index) => ({ id, parentId: null, ordinal: index + 1 }));
  const moved =
    pressed === null
      ? { ok: true as const, items: places }
      : (pressed.to === 'up' ? moveUp : moveDown)(places, pressed.key);
  if (!moved.ok) return moved;
  const place = new Map(moved.items.map(({ id, ordinal }) => [id, ordinal]));
  const sorted = items
    .filter(({ key }) => place.has(key))
    .sort((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0));
  return { ok: true, items: items.map((item) => (place.has(item.key) ? (sorted.shift() ?? item) : item)) };
}

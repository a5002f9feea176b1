import type { Painter } from './painter';

/** A tinted or barred ground behind a stretch of text; drawn anew on each page the stretch reaches. */
export interface Ground {
  readonly x: number;
  readonly width: number;
  readonly look: 'box' | 'quote';
}

/** A piece of a page as wide as its column: a line of text, a table row, a picture. Pages are made of strips. */
export interface Strip {
  readonly height: number;
  /** Space above in points; it goes at the top of a page. */
  readonly before: number;
  readonly grounds: readonly Ground[];
  /** Must stand on the same page as the strip after it. */
  keepWithNext: boolean;
  /** Starts a page of its own. */
  breakBefore: boolean;
  /** Left out where it would come first on a page: a rule between two items. */
  readonly dropAtTop?: boolean;
  /** A table's head, painted again where this strip comes first on a page. */
  readonly repeat?: Strip;
  /** Paints with its top at `y`, in points from the page's top. */
  readonly paint: (painter: Painter, y: number) => void;
  /** Cuts a strip that is too high, so that the first part is at most `room` high; undefined if no part fits. */
  readonly split?: (room: number) => readonly [Strip, Strip] | undefined;
}

export interface PlacedStrip {
  readonly strip: Strip;
  readonly y: number;
}

/** Height of strips set one below the other. */
export function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, strip, at) => sum + strip.height + (at === 0 ? 0 : strip.before), 0);
}

/** Sets strips one below the other from `top`. */
export function stack(strips: readonly Strip[], top: number): PlacedStrip[] {
  let y = top;
  return strips.map((strip, at) => {
    if (at > 0) y += strip.before;
    const placed = { strip, y };
    y += strip.height;
    return placed;
  });
}

/** Takes as many strips as `room` holds, from the top; keeps at least nothing. */
export function takeStrips(
  strips: readonly Strip[],
  room: number,
): readonly [readonly Strip[], readonly Strip[]] {
  let used = 0;
  let count = 0;
  for (const strip of strips) {
    used += strip.height + (count === 0 ? 0 : strip.before);
    if (used > room) break;
    count += 1;
  }
  // A last line alone at the top of the next part, or a heading alone at the foot of this one, reads badly.
  let cut = count;
  while (cut > 0 && cut < strips.length && strips[cut - 1]?.keepWithNext === true) cut -= 1;
  const at = cut > 0 ? cut : count;
  return [strips.slice(0, at), strips.slice(at)];
}

/** Paints placed strips, each ground first, so that text lies on it. */
export function paintPlaced(painter: Painter, placed: readonly PlacedStrip[]): void {
  const extent = new Map<Ground, { top: number; bottom: number }>();
  for (const { strip, y } of placed) {
    for (const ground of strip.grounds) {
      const known = extent.get(ground);
      if (known) known.bottom = y + strip.height;
      else extent.set(ground, { top: y, bottom: y + strip.height });
    }
  }
  for (const [ground, { top, bottom }] of extent) painter.ground(ground, top, bottom);
  for (const { strip, y } of placed) strip.paint(painter, y);
}

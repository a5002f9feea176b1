import { heightOf, type PlacedStrip, type Strip } from './strips';

/** Where text may stand on a page, in points from the page's top. */
export interface PageRoom {
  readonly top: number;
  readonly bottom: number;
}

/** A cut row has at least this much on the page it starts on. */
const LEAST_PART = 72;

/**
 * Spreads strips over pages.
 * Strips that must stand together go to the next page together; a table's head is repeated; a row is cut only where it is tall.
 * @param roomOf room of the page with the given index
 */
export function paginate(strips: readonly Strip[], roomOf: (page: number) => PageRoom): PlacedStrip[][] {
  const pages = new Pages(roomOf);
  let at = 0;
  while (at < strips.length) {
    let end = at;
    while (
      end < strips.length - 1 &&
      strips[end]?.keepWithNext === true &&
      strips[end + 1]?.breakBefore !== true
    )
      end += 1;
    placeTogether(pages, strips.slice(at, end + 1));
    at = end + 1;
  }
  return pages.all();
}

function placeTogether(pages: Pages, group: readonly Strip[]): void {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) return;
  if (first.breakBefore && !pages.isFresh()) pages.next();
  const height = heightOf(group);
  if (pages.hasRoom(first, height)) {
    for (const strip of group) pages.place(strip);
    return;
  }
  const lead = height - last.height;
  const tall = last.split !== undefined && last.height > pages.freshRoomFor(first) / 3;
  if (!tall && height <= pages.freshRoomFor(first)) {
    pages.next();
    for (const strip of group) pages.place(strip);
    return;
  }
  // Higher than a page, or ending in a tall row: it is cut, but not so that a heading is left behind.
  if (!pages.hasRoom(first, tall ? lead + LEAST_PART : first.height) && !pages.isFresh()) pages.next();
  for (const strip of group) placeCut(pages, strip);
}

function placeCut(pages: Pages, strip: Strip): void {
  let left = strip;
  for (;;) {
    if (pages.hasRoom(left, left.height)) {
      pages.place(left);
      return;
    }
    const parts = left.split?.(pages.roomFor(left));
    if (parts) {
      pages.place(parts[0]);
      pages.next();
      left = parts[1];
      continue;
    }
    if (pages.isFresh()) {
      // Nothing smaller is to be had: a picture or a line higher than the page.
      pages.place(left);
      return;
    }
    pages.next();
  }
}

class Pages {
  private readonly pages: PlacedStrip[][] = [[]];
  private y: number;

  constructor(private readonly roomOf: (page: number) => PageRoom) {
    this.y = roomOf(0).top;
  }

  all(): PlacedStrip[][] {
    return this.pages;
  }

  /** True where nothing stands on the page yet. */
  isFresh(): boolean {
    return this.current().length === 0;
  }

  /** Room on a page that comes after this one and begins with the strip: less the head that is repeated there. */
  freshRoomFor(strip: Strip): number {
    const { top, bottom } = this.roomOf(this.pages.length);
    return bottom - top - (strip.repeat?.height ?? 0);
  }

  roomFor(strip: Strip): number {
    const { bottom } = this.roomOf(this.pages.length - 1);
    return bottom - this.y - (this.isFresh() ? (strip.repeat?.height ?? 0) : strip.before);
  }

  hasRoom(strip: Strip, height: number): boolean {
    return height <= this.roomFor(strip) + 0.01;
  }

  next(): void {
    this.pages.push([]);
    this.y = this.roomOf(this.pages.length - 1).top;
  }

  place(strip: Strip): void {
    if (this.isFresh()) {
      if (strip.dropAtTop === true) return;
      if (strip.repeat) this.put(strip.repeat);
    } else this.y += strip.before;
    this.put(strip);
  }

  private put(strip: Strip): void {
    this.current().push({ strip, y: this.y });
    this.y += strip.height;
  }

  private current(): PlacedStrip[] {
    return this.pages.at(-1) ?? [];
  }
}

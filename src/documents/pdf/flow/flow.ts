import type { Align, Inline } from '../read/blocks';
import { breakLines, runsOf, type Line, type LinkResolver } from './lines';
import type { Ground, Strip } from '../strips';
import type { StructNode } from '../structure';
import { baselineOf, type TypeStyle } from '../style';

/** Where text flows: a column of a page, a cell, a list item's body. Strips are gathered in `out`. */
export class Flow {
  readonly out: Strip[] = [];
  /** Space owed above the next strip: the larger of what the block before and the block after ask for. */
  private owed = 0;
  private breakOwed = false;

  constructor(
    readonly x: number,
    readonly width: number,
    readonly parent: StructNode,
    readonly scale: number,
    readonly resolve: LinkResolver,
    readonly grounds: readonly Ground[] = [],
  ) {}

  /** A narrower column of the same page for another element; its strips are brought back by `take`. */
  inner(
    parent: StructNode,
    place: {
      readonly x?: number;
      readonly width?: number;
      readonly ground?: Ground;
      readonly scale?: number;
    } = {},
  ): Flow {
    const grounds = place.ground ? [...this.grounds, place.ground] : this.grounds;
    return new Flow(
      place.x ?? this.x,
      place.width ?? this.width,
      parent,
      place.scale ?? this.scale,
      this.resolve,
      grounds,
    );
  }

  gap(space: number): void {
    this.owed = Math.max(this.owed, space * this.scale);
  }

  /** Forgets the space owed below the last block, where an edge follows instead of text. */
  closeGap(): void {
    this.owed = 0;
  }

  /** Sets the space above a strip (the first, if none is named), whatever its block asked for: an edge stands above it. */
  openWith(space: number, at = 0): void {
    const strip = this.out[at];
    if (strip) this.out[at] = { ...strip, before: space };
  }

  pageBreak(): void {
    this.breakOwed = true;
  }

  push(
    strip: Omit<Strip, 'before' | 'grounds' | 'breakBefore' | 'keepWithNext'> & {
      readonly keepWithNext?: boolean;
      readonly grounds?: readonly Ground[];
    },
  ): void {
    this.append({ keepWithNext: false, grounds: this.grounds, ...strip, before: 0, breakBefore: false });
  }

  /** Brings in the strips of an inner flow. */
  take(inner: Flow): void {
    for (const strip of inner.out) this.append(strip);
    this.owed = Math.max(this.owed, inner.owed);
  }

  private append(strip: Strip): void {
    this.out.push({
      ...strip,
      before: Math.max(strip.before, this.owed),
      breakBefore: strip.breakBefore || this.breakOwed,
    });
    this.owed = 0;
    this.breakOwed = false;
  }

  /** Keeps everything pushed since `from` together, and with what follows if asked. */
  keep(from: number, withNext: boolean): void {
    const last = this.out.length - 1;
    this.out.forEach((strip, at) => {
      if (at >= from && (at < last || withNext)) strip.keepWithNext = true;
    });
  }

  /** Sets a paragraph's lines, each a strip of its own; a first or last line never stands alone on a page. */
  lines(
    inline: readonly Inline[],
    host: StructNode,
    style: TypeStyle,
    align: Align,
    extra: { readonly hang?: number; readonly onFirst?: Strip['paint'] } = {},
  ): void {
    const leading = style.leading * this.scale;
    const baseline = baselineOf(style.size * this.scale, leading);
    const lines = breakLines(runsOf(inline, host, style, this.scale, this.resolve), this.width, extra.hang);
    lines.forEach((line, at) => {
      const x = this.x + indentOf(line, this.width, align) + (at === 0 ? 0 : (extra.hang ?? 0));
      this.push({
        height: leading,
        keepWithNext: at < lines.length - 1 && (lines.length <= 3 || at === 0 || at === lines.length - 2),
        paint: (painter, y) => {
          if (at === 0) extra.onFirst?.(painter, y);
          painter.line(line, x, y + baseline, y, leading);
        },
      });
    });
  }
}

function indentOf(line: Line, width: number, align: Align): number {
  if (align === 'left') return 0;
  return align === 'right' ? width - line.width : (width - line.width) / 2;
}

import type { Block } from '../read/blocks';
import type { Flow } from './flow';
import { heightOf, paintPlaced, stack, takeStrips, type Ground, type Strip } from '../strips';
import type { StructNode } from '../structure';
import { COLUMN_GAP, DEFINITIONS } from '../style';

export type FlowBlocks = (flow: Flow, blocks: readonly Block[]) => void;

export interface Column {
  readonly node: StructNode;
  /** Part of the width, 0 to 1. */
  readonly share: number;
  readonly content: readonly Block[];
}

/** Sets columns beside each other as one strip, which is cut only where it is higher than a page. */
export function flowColumns(flow: Flow, columns: readonly Column[], flowBlocks: FlowBlocks): void {
  const gap = columns.length === 2 && columns[0]?.node.type === 'Lbl' ? DEFINITIONS.gap : COLUMN_GAP;
  const room = flow.width - gap * (columns.length - 1);
  let x = flow.x;
  const stacks = columns.map((column) => {
    const inner = flow.inner(column.node, { x, width: room * column.share });
    x += room * column.share + gap;
    flowBlocks(inner, column.content);
    return inner.out;
  });
  flow.push(besideStrip(stacks, 0, flow.grounds));
}

/** One strip of several stacks of strips beside each other. */
export function besideStrip(
  stacks: readonly (readonly Strip[])[],
  pad: number,
  grounds: readonly Ground[],
  extra: { readonly repeat?: Strip; readonly keepWithNext?: boolean; readonly edge?: Strip['paint'] } = {},
): Strip {
  const height = Math.max(...stacks.map(heightOf)) + 2 * pad;
  return {
    height,
    before: 0,
    grounds,
    keepWithNext: extra.keepWithNext ?? false,
    breakBefore: false,
    ...(extra.repeat ? { repeat: extra.repeat } : {}),
    paint: (painter, y) => {
      extra.edge?.(painter, y + height);
      // Grounds that the whole strip stands on are painted by the page; only those within a column are painted here.
      for (const strips of stacks)
        paintPlaced(
          painter,
          stack(
            strips.map((strip) => ({ ...strip, grounds: strip.grounds.slice(grounds.length) })),
            y + pad,
          ),
        );
    },
    split: (space) => {
      const parts = stacks.map((strips) => takeStrips(strips, space - 2 * pad));
      if (parts.every(([taken]) => taken.length === 0)) return undefined;
      const { keepWithNext, ...rest } = extra;
      return [
        besideStrip(
          parts.map(([taken]) => taken),
          pad,
          grounds,
          rest,
        ),
        besideStrip(
          parts.map(([, left]) => left),
          pad,
          grounds,
          keepWithNext === undefined ? rest : { ...rest, keepWithNext },
        ),
      ];
    },
  };
}

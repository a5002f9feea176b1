import type { FigureBlock, HeadingLevel } from './read/blocks';
import type { Face } from './fonts';
import type { Line, LinkTarget } from './flow/lines';
import type { CanvasFont, OutlineItem, PdfCanvas, PdfReference } from './pdf-canvas';
import { AnnotationMark, type Slot } from './structure';
import type { Ground } from './strips';
import { BOX, COLOUR, PAGE } from './style';

type Open =
  | { readonly kind: 'slot'; readonly slot: Slot }
  | { readonly kind: 'artifact'; readonly type: 'Pagination' | 'Layout' };

/** Paints one page after another: every mark lies in the content of an element or in an artifact, never outside both. */
export class Painter {
  readonly pages: PdfReference[] = [];
  private open: Open | undefined;
  private fontInUse = '';
  private colourInUse = '';
  private readonly outline: { readonly level: number; readonly item: OutlineItem }[] = [];

  constructor(
    private readonly canvas: PdfCanvas,
    private readonly fonts: Readonly<Record<Face, CanvasFont>>,
  ) {}

  startPage(): void {
    this.canvas.addPage();
    this.pages.push(this.canvas.page.dictionary);
    // The page's key in the parent tree is given at its first marked content.
    this.fontInUse = '';
    this.colourInUse = '';
  }

  endPage(): void {
    this.close();
  }

  /** Paints a line of text and the clickable areas of its links. */
  line(line: Line, x: number, baseline: number, top: number, leading: number): void {
    for (const { run, text, x: offset, width } of line.fragments) {
      this.begin(run.slot);
      this.glyphs(run.face, run.size, run.colour, text, x + offset, baseline);
      if (!run.link) continue;
      const shown = text.endsWith(' ') ? width - (width / Math.max(1, text.length)) * 0.4 : width;
      this.canvas.addContent(`${round(x + offset)} ${round(baseline + 1.6)} ${round(shown)} 0.5 re f`);
      this.link(run.link, x + offset, top, shown, leading);
    }
  }

  /** Text that is no part of the document's content: running heads, page numbers. */
  furniture(text: string, face: Face, size: number, colour: string, x: number, baseline: number): void {
    this.beginArtifact('Pagination');
    this.glyphs(face, size, colour, text, x, baseline);
  }

  rule(x: number, y: number, width: number, colour: string, thickness: number): void {
    this.rectangle(x, y - thickness / 2, width, thickness, colour);
  }

  rectangle(x: number, y: number, width: number, height: number, colour: string): void {
    this.beginArtifact('Layout');
    this.colour(colour);
    this.canvas.addContent(`${round(x)} ${round(y)} ${round(width)} ${round(height)} re f`);
  }

  ground(ground: Ground, top: number, bottom: number): void {
    if (ground.look === 'box') this.rectangle(ground.x, top, ground.width, bottom - top, COLOUR.tint);
    this.rectangle(ground.x, top, BOX.bar, bottom - top, ground.look === 'box' ? COLOUR.accent : COLOUR.line);
  }

  picture(
    slot: Slot,
    picture: FigureBlock['picture'],
    x: number,
    y: number,
    width: number,
    height: number,
  ): void {
    this.begin(slot);
    slot.owner.boundingBox = [
      round(x),
      round(PAGE.height - y - height),
      round(x + width),
      round(PAGE.height - y),
    ];
    if (picture.kind === 'image') {
      this.canvas.image(picture.bytes, x, y, { width, height });
      return;
    }
    const [left, top, boxWidth, boxHeight] = picture.viewBox;
    this.canvas.save();
    this.canvas.translate(x, y);
    this.canvas.scale(width / boxWidth, height / boxHeight);
    this.canvas.translate(-left, -top);
    for (const shape of picture.shapes) this.canvas.path(shape.path).fill(shape.fill);
    this.canvas.restore();
  }

  bookmark(level: HeadingLevel, words: string, y: number): void {
    while ((this.outline.at(-1)?.level ?? 0) >= level) this.outline.pop();
    const parent = this.outline.at(-1)?.item ?? this.canvas.outline;
    const item = parent.addItem(words, {
      fit: false,
      top: y - 8,
      left: PAGE.width,
      zoom: 0,
      expanded: level === 1,
    });
    this.outline.push({ level, item });
  }

  destination(name: string, y: number): void {
    this.canvas.addNamedDestination(name, 'XYZ', 0, y - 8, null);
  }

  private link(link: LinkTarget, x: number, y: number, width: number, height: number): void {
    const key = this.canvas.createStructParentTreeNextKey();
    // PDF/UA 7.18.5: a link says in words where it leads.
    const options = { Contents: new String(link.description), StructParent: key };
    if (link.href.startsWith('#')) this.canvas.goTo(x, y, width, height, link.href.slice(1), options);
    else this.canvas.link(x, y, width, height, link.href, options);
    const reference = this.canvas.page.annotations.at(-1);
    if (reference) link.node.kids.push(new AnnotationMark(this.pages.length - 1, reference, key));
  }

  private glyphs(face: Face, size: number, colour: string, text: string, x: number, baseline: number): void {
    const font = this.fonts[face];
    this.colour(colour);
    this.canvas.page.fonts[font.id] ??= font.ref();
    const key = `${font.id} ${round(size)}`;
    const select = key === this.fontInUse ? '' : `/${key} Tf `;
    this.fontInUse = key;
    this.canvas.addContent(
      `BT ${select}1 0 0 -1 ${round(x)} ${round(baseline)} Tm [${shown(font, text)}] TJ ET`,
    );
  }

  private colour(hex: string): void {
    if (hex === this.colourInUse) return;
    this.colourInUse = hex;
    this.canvas.addContent(`${rgb(hex)} rg`);
  }

  private begin(slot: Slot): void {
    if (slot.owner.muted) {
      this.beginArtifact('Pagination');
      return;
    }
    if (this.open?.kind === 'slot' && this.open.slot === slot) return;
    this.close();
    const [mark] = this.canvas.markStructureContent(slot.owner.type).refs;
    if (mark) slot.marks.push({ page: this.pages.length - 1, mcid: mark.mcid });
    this.open = { kind: 'slot', slot };
  }

  private beginArtifact(type: 'Pagination' | 'Layout'): void {
    if (this.open?.kind === 'artifact' && this.open.type === type) return;
    this.close();
    this.canvas.markContent('Artifact', { type });
    this.open = { kind: 'artifact', type };
  }

  private close(): void {
    if (this.open) this.canvas.endMarkedContent();
    this.open = undefined;
  }
}

/** Glyphs as hexadecimal strings with the kerning between them. */
function shown(font: CanvasFont, text: string): string {
  const [glyphs, positions] = font.encode(text);
  let result = '<';
  glyphs.forEach((glyph, at) => {
    result += glyph;
    const position = positions[at];
    const kern = position ? Math.round(position.advanceWidth - position.xAdvance) : 0;
    if (kern !== 0 && at < glyphs.length - 1) result += `> ${kern} <`;
  });
  return `${result}>`;
}

const colours = new Map<string, string>();

function rgb(hex: string): string {
  let known = colours.get(hex);
  if (known === undefined) {
    known = [1, 3, 5].map((at) => round(parseInt(hex.slice(at, at + 2), 16) / 255, 1000)).join(' ');
    colours.set(hex, known);
  }
  return known;
}

function round(value: number, parts = 100): number {
  return Math.round(value * parts) / parts;
}

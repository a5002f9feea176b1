import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { renderHtml } from './text/html';
import { parseText } from './text/profile';

/** Documents that a template of the same name stands behind. */
export type TemplateName =
  | 'summons'
  | 'official-memo'
  | 'minutes'
  | 'minutes-extract'
  | 'notice'
  | 'notice-certificate'
  | 'missing-papers';

const FOLDER = join(__dirname, '..', '..', 'templates', 'documents');

interface Library {
  readonly engine: typeof Handlebars;
  readonly compiled: Map<TemplateName, Handlebars.TemplateDelegate>;
  readonly sources: ReadonlyMap<string, string>;
}

let library: Library | undefined;

/** Fills a template with a view of finished words; every value is escaped, texts go through the one renderer of Samråd-text. */
export function fillTemplate(name: TemplateName, view: object): string {
  const { engine, compiled, sources } = openLibrary();
  let template = compiled.get(name);
  if (!template) {
    template = engine.compile(sourceOf(sources, name), {
      knownHelpersOnly: true,
      knownHelpers: { prose: true, points: true },
    });
    compiled.set(name, template);
  }
  return template(view);
}

/** Names the version of a template, such as "minutes@3f0c2a91b7de": it changes when the template or a part it may use changes (R-3). */
export function templateVersion(name: TemplateName): string {
  const { sources } = openLibrary();
  const hash = createHash('sha256').update(sourceOf(sources, name));
  for (const [part, source] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (part.startsWith('parts/')) hash.update(part).update(source);
  return `${name}@${hash.digest('hex').slice(0, 12)}`;
}

function openLibrary(): Library {
  library ??= readLibrary();
  return library;
}

function readLibrary(): Library {
  const engine = Handlebars.create();
  const sources = new Map<string, string>();
  for (const file of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.hbs'))
      sources.set(file.slice(0, -4).replaceAll('\\', '/'), readFileSync(join(FOLDER, file), 'utf8'));
  }
  for (const [name, source] of sources)
    if (name.startsWith('parts/')) engine.registerPartial(name.slice('parts/'.length), source);
  engine.registerHelper(
    'prose',
    (content: unknown, level: unknown) =>
      new Handlebars.SafeString(textHtml(typeof content === 'string' ? content : '', Number(level))),
  );
  engine.registerHelper(
    'points',
    (points: unknown) =>
      new Handlebars.SafeString(pointsHtml(Array.isArray(points) ? points.map(String) : [])),
  );
  return { engine, compiled: new Map(), sources };
}

function sourceOf(sources: ReadonlyMap<string, string>, name: TemplateName): string {
  const source = sources.get(name);
  if (source === undefined) throw new Error(`no template ${name}`);
  return source;
}

function textHtml(content: string, headingLevel: number): string {
  return renderHtml(parseText(content), { headingLevel });
}

/** One point is a sentence; several are numbered (M-7). */
function pointsHtml(points: readonly string[]): string {
  const [only] = points;
  if (points.length === 1 && only !== undefined) return textHtml(only, 4);
  return `<ol>${points.map((point) => `<li>${textHtml(point, 4).replace(/^<p>([^]*)<\/p>$/, (whole, inner: string) => (inner.includes('<p>') ? whole : inner))}</li>`).join('')}</ol>`;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import Handlebars, { type TemplateDelegate } from 'handlebars';
import { isLanguage } from '../../i18n/languages';
import { createHelpers, type TemplateData, type TextRenderer } from './helpers';
import { layoutView } from './layout-view';
import type { AssetManifest } from './manifest';
import type { FragmentOptions, RenderOptions } from './shell';

export interface RendererSettings {
  /** The folder `templates`, with `layouts`, `components` and `pages` in it. */
  readonly templatesDir: string;
  readonly manifest: AssetManifest;
  /** Samråd-text to safe HTML (`src/documents/text`). */
  readonly renderText: TextRenderer;
  /** Reads the templates anew for each page. */
  readonly development: boolean;
}

/** Turns views into pages. Page names are paths below `templates/pages` without ending: "meetings/show". */
export interface Renderer {
  /** A whole page in the layout. @throws when there is no such page, text, icon or asset */
  readonly render: (page: string, view: object, options: RenderOptions) => string;
  /** A page's or a component's own markup without the layout: what htmx swaps in. */
  readonly renderFragment: (name: string, view: object, options: FragmentOptions) => string;
}

type Templates = ReadonlyMap<string, TemplateDelegate>;
const folders = ['components', 'pages', 'layouts'] as const;

const sourcesIn = (root: string): readonly [string, string][] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .map((file): [string, string] => [
      file.split(sep).join('/').slice(0, -'.hbs'.length),
      readFileSync(join(root, file), 'utf8'),
    ]);

/**
 * Components are partials by their own name (`next-step`), pages and their parts by their path (`meetings/agenda-row`),
 * layouts by `layouts/…`. Only what a partial is handed reaches it (`explicitPartialContext`).
 */
function loadTemplates(settings: RendererSettings): Templates {
  const handlebars = Handlebars.create();
  const helpers = createHelpers(settings.manifest, settings.renderText);
  const knownHelpers = Object.fromEntries(Object.keys(helpers).map((name) => [name, true]));
  handlebars.registerHelper({ ...helpers });
  const compiled = new Map<string, TemplateDelegate>();
  for (const folder of folders) {
    for (const [name, source] of sourcesIn(join(settings.templatesDir, folder))) {
      const key = folder === 'layouts' ? `layouts/${name}` : name;
      const template = handlebars.compile(source, {
        explicitPartialContext: true,
        knownHelpers,
        knownHelpersOnly: true,
        preventIndent: true,
      });
      compiled.set(key, template);
      handlebars.registerPartial(key, template);
    }
  }
  return compiled;
}

/**
 * Makes the renderer of pages.
 * @throws when the folder has no templates or one of them cannot be read
 */
export function createRenderer(settings: RendererSettings): Renderer {
  const loaded = loadTemplates(settings);
  const templates = (): Templates => (settings.development ? loadTemplates(settings) : loaded);

  const run = (from: Templates, name: string, view: object, data: TemplateData): string => {
    const template = from.get(name);
    if (template === undefined) throw new RangeError(`No template named ${name}`);
    if (!isLanguage(data.lang)) throw new RangeError(`No such language: ${String(data.lang)}`);
    return template(view, { data });
  };

  return {
    render(page, view, { lang, shell }) {
      const from = templates();
      const data = {
        lang,
        today: shell.today,
        ...(shell.csrfToken === undefined ? {} : { csrfToken: shell.csrfToken }),
      };
      const body = run(from, page, view, data);
      return run(from, 'layouts/page', { ...layoutView(lang, shell), body }, data);
    },
    renderFragment(name, view, { lang, today, csrfToken }) {
      const data = { lang, today, ...(csrfToken === undefined ? {} : { csrfToken }) };
      return run(templates(), name, view, data);
    },
  };
}

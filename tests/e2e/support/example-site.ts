import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import cookieParser from 'cookie-parser';
import express from 'express';
import helmet from 'helmet';
import { componentsPath, componentsShell } from '../../../src/api/pages/components/shell';
import { componentsView } from '../../../src/api/pages/components/view';
import { contentSecurityPolicy } from '../../../src/api/render/content-security';
import { assetsPath, loadManifest } from '../../../src/api/render/manifest';
import { choosePreferences, readPreferences } from '../../../src/api/render/preferences';
import { createRenderer } from '../../../src/api/render/renderer';
import { renderHtml } from '../../../src/documents/text/html';
import { parseText } from '../../../src/documents/text/profile';
import { asDay } from '../../../src/domain/time/day';

const root = join(__dirname, '..', '..', '..');
const assetsDir = join(root, 'dist', 'assets');

/** The renderer over the real templates and the built assets. */
export const exampleRenderer = () =>
  createRenderer({
    templatesDir: join(root, 'templates'),
    manifest: loadManifest(assetsDir),
    renderText: (text, headingLevel) => renderHtml(parseText(text), { headingLevel }),
    development: false,
  });

export interface ExampleSite {
  readonly url: string;
  /** What was posted, newest last. */
  readonly posted: Record<string, unknown>[];
  close(): Promise<void>;
}

/** Serves the example page with the same policy as the product, and remembers what is posted. */
export async function startExampleSite(): Promise<ExampleSite> {
  const renderer = exampleRenderer();
  const posted: Record<string, unknown>[] = [];
  const app = express();
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy } }));
  app.use(assetsPath, express.static(assetsDir, { immutable: true, maxAge: '1y' }));
  app.use(
    cookieParser(),
    express.urlencoded({ extended: false, limit: '1mb' }),
    choosePreferences({ secure: false }),
  );
  app.get(componentsPath, (req, res) => {
    const { lang, theme } = readPreferences(req.cookies as Record<string, unknown>);
    const shell = componentsShell(lang, theme, asDay('2026-02-10'));
    res.send(renderer.render('components/show', componentsView, { lang, shell }));
  });
  app.post(componentsPath, (req, res) => {
    posted.push(req.body as Record<string, unknown>);
    if (req.get('HX-Request') !== 'true') {
      res.redirect(303, componentsPath);
      return;
    }
    const reply = { text: 'Sparat 14.32', version: 6, versionId: 'exempel-version' };
    res.send(renderer.renderFragment('autosave-reply', reply, { lang: 'sv', today: asDay('2026-02-10') }));
  });
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => {
      resolve(listening);
    });
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    posted,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

import type { Request, RequestHandler, Response } from 'express';
import { paramsHold } from './match';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import type { ApiDeps } from '../deps';
import { isSecure } from '../is-secure';
import { sendRefusal } from '../middleware/faults';
import { paths } from '../paths';
import { takeReceipt } from '../posts/receipt';
import type { FeedRoute, FileContent, FileRoute, PageRoute, ReadRoute } from '../route';
import { askRoute, showPage, type Asked } from './show-page';
import { visitOf } from '../visit';

/** Serves a declared route as what it is: a page, a file or a feed. */
export function serve(deps: ApiDeps, route: ReadRoute): RequestHandler {
  return async (req, res) => {
    setCaching(req, res);
    const asked = askedOf(req);
    if (asked === null) {
      await sendRefusal(deps, req, res, refuse('not-found'));
      return;
    }
    switch (route.kind) {
      case 'page':
        return servePage(deps, route, req, res, asked);
      case 'file':
        return serveFile(deps, route, req, res, asked);
      case 'feed':
        return serveFeed(deps, route, req, res, asked);
    }
  };
}

/** The content of a declared page as JSON, by the same permission. */
export function servePageAsJson(deps: ApiDeps, route: PageRoute): RequestHandler {
  return async (req, res) => {
    setCaching(req, res);
    const asked = askedOf(req);
    const answer =
      asked === null
        ? refuse('not-found')
        : await askRoute(deps, visitOf(req), route, asked, (_context, content) =>
            Promise.resolve({ ok: true as const, content: { ...content, read: undefined } }),
          );
    if (!answer.ok) {
      await sendRefusal(deps, req, res, answer);
      return;
    }
    res.set('Content-Language', visitOf(req).lang).json(answer.content);
  };
}

async function servePage(
  deps: ApiDeps,
  route: PageRoute,
  req: Request,
  res: Response,
  asked: Asked,
): Promise<void> {
  const visit = visitOf(req);
  const flash = takeReceipt(req, res, deps.sealer, isSecure(deps), visit.lang);
  const shown = await showPage(deps, visit, route, asked, { flash });
  if ('html' in shown) res.type('html').send(shown.html);
  else await readerRefused(deps, req, res, shown);
}

async function serveFile(
  deps: ApiDeps,
  route: FileRoute,
  req: Request,
  res: Response,
  asked: Asked,
): Promise<void> {
  const found = await askRoute(deps, visitOf(req), route, asked, (_context, content: FileContent) =>
    Promise.resolve({ ok: true as const, file: content }),
  );
  if (!found.ok) {
    await readerRefused(deps, req, res, found);
    return;
  }
  const { bytes, mediaType, name, sha256, download } = found.file;
  if (sha256 !== undefined)
    res
      .set('ETag', `"${sha256}"`)
      .set('Cache-Control', `${visitOf(req).session === null ? 'public' : 'private'}, no-cache`);
  res
    .type(mediaType)
    .set('Content-Disposition', disposition(download === true ? 'attachment' : 'inline', name));
  res.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

async function serveFeed(
  deps: ApiDeps,
  route: FeedRoute,
  req: Request,
  res: Response,
  asked: Asked,
): Promise<void> {
  const found = await askRoute(deps, visitOf(req), route, asked, (_context, content) =>
    Promise.resolve({ ok: true as const, content }),
  );
  if (found.ok) res.type(found.content.mediaType).send(found.content.body);
  else await sendRefusal(deps, req, res, found);
}

/** Who only has to sign in is led there and back again. */
async function readerRefused(deps: ApiDeps, req: Request, res: Response, refusal: Refusal): Promise<void> {
  if (refusal.code === 'sign-in-needed') res.redirect(303, paths.signIn.to({}, { till: req.originalUrl }));
  else await sendRefusal(deps, req, res, refusal);
}

/** The name as every browser reads it (RFC 6266): plain letters, and the whole name beside. */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '');
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

/** What a signed-in person reads is kept nowhere; what everyone may read is asked for anew each time. */
function setCaching(req: Request, res: Response): void {
  const open = visitOf(req).session === null;
  res.set('Cache-Control', open ? 'no-cache' : 'no-store').vary('Cookie');
}

function askedOf(req: Request): Asked | null {
  const params = Object.fromEntries(Object.entries(req.params).map(([name, value]) => [name, String(value)]));
  return paramsHold(params) ? { address: req.originalUrl, params, query: req.query } : null;
}

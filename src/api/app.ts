import cookieParser from 'cookie-parser';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { refuse } from '../domain/refusals/refusal';
import type { ApiDeps } from './deps';
import { isSecure } from './is-secure';
import { inMatchingOrder, matcher } from './serving/match';
import { visits } from './middleware/begin-visit';
import { faults, sendRefusal } from './middleware/faults';
import { requestLog } from './middleware/request-log';
import { refusesOrigin } from './middleware/same-origin';
import { securityHeaders } from './middleware/security-headers';
import { health } from './operations/health';
import { metrics } from './operations/metrics';
import { peoplePosts, type Fields, type PostRoute } from './pages/people/posts';
import { trainingDayPost } from './pages/training/training-day';
import type { Pages } from './pages/people/go-on';
import { commandApiPath, commandPath } from './paths';
import { postCommand } from './posts/post-command';
import { attempting, noteRefusedAct } from './posts/refused-act';
import { sameToken } from './posts/same-token';
import { assetsPath } from './render/manifest';
import { choosePreferences } from './render/preferences';
import { postCommandAsJson } from './rest/command-posts';
import { errorsAsJson, openApiAsJson } from './rest/documents';
import { askForLinkAsJson, endSessionAsJson, openSessionAsJson, showSessionAsJson } from './rest/session';
import type { PageRoute } from './route';
import { readRoutes } from './routes';
import { serve, servePageAsJson } from './serving/serve';
import { visitOf } from './visit';

const FORM_LIMIT = '1mb';
/** A sign-in form may hold a whole form that waits, sealed. */
const SIGN_IN_LIMIT = '3mb';
const YEAR = '365d';

/** Forms that are no commands of the case: signing in, and the day of the demo county. */
const ownPosts: readonly PostRoute[] = [...peoplePosts, trainingDayPost];

/** The whole of what the api process answers. */
export function createApp(deps: ApiDeps): Express {
  const app = express();
  const secure = isSecure(deps);
  const pages: Pages = matcher(readRoutes.filter((route): route is PageRoute => route.kind === 'page'));
  app
    .disable('x-powered-by')
    .set('trust proxy', deps.settings.trustedProxies)
    .set('query parser', 'simple')
    .set('case sensitive routing', true);
  app.use(securityHeaders(secure));
  app.use(
    assetsPath,
    express.static(deps.settings.assetsDir, { immutable: true, maxAge: YEAR, index: false, redirect: false }),
  );
  app.get('/health', health(deps));
  app.get('/metrics', fromHere, metrics(deps));
  app.use(cookieParser(), visits(deps), requestLog(deps.log), choosePreferences({ secure }));

  const signInForm = express.urlencoded({ extended: false, limit: SIGN_IN_LIMIT });
  for (const post of ownPosts)
    app.post(post.path, attempting(post.auditEvent), signInForm, handlePost(deps, post, pages));
  const form = express.urlencoded({ extended: false, limit: FORM_LIMIT, parameterLimit: 5000 });
  const json = express.json({ limit: FORM_LIMIT });
  app.post(commandPath.pattern, form, postCommand(deps, pages));
  app.post(commandApiPath.pattern, json, postCommandAsJson(deps));
  app.post('/api/session/link', attempting('openSignInLink'), json, askForLinkAsJson(deps));
  app.get('/api/openapi.json', openApiAsJson());
  app.get('/api/errors', errorsAsJson());
  app
    .post('/api/session', attempting('signIn'), json, openSessionAsJson(deps))
    .get('/api/session', showSessionAsJson())
    .delete('/api/session', endSessionAsJson(deps));
  for (const route of inMatchingOrder(readRoutes)) {
    app.get(route.path, serve(deps, route));
    if (route.kind === 'page') app.get(`/api${route.path}`, servePageAsJson(deps, route));
  }
  for (const [path, allowed] of allowedMethods()) app.all(path, otherMethod(deps, allowed));
  app.use((req: Request, res: Response) => sendRefusal(deps, req, res, refuse('not-found')));
  app.use(faults(deps));
  return app;
}

/** Every known address and how it may be asked; anything else there is 405 with `Allow`. */
export function allowedMethods(): Map<string, readonly string[]> {
  const reading = ['GET', 'HEAD'];
  const allowed = new Map<string, readonly string[]>([
    [commandPath.pattern, ['POST']],
    [commandApiPath.pattern, ['POST']],
    ['/api/session', ['GET', 'HEAD', 'POST', 'DELETE']],
    ['/api/session/link', ['POST']],
    ['/api/openapi.json', reading],
    ['/api/errors', reading],
    ['/health', reading],
    ['/metrics', reading],
  ]);
  for (const route of inMatchingOrder(readRoutes)) {
    allowed.set(route.path, reading);
    if (route.kind === 'page') allowed.set(`/api${route.path}`, reading);
  }
  for (const { path } of ownPosts) allowed.set(path, [...(allowed.get(path) ?? []), 'POST']);
  return allowed;
}

function otherMethod(deps: ApiDeps, allowed: readonly string[]): RequestHandler {
  return async (req, res) => {
    const methods = [...allowed, 'OPTIONS'].join(', ');
    res.set('Allow', methods);
    if (req.method === 'OPTIONS') res.status(204).end();
    else await sendRefusal(deps, req, res, refuse('method-not-allowed', { allowed: methods }));
  };
}

/** The pages around signing in: another site's form is refused, and a signed-in act carries the session's token. */
function handlePost(deps: ApiDeps, post: PostRoute, pages: Pages): RequestHandler {
  return async (req, res) => {
    res.set('Cache-Control', 'no-store');
    const { session } = visitOf(req);
    const fields = fieldsOf(req.body);
    const foreign = refusesOrigin(req, deps.settings.publicUrl);
    const missing = post.permission === 'signedIn' && session === null ? refuse('sign-in-needed') : null;
    const stale =
      post.permission === 'signedIn' &&
      session !== null &&
      post.needsToken &&
      !sameToken(fields['_csrf'], session.csrfToken)
        ? refuse('form-expired')
        : null;
    const refusal = foreign ?? missing ?? stale;
    if (refusal === null) await post.handle(deps, req, res, fields, pages);
    else {
      await noteRefusedAct(deps, req, post.auditEvent, refusal);
      await sendRefusal(deps, req, res, refusal);
    }
  };
}

function fieldsOf(body: unknown): Fields {
  if (body === null || typeof body !== 'object') return {};
  return Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) => [
      name,
      String(value).replaceAll('\0', ''),
    ]),
  );
}

/** Figures of the installation are for its own monitoring on the same machine, not for the network. */
const fromHere: RequestHandler = (req, res, next) => {
  const address = req.socket.remoteAddress ?? '';
  const direct = req.get('x-forwarded-for') === undefined && req.get('forwarded') === undefined;
  if (direct && (address === '::1' || /^(::ffff:)?127\./.test(address))) next();
  else res.status(404).end();
};

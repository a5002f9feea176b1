import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { UploadField } from '../../contracts/upload';
import { exposedCommands } from '../commands';
import type { ExposedCommand } from '../exposed-command';
import type { PageRoute, ReadRoute } from '../route';
import { LONGEST_PART } from '../serving/match';
import { readRoutes } from '../routes';
import { keyPattern } from './command-posts';
import { LinkAnswer, LinkRequest, SessionAnswer, SessionRequest } from './session';

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    rule: z.string().optional(),
    reference: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457; `code` is one of docs/errors.md' });

const Page = z
  .object({
    title: z.string(),
    heading: z.looseObject({}).optional(),
    nextStep: z.looseObject({}).optional(),
    missing: z.looseObject({}).optional(),
    breadcrumbs: z.array(z.object({ text: z.string(), href: z.string() })).optional(),
    owner: z.string().optional(),
    view: z.looseObject({}),
  })
  .meta({ id: 'Page', description: 'What a page shows, in finished words' });

const problem = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: Problem } },
} as const;
/** Files and feeds stand at the addresses that people follow: who may not have one is shown a page that says why. */
const refusalPage = {
  description: 'Refused, or sent to sign in',
  content: { 'text/html': { schema: z.string() } },
} as const;
const signedIn = [{ session: [] }];

const idempotencyKey = z.string().regex(keyPattern).optional().meta({
  description: 'A repeat with the same key and input gets the first result',
});
/** JSON from another site is stopped by the browser; a form with files is not. */
const csrfToken = z.string().max(100).meta({ description: 'csrfToken of /api/session' });

/** The OpenAPI 3.1 document of everything under `/api`, made from the contracts and the declared routes. */
export function openApiDocument(): ReturnType<typeof createDocument> {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Samråd',
      version: '1',
      description:
        'All that a page can do. Sign in by POST /api/session, which sets the cookie. Accept-Language chooses sv or en.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    security: signedIn,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'samrad' } } },
    paths: { ...sessionPaths, ...commandPaths(), ...pagePaths(), ...fileAndFeedPaths() },
  });
}

/** The document as docs/openapi.json holds it. */
export function openApiText(): string {
  return `${JSON.stringify(openApiDocument(), null, 2)}\n`;
}

const sessionPaths: ZodOpenApiPathsObject = {
  '/api/session': {
    post: {
      operationId: 'openSession',
      summary: 'Sign in with a password or with the token of a mailed link; sets the cookie',
      security: [],
      requestBody: { required: true, content: { 'application/json': { schema: SessionRequest } } },
      responses: {
        200: { description: 'Signed in', content: { 'application/json': { schema: SessionAnswer } } },
        default: problem,
      },
    },
    get: {
      operationId: 'showSession',
      summary: 'Who is signed in',
      responses: {
        200: { description: 'Signed in', content: { 'application/json': { schema: SessionAnswer } } },
        default: problem,
      },
    },
    delete: {
      operationId: 'endSession',
      summary: 'Sign out',
      responses: { 204: { description: 'Signed out' }, default: problem },
    },
  },
  '/api/session/link': {
    post: {
      operationId: 'askForSignInLink',
      summary: 'Mail a link that signs in once, if the address has an account; its last part is the token',
      security: [],
      requestBody: { required: true, content: { 'application/json': { schema: LinkRequest } } },
      responses: {
        202: {
          description: 'The same whether the address has an account or not; minutes that a link is good for',
          content: { 'application/json': { schema: LinkAnswer } },
        },
        default: problem,
      },
    },
  },
};

function commandPaths(): ZodOpenApiPathsObject {
  return Object.fromEntries(
    exposedCommands.map((command) => [`/api/commands/${command.name}`, { post: commandPost(command) }]),
  );
}

function commandPost(command: ExposedCommand): ZodOpenApiOperationObject {
  const mediaType = hasFile(command.input) ? 'multipart/form-data' : 'application/json';
  return {
    operationId: command.name,
    summary: command.summary,
    tags: [command.kind === 'step' ? 'steps' : 'edits'],
    ...(command.byLink ? { security: [] } : {}),
    requestParams: {
      header: z.object({
        'Idempotency-Key': idempotencyKey,
        ...(mediaType === 'multipart/form-data' ? { 'X-CSRF-Token': csrfToken } : {}),
      }),
    },
    requestBody: { required: true, content: { [mediaType]: { schema: command.input } } },
    responses: {
      200: {
        description: 'Done and committed',
        content: { 'application/json': { schema: z.object({ result: command.result }) } },
      },
      default: problem,
    },
  };
}

function pagePaths(): ZodOpenApiPathsObject {
  const pages = readRoutes.filter((route): route is PageRoute => route.kind === 'page');
  return Object.fromEntries(
    pages.map((route) => [
      openApiPath(`/api${route.path}`),
      {
        get: {
          ...reading(route),
          responses: {
            200: { description: 'The page', content: { 'application/json': { schema: Page } } },
            default: problem,
          },
        },
      },
    ]),
  );
}

function fileAndFeedPaths(): ZodOpenApiPathsObject {
  const files = readRoutes.filter((route) => route.kind !== 'page');
  return Object.fromEntries(
    files.map((route) => [
      openApiPath(route.path),
      {
        get: { ...reading(route), responses: { 200: { description: 'The content' }, default: refusalPage } },
      },
    ]),
  );
}

function reading(route: ReadRoute): Omit<ZodOpenApiOperationObject, 'responses'> {
  const names = [...route.path.matchAll(/:(\w+)/g)].map((found) => found[1] ?? '');
  const params = z.object(
    Object.fromEntries(
      names.map((name) => [name, name.endsWith('Id') ? z.uuid() : z.string().max(LONGEST_PART)]),
    ),
  );
  return {
    operationId: `${route.auditEvent}_${route.kind}`,
    summary: `${route.kind}: ${route.auditEvent}`,
    tags: ['reading'],
    ...(route.permission === 'public' ? { security: [] } : {}),
    requestParams: {
      ...(names.length === 0 ? {} : { path: params }),
      ...(route.query instanceof z.ZodObject && Object.keys(route.query.shape).length > 0
        ? { query: route.query }
        : {}),
    },
  };
}

function openApiPath(pattern: string): string {
  return pattern.replace(/:(\w+)/g, '{$1}');
}

function hasFile(schema: unknown): boolean {
  if (schema === UploadField) return true;
  if (schema instanceof z.ZodObject) return Object.values(schema.shape).some(hasFile);
  if (schema instanceof z.ZodArray) return hasFile(schema.element);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return hasFile(schema.unwrap());
  return false;
}

import { z } from 'zod';
import type { Subject } from '../commands/runner/command';
import type { Runner } from '../commands/runner/run';
import type { Actor } from '../contracts/actor';
import { may } from '../domain/access/may';
import { maySomewhere } from '../domain/access/may-somewhere';
import type { Act } from '../domain/access/acts';
import type { AccessObject } from '../domain/access/capacities';
import { refuse, type Refusal, type Verdict } from '../domain/refusals/refusal';
import type { ReadContext } from './context';
import type { Path, PathParams } from './paths';
import type { PageShell } from './render/shell';

/**
 * Who may read: everyone, everyone signed in, or whoever may do the act on the object that the address names.
 * `object` finds that object (or refuses `not-found`) in the view's own transaction; `somewhere` is for lists over all
 * bodies, whose rows the query then picks by the same act.
 */
export type Permission<Params> =
  | 'public'
  | 'signedIn'
  | {
      readonly act: Act;
      readonly object: (context: ReadContext, params: Params) => Promise<AccessObject | Refusal>;
    }
  | { readonly act: Act; readonly somewhere: true };

/** What reading leads to, such as that the papers are noted as opened: a command, run when the reading is done. */
export type AfterReading = (run: Runner, actor: Actor) => Promise<unknown>;

/** What a view gives: finished words for the page's frame and its own content. */
export interface PageContent<View extends object> extends Pick<
  PageShell,
  'title' | 'heading' | 'nextStep' | 'missing' | 'breadcrumbs' | 'owner'
> {
  readonly view: View;
  /** Set where reading itself is logged, such as closed papers (M-4). */
  readonly read?: Subject;
  readonly after?: AfterReading;
}

export interface FileContent {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** The name it is saved under, with its ending. */
  readonly name: string;
  /** SHA-256 in hex, where the bytes are a stored version. */
  readonly sha256?: string;
  /** Offered for saving instead of shown. */
  readonly download?: boolean;
  readonly read?: Subject;
  readonly after?: AfterReading;
}

export interface FeedContent {
  readonly body: string;
  /** With its character set: "text/calendar; charset=utf-8". */
  readonly mediaType: string;
}

interface Declared {
  readonly path: string;
  /** The act of the audit log when reading is refused, or logged; a verb such as 'readMeeting'. */
  readonly auditEvent: string;
  /** 'public', 'signedIn' or the act, for lists of routes. */
  readonly permission: Act | 'public' | 'signedIn';
  /** The act is asked of any body at all: a list over all of them. */
  readonly somewhere: boolean;
}

type Ask<Content> = (
  context: ReadContext,
  params: Readonly<Record<string, string>>,
  query: unknown,
) => Promise<Content | Refusal>;

export interface PageRoute extends Declared {
  readonly kind: 'page';
  readonly template: string;
  readonly audience: PageShell['audience'];
  readonly query: z.ZodType;
  readonly ask: Ask<PageContent<object>>;
}

export interface FileRoute extends Declared {
  readonly kind: 'file';
  readonly query: z.ZodType;
  readonly ask: Ask<FileContent>;
}

export interface FeedRoute extends Declared {
  readonly kind: 'feed';
  readonly query: z.ZodType;
  readonly ask: Ask<FeedContent>;
}

/** What is read. Commands are posted to one address for all of them (`commands.ts`). */
export type ReadRoute = PageRoute | FileRoute | FeedRoute;

interface Declaration<Pattern extends string, Query, Content> {
  readonly path: Path<Pattern>;
  readonly permission: Permission<PathParams<Pattern>>;
  readonly auditEvent: string;
  /** The query of the address, such as a list's filter; without it the query is not looked at. */
  readonly query?: z.ZodType<Query>;
  readonly view: (
    context: ReadContext,
    params: PathParams<Pattern>,
    query: Query,
  ) => Promise<Content | Refusal>;
}

/**
 * Declares a page. Its permission is asked before the view; the view gives finished words or a refusal.
 * The same content is served as JSON at `/api` + path.
 */
export function page<
  const Pattern extends string,
  View extends object,
  Query = Readonly<Record<string, never>>,
>(
  declaration: Declaration<Pattern, Query, PageContent<View>> & {
    /** Below templates/pages, without ending: 'meetings/show'. */
    readonly template: string;
    readonly audience?: PageShell['audience'];
  },
): PageRoute {
  const { template, audience = 'work' } = declaration;
  return { kind: 'page', template, audience, ...declared(declaration) };
}

/** Declares a download: a stored document version or another file. */
export function file<const Pattern extends string, Query = Readonly<Record<string, never>>>(
  declaration: Declaration<Pattern, Query, FileContent>,
): FileRoute {
  return { kind: 'file', ...declared(declaration) };
}

/** Declares a feed that other programs read: iCalendar, RSS, JSON. */
export function feed<const Pattern extends string, Query = Readonly<Record<string, never>>>(
  declaration: Declaration<Pattern, Query, FeedContent>,
): FeedRoute {
  return { kind: 'feed', ...declared(declaration) };
}

function declared<Pattern extends string, Query, Content>(declaration: Declaration<Pattern, Query, Content>) {
  const { permission, view, auditEvent } = declaration;
  const ask: Ask<Content> = async (context, params, query) => {
    const known = params as PathParams<Pattern>;
    const barred = await refusesReader(permission, context, known);
    return barred ?? view(context, known, query as Query);
  };
  return {
    path: declaration.path.pattern,
    auditEvent,
    permission: typeof permission === 'string' ? permission : permission.act,
    somewhere: typeof permission !== 'string' && 'somewhere' in permission,
    query: declaration.query ?? z.object({}),
    ask,
  };
}

async function refusesReader<Params>(
  permission: Permission<Params>,
  context: ReadContext,
  params: Params,
): Promise<Refusal | null> {
  if (permission === 'public') return null;
  if (context.holder === null) return refuse('sign-in-needed');
  if (permission === 'signedIn') return null;
  const verdict = await verdictOf(permission, context, params);
  return verdict.ok ? null : verdict;
}

async function verdictOf<Params>(
  permission: Exclude<Permission<Params>, string>,
  context: ReadContext,
  params: Params,
): Promise<Verdict> {
  const { holder, today } = context;
  if ('somewhere' in permission) return maySomewhere(holder, permission.act, today);
  const object = await permission.object(context, params);
  return 'ok' in object ? object : may(holder, permission.act, object, today);
}

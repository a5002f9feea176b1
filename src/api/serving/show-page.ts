import { writeAudit } from '../../commands/runner/audit';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import { ruleText } from '../../i18n/rules';
import type { PostedForm, ReadContext } from '../context';
import type { ApiDeps } from '../deps';
import { textFaultOf } from '../middleware/safe-text';
import type { FieldError, Notice } from '../render/components';
import type { PageShell } from '../render/shell';
import { reading } from './reading';
import { refusalWords } from '../refusal-words';
import type { FeedContent, FileContent, PageContent, PageRoute, ReadRoute } from '../route';
import { buildShell } from '../shell/build-shell';
import { errorsOf } from '../posts/error-summary';
import { actorOf, type Visit } from '../visit';

/** Which page, with the parts of its address. */
export interface Asked {
  readonly address: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
}

export interface Shown {
  readonly ok: true;
  readonly html: string;
}

/** A declared page as HTML, or why not. @param form the page's own form that was just refused */
export async function showPage(
  deps: ApiDeps,
  visit: Visit,
  route: PageRoute,
  asked: Asked,
  extra: { readonly flash?: Notice | undefined; readonly form?: PostedForm | undefined } = {},
): Promise<Shown | Refusal> {
  return askRoute(
    deps,
    visit,
    route,
    asked,
    async (context, content: PageContent<object>) => {
      const errors = extra.form === undefined ? undefined : errorsOf(visit.lang, extra.form);
      const frame = { address: asked.address, audience: route.audience, flash: extra.flash, errors };
      const shell = await buildShell(context, visit, content, frame);
      const html = deps.renderer.render(route.template, content.view, { lang: visit.lang, shell });
      return { ok: true as const, html };
    },
    extra.form,
  );
}

type ContentOf<Route extends ReadRoute> = Route extends PageRoute
  ? PageContent<object>
  : Route extends { kind: 'file' }
    ? FileContent
    : FeedContent;

/**
 * Asks a route's permission and view in one read transaction. A refusal leaves an audit row, and so does a reading
 * that the view says is to be logged.
 */
export async function askRoute<Route extends ReadRoute, Answer>(
  deps: ApiDeps,
  visit: Visit,
  route: Route,
  asked: Asked,
  then: (context: ReadContext, content: ContentOf<Route>) => Promise<Answer>,
  form?: PostedForm,
): Promise<Answer | Refusal> {
  const query = route.query.safeParse(asked.query);
  const fault = textFaultOf(asked.params) ?? textFaultOf(asked.query);
  if (!query.success || fault !== null) return refuse('address-invalid');
  const answer = await reading(
    deps,
    visit,
    async (context) => {
      const content = await route.ask(context, asked.params, query.data);
      if ('ok' in content) return { refusal: content };
      const read = 'read' in content ? content.read : undefined;
      const after = 'after' in content ? content.after : undefined;
      return { answer: await then(context, content as ContentOf<Route>), read, after };
    },
    form,
  );
  if (answer.refusal !== undefined) {
    await note(deps, visit, route, 'refused', answer.refusal.code);
    return answer.refusal;
  }
  if (answer.read !== undefined) await note(deps, visit, route, 'read', undefined, answer.read);
  await answer.after?.(deps.run, actorOf(visit));
  return answer.answer;
}

async function note(
  deps: ApiDeps,
  visit: Visit,
  route: ReadRoute,
  result: 'refused' | 'read',
  code: Refusal['code'] | undefined,
  subject?: { readonly kind: string; readonly id: string; readonly authorityId: string },
): Promise<void> {
  // A visitor who only has to sign in first has attempted nothing yet.
  if (code === 'sign-in-needed') return;
  const happenedAt = await deps.clock.now();
  const row = {
    actor: actorOf(visit),
    act: route.auditEvent,
    result,
    code,
    subject,
    happenedAt,
    traceId: visit.traceId,
  };
  await writeAudit(deps.em.fork(), row);
}

/** A page outside the declared ones, such as an answer to a posted form. */
export async function freePage(
  deps: ApiDeps,
  visit: Visit,
  page: {
    readonly template: string;
    readonly address: string;
    readonly audience?: PageShell['audience'];
    readonly errors?: readonly FieldError[];
  },
  contentOf: (context: ReadContext) => Promise<PageContent<object>>,
): Promise<string> {
  return reading(deps, visit, async (context) => {
    const content = await contentOf(context);
    const frame = { address: page.address, audience: page.audience ?? 'work', errors: page.errors };
    const shell = await buildShell(context, visit, content, frame);
    return deps.renderer.render(page.template, content.view, { lang: visit.lang, shell });
  });
}

/** A finished page that says why not, with the way on; what was typed stands on it, so that nothing is lost. */
export async function refusalPage(
  deps: ApiDeps,
  visit: Visit,
  refusal: Refusal,
  address: string,
  extra: {
    readonly backHref?: string | undefined;
    readonly typed?: readonly { readonly name: string; readonly text: string }[];
  } = {},
): Promise<{ readonly status: number; readonly html: string }> {
  const words = refusalWords(visit.lang, refusal);
  const view = {
    sentences: [words.detail],
    rule: words.rule === undefined ? undefined : ruleText(visit.lang, words.rule),
    backHref: extra.backHref,
    typed: extra.typed,
  };
  const html = await freePage(deps, visit, { template: 'general/refusal', address }, () =>
    Promise.resolve({ title: words.title, view }),
  );
  return { status: words.status, html };
}

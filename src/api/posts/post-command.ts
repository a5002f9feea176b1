import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import { dayOf } from '../../domain/time/stockholm';
import { momentClockText } from '../../i18n/dates';
import { text } from '../../i18n/texts';
import { findCommand } from '../commands';
import type { PostedForm } from '../context';
import type { ApiDeps } from '../deps';
import type { ExposedCommand } from '../exposed-command';
import type { Matcher } from '../serving/match';
import { sendRefusal } from '../middleware/faults';
import { textFaultOf } from '../middleware/safe-text';
import { refusesOrigin } from '../middleware/same-origin';
import { isSecure } from '../is-secure';
import { signInAnswer } from '../pages/people/sign-in-answer';
import { localAddress } from '../paths';
import { refusalWords } from '../refusal-words';
import type { PageRoute } from '../route';
import { refusalPage, showPage } from '../serving/show-page';
import { actorOf, visitOf, type Visit } from '../visit';
import { faultsOf, inWords, type FieldFault } from './field-faults';
import { fit } from './fit';
import { treeOf, typedOf } from './form-tree';
import { readForm, type PostedFields } from './read-form';
import { factsOf, leaveReceipt } from './receipt';
import { noteRefusedAct } from './refused-act';
import { sameToken } from './same-token';

/** One posted form on its way through: read, known, allowed, run, answered. */
interface Posting {
  readonly deps: ApiDeps;
  readonly pages: Matcher<PageRoute>;
  readonly req: Request;
  readonly res: Response;
  readonly visit: Visit;
  readonly command: ExposedCommand;
  readonly posted: PostedFields;
  /** The page that the form stands on. */
  readonly page: string;
}

/** `POST /gor/:command`: does what a form of any page asks for, and shows the page again when it is refused. */
export function postCommand(deps: ApiDeps, pages: Matcher<PageRoute>) {
  return async (req: Request, res: Response): Promise<void> => {
    res.set('Cache-Control', 'no-store');
    const command = findCommand(String(req.params['command']));
    const foreign = refusesOrigin(req, deps.settings.publicUrl);
    if (foreign !== null || command === undefined) {
      if (foreign !== null && command !== undefined) await noteRefusedAct(deps, req, command.name, foreign);
      await sendRefusal(deps, req, res, foreign ?? refuse('command-unknown'));
      return;
    }
    const visit = visitOf(req);
    const { session } = visit;
    const posted = await readForm(req, {
      known: session !== null,
      mayHandIn: ({ _csrf: token }) => session !== null && sameToken(token, session.csrfToken),
    });
    try {
      const page = localAddress(posted.values['_page'], refererOf(req));
      await answer({ deps, pages, req, res, visit, command, posted, page });
    } finally {
      await posted.done();
    }
  };
}

async function answer(posting: Posting): Promise<void> {
  const { deps, visit, command, posted } = posting;
  // The token may stand in what was not read.
  if (posted.refusal?.code === 'body-too-large') {
    await refused(posting, posted.refusal);
    return;
  }
  if (visit.session === null && !command.byLink) {
    await signInFirst(posting);
    return;
  }
  if (visit.session !== null && !sameToken(posted.values['_csrf'], visit.session.csrfToken)) {
    await refused(posting, refuse('form-expired'));
    return;
  }
  const input = fit(command.input, treeOf({ ...posted.values, ...posted.uploads }));
  const unreadable = posted.refusal ?? (textFaultOf(input) === null ? null : refuse('request-unreadable'));
  if (unreadable !== null) {
    await refused(posting, unreadable);
    return;
  }
  const faults = faultsOf(visit.lang, command.input, input);
  const key = keyOf(posted);
  const done = await command.run(deps.run, actorOf(visit), input, {
    traceId: visit.traceId,
    ...(key === undefined ? {} : { key }),
  });
  if (done.ok) await succeeded(posting, done.result);
  else await shownAgain(posting, inWords(done, faults), faults);
}

async function succeeded(posting: Posting, result: unknown): Promise<void> {
  const { deps, req, res, visit, command, posted, page } = posting;
  const facts = factsOf(result);
  if (req.get('hx-request') === 'true') {
    const saved = text(visit.lang, 'components.saved', {
      time: momentClockText(visit.lang, await deps.clock.now()),
    });
    const view = {
      text: saved,
      version: facts['version'],
      versionId: String(posted.values['_versionId'] ?? 'version'),
    };
    res.type('html').send(await fragment(posting, 'autosave-reply', view));
    return;
  }
  const next = String(posted.values['_next'] ?? page).replace(/\{(\w+)\}/g, (_match, name: string) =>
    encodeURIComponent(String(facts[name] ?? '')),
  );
  leaveReceipt(res, deps.sealer, isSecure(deps), command.receipt, facts);
  res.redirect(303, localAddress(next, page));
}

/** Refused before the command was asked: the attempt leaves its audit row here. */
async function refused(posting: Posting, refusal: Refusal): Promise<void> {
  await noteRefusedAct(posting.deps, posting.req, posting.command.name, refusal);
  await shownAgain(posting, refusal, []);
}

/** The page again with its status, what is wrong and what was typed; or a page that says why and holds the text. */
async function shownAgain(posting: Posting, refusal: Refusal, faults: readonly FieldFault[]): Promise<void> {
  const { deps, pages, req, res, visit, command, posted, page } = posting;
  const { status, detail } = refusalWords(visit.lang, refusal);
  if (req.get('hx-request') === 'true') {
    // A text that two have written: the button posts the form, and its page shows both.
    const stopped = refusal.code === 'stale-version' && posted.values['_versionId'] !== undefined;
    const said = stopped
      ? await fragment(posting, 'autosave-stopped', {})
      : await fragment(posting, 'notice', { tone: 'warning', text: detail });
    res.status(status).type('html').send(said);
    return;
  }
  const form: PostedForm = {
    command: command.name,
    values: posted.values,
    refusal,
    faults: new Map(faults.map((fault) => [fault.field, fault.detail])),
  };
  const shown = await pageAgain(deps, visit, pages, page, form);
  if (shown !== null) {
    res.status(status).type('html').send(shown);
    return;
  }
  const typed = typedOf(posted.values);
  const why = await refusalPage(deps, visit, refusal, page, {
    backHref: page,
    ...(typed.length === 0 ? {} : { typed }),
  });
  res.status(why.status).type('html').send(why.html);
}

/** The page that a form stands on, with the form's texts; null when there is none or the reader may not see it. */
export async function pageAgain(
  deps: ApiDeps,
  visit: Visit,
  pages: Matcher<PageRoute>,
  page: string,
  form: PostedForm,
): Promise<string | null> {
  const url = new URL(page, 'http://local.invalid');
  const found = pages.find(url.pathname);
  if (found === null) return null;
  const asked = {
    address: url.pathname + url.search,
    params: found.params,
    query: Object.fromEntries(url.searchParams),
  };
  const shown = await showPage(deps, visit, found.target, asked, { form });
  return 'html' in shown ? shown.html : null;
}

/** Nobody is signed in any more: the sign-in page keeps the text until its writer is back. */
async function signInFirst(posting: Posting): Promise<void> {
  const { deps, req, res, visit, command, posted, page } = posting;
  await noteRefusedAct(deps, req, command.name, refuse('sign-in-needed'));
  if (req.get('hx-request') === 'true') {
    const words = text(visit.lang, 'people.sessionOverKeepPage');
    res
      .status(401)
      .type('html')
      .send(await fragment(posting, 'notice', { tone: 'warning', text: words }));
    return;
  }
  const values = Object.fromEntries(Object.entries(posted.values).filter(([name]) => name !== '_csrf'));
  const kept = {
    command: command.name,
    page,
    values,
    hadFiles: posted.hadFiles,
    personId: visit.endedSessionOf,
  };
  res
    .status(401)
    .type('html')
    .send(await signInAnswer(deps, visit, { returnTo: page, kept }));
}

async function fragment(posting: Posting, name: string, view: object): Promise<string> {
  const { deps, visit } = posting;
  const today = dayOf(await deps.clock.now());
  return deps.renderer.renderFragment(name, view, { lang: visit.lang, today });
}

/**
 * A form that was sent twice by mistake, such as by a double click, carries the same key and the same words twice: one act.
 * Other words from the same form are another act, as when a text is saved again and again while it is written.
 */
function keyOf(posted: PostedFields): string | undefined {
  const { _key: key, ...words } = posted.values;
  if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key)) return undefined;
  const files = Object.values(posted.uploads)
    .flat()
    .map(({ sha256 }) => sha256);
  return `${key}/${createHash('sha256')
    .update(JSON.stringify([words, files]))
    .digest('hex')
    .slice(0, 32)}`;
}

function refererOf(req: Request): string {
  try {
    const url = new URL(req.get('referer') ?? '');
    return url.host === req.get('host') ? localAddress(url.pathname + url.search, '/') : '/';
  } catch {
    return '/';
  }
}

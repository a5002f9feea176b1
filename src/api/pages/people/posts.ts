import type { Request, Response } from 'express';
import { signInAs } from '../../../commands/people/sign-in-as';
import { signOut } from '../../../commands/people/sign-out';
import { refuse } from '../../../domain/refusals/refusal';
import { text } from '../../../i18n/texts';
import type { ApiDeps } from '../../deps';
import { isSecure } from '../../is-secure';
import { sendRefusal } from '../../middleware/faults';
import { localAddress, paths } from '../../paths';
import { faultsOf, inWords } from '../../posts/field-faults';
import { noteRefusedAct } from '../../posts/refused-act';
import { refusalWords } from '../../refusal-words';
import { clearSessionCookie, newToken, SESSION_HOURS, setSessionCookie } from '../../session-cookie';
import { freePage } from '../../serving/show-page';
import { actorOf, visitOf } from '../../visit';
import { goOn, type Pages } from './go-on';
import { signInAnswer } from './sign-in-answer';
import { askForLink, LINK_MINUTES, linkSignIn, passwordSignIn } from './sign-in-steps';

/** A posted form of these pages: its texts by name. */
export type Fields = Readonly<Record<string, string>>;

/** What is done at an address that is posted to. */
export interface PostRoute {
  readonly path: string;
  readonly permission: 'public' | 'signedIn';
  readonly auditEvent: string;
  /** Set where the session's token has to come with the form. */
  readonly needsToken: boolean;
  readonly handle: (
    deps: ApiDeps,
    req: Request,
    res: Response,
    fields: Fields,
    pages: Pages,
  ) => Promise<void>;
}

const signInPost: PostRoute = {
  path: paths.signIn.pattern,
  permission: 'public',
  auditEvent: 'signIn',
  needsToken: false,
  handle: async (deps, req, res, fields, pages) => {
    const done = await passwordSignIn(deps, req, {
      email: fields['email'] ?? '',
      password: fields['password'] ?? '',
    });
    if (done.ok) {
      setSessionCookie(res, done.token, isSecure(deps));
      await goOn(deps, req, res, pages, {
        personId: done.personId,
        returnTo: fields['returnTo'],
        kept: fields['kept'],
        csrfToken: done.csrfToken,
      });
      return;
    }
    const visit = visitOf(req);
    const words = refusalWords(visit.lang, done);
    const state = {
      returnTo: fields['returnTo'],
      email: fields['email'] ?? '',
      fault: words.detail,
      ...keptIn(fields),
    };
    res
      .status(words.status)
      .type('html')
      .send(await signInAnswer(deps, visit, state));
  },
};

const signInAsPost: PostRoute = {
  path: paths.signInAs.pattern,
  permission: 'public',
  auditEvent: 'signInAs',
  needsToken: false,
  handle: async (deps, req, res, fields, pages) => {
    const personId = fields['person'] ?? '';
    const { token, id, csrfToken } = newToken();
    const { lang, traceId } = visitOf(req);
    const input = { personId, session: { id, csrfToken, hours: SESSION_HOURS } };
    const done = deps.settings.demoSignIn
      ? await deps.run(signInAs, { kind: 'system' }, input, { traceId })
      : refuse('not-found');
    if (!done.ok) {
      // The command has left its own row; where it is not asked, the attempt leaves one here.
      if (!deps.settings.demoSignIn) await noteRefusedAct(deps, req, 'signInAs', done);
      await sendRefusal(deps, req, res, inWords(done, faultsOf(lang, signInAs.input, input)));
      return;
    }
    setSessionCookie(res, token, isSecure(deps));
    await goOn(deps, req, res, pages, {
      personId,
      returnTo: fields['returnTo'],
      kept: fields['kept'],
      csrfToken,
    });
  },
};

const linkPost: PostRoute = {
  path: paths.signInLink.pattern,
  permission: 'public',
  auditEvent: 'openSignInLink',
  needsToken: false,
  handle: async (deps, req, res, fields) => {
    const visit = visitOf(req);
    const email = (fields['email'] ?? '').trim();
    const asked = email === '' ? null : await askForLink(deps, req, { email, returnTo: fields['returnTo'] });
    if (asked === null) await noteRefusedAct(deps, req, 'openSignInLink', refuse('input-invalid'));
    if (asked?.ok !== true) {
      const linkFault =
        asked === null ? text(visit.lang, 'people.emailMissing') : refusalWords(visit.lang, asked).detail;
      const state = { returnTo: fields['returnTo'], linkFault, ...keptIn(fields) };
      res
        .status(asked === null ? 400 : 429)
        .type('html')
        .send(await signInAnswer(deps, visit, state));
      return;
    }
    // Whether the address has an account is told to nobody: the answer is the same.
    const page = { template: 'people/link-sent', address: paths.signIn.to() };
    const view = {
      email,
      linkMinutes: LINK_MINUTES,
      continueTo: paths.signInContinue.to(),
      ...keptIn(fields),
    };
    const content = { title: text(visit.lang, 'people.linkSentTitle'), view };
    res.type('html').send(await freePage(deps, visit, page, () => Promise.resolve(content)));
  },
};

const useLinkPost: PostRoute = {
  path: paths.useSignInLink.pattern,
  permission: 'public',
  auditEvent: 'useSignInLink',
  needsToken: false,
  handle: async (deps, req, res) => {
    const done = await linkSignIn(deps, req, String(req.params['token']));
    if (!done.ok) {
      await sendRefusal(deps, req, res, done);
      return;
    }
    setSessionCookie(res, done.token, isSecure(deps));
    res.redirect(303, localAddress(done.target, '/'));
  },
};

/** After a link in another window: the form that waited here goes on. */
const continuePost: PostRoute = {
  path: paths.signInContinue.pattern,
  permission: 'signedIn',
  auditEvent: 'continueForm',
  needsToken: false,
  handle: async (deps, req, res, fields, pages) => {
    const { session } = visitOf(req);
    if (session === null) return;
    await goOn(deps, req, res, pages, {
      personId: session.personId,
      returnTo: '/',
      kept: fields['kept'],
      csrfToken: session.csrfToken,
    });
  },
};

const signOutPost: PostRoute = {
  path: paths.signOut.pattern,
  permission: 'signedIn',
  auditEvent: 'signOut',
  needsToken: true,
  handle: async (deps, req, res) => {
    const visit = visitOf(req);
    if (visit.session !== null)
      await deps.run(signOut, actorOf(visit), { sessionId: visit.session.id }, { traceId: visit.traceId });
    clearSessionCookie(res, isSecure(deps));
    res.redirect(303, paths.signIn.to());
  },
};

function keptIn(fields: Fields): { readonly kept?: string } {
  const kept = fields['kept'];
  return kept === undefined || kept === '' ? {} : { kept };
}

export const peoplePosts: readonly PostRoute[] = [
  signInPost,
  signInAsPost,
  linkPost,
  useLinkPost,
  continuePost,
  signOutPost,
];

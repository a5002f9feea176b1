import type { Request, Response } from 'express';
import { refuse } from '../../../domain/refusals/refusal';
import { findCommand } from '../../commands';
import type { ApiDeps } from '../../deps';
import type { Matcher } from '../../serving/match';
import { localAddress } from '../../paths';
import { openForm } from '../../posts/kept-form';
import { typedOf } from '../../posts/form-tree';
import { pageAgain } from '../../posts/post-command';
import type { PageRoute } from '../../route';
import { refusalPage } from '../../serving/show-page';
import { visitOf } from '../../visit';

export type Pages = Matcher<PageRoute>;

/**
 * On after signing in: to where the person wanted, or back to the form that the ended session had left, with every
 * word of it. Nothing is sent by itself: its writer presses the button again.
 */
export async function goOn(
  deps: ApiDeps,
  req: Request,
  res: Response,
  pages: Pages,
  to: {
    readonly personId: string;
    readonly csrfToken: string;
    readonly returnTo: string | undefined;
    readonly kept: string | undefined;
  },
): Promise<void> {
  const kept = openForm(deps.sealer, to.kept, to.personId, Date.now());
  const command = kept === null ? undefined : findCommand(kept.command);
  if (kept === null || command === undefined) {
    res.redirect(303, localAddress(to.returnTo, '/'));
    return;
  }
  const actual = visitOf(req);
  const session = { id: '', personId: to.personId, name: '', csrfToken: to.csrfToken };
  const visit = { ...actual, session, endedSessionOf: null };
  const refusal = refuse(kept.hadFiles ? 'file-not-kept' : 'form-waited');
  const form = { command: command.name, values: kept.values, refusal, faults: new Map<string, string>() };
  const again = await pageAgain(deps, visit, pages, kept.page, form);
  if (again !== null) {
    res.type('html').send(again);
    return;
  }
  const why = await refusalPage(deps, visit, refusal, kept.page, {
    backHref: kept.page,
    typed: typedOf(kept.values),
  });
  res.type('html').send(why.html);
}

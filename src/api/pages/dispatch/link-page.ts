import { linkTokenHash } from '../../../commands/notifications/one-time-links';
import { refuse } from '../../../domain/refusals/refusal';
import { text } from '../../../i18n/texts';
import { readDispatchByLink } from '../../../store/queries/dispatch/dispatch-view';
import type { ReadContext } from '../../context';
import { formFields } from '../../forms';
import { paths } from '../../paths';
import { file, page } from '../../route';
import { dispatchFacts, receiveStep, recipientHeading } from './recipient-page';
import { extractBytes, extractFile, isAwaited } from './words';

/** The recipient's page by the one-time link of the letter: no account is needed. */
export const linkPage = page({
  path: paths.dispatchByLink,
  permission: 'public',
  auditEvent: 'readDispatchByLink',
  template: 'dispatch/by-link',
  audience: 'public',
  view: async (context, { dispatchId, token }) => {
    const { lang } = context;
    const dispatch = await readDispatchByLink(context.em, dispatchId, linkTokenHash(token));
    if (dispatch === null) return refuse('not-found');
    const here = paths.dispatchByLink.to({ dispatchId, token });
    return {
      title: text(lang, 'dispatch.recipientTitle', { name: dispatch.recipientName }),
      heading: recipientHeading(context, dispatch),
      nextStep: receiveStep(context, dispatch),
      view: {
        facts: dispatchFacts(context, dispatch),
        ...(await extractFile(context, dispatch, paths.dispatchFileByLink.to({ dispatchId, token }))),
        ...(isAwaited(dispatch) ? { receive: receiveForm(context, dispatchId, token, here) } : {}),
      },
    };
  },
});

export const linkFile = file({
  path: paths.dispatchFileByLink,
  permission: 'public',
  auditEvent: 'readDispatchFileByLink',
  view: async (context, { dispatchId, token }) => {
    const dispatch = await readDispatchByLink(context.em, dispatchId, linkTokenHash(token));
    return dispatch === null ? refuse('not-found') : extractBytes(context, dispatch);
  },
});

function receiveForm(context: ReadContext, dispatchId: string, token: string, here: string) {
  const form = formFields(context.form, 'confirmReceiptByLink');
  return { id: form.id, postTo: form.postTo, page: here, dispatchId, token };
}

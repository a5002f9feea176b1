import { may } from '../../../domain/access/may';
import { refuse } from '../../../domain/refusals/refusal';
import { dayText, momentText } from '../../../i18n/dates';
import { text } from '../../../i18n/texts';
import {
  dispatchAccess,
  readDispatch,
  type DispatchView,
} from '../../../store/queries/dispatch/dispatch-view';
import type { ReadContext } from '../../context';
import { formFields } from '../../forms';
import { paths } from '../../paths';
import type { DefinitionItem, NextStep } from '../../render/components';
import { file, page } from '../../route';
import { extractBytes, extractFile, extractName, isAwaited, standingTag } from './words';

const ofDispatch = {
  act: 'dispatch.receive' as const,
  object: ({ em }: ReadContext, { dispatchId }: { readonly dispatchId: string }) =>
    dispatchAccess(em, dispatchId),
};

/** One extract to one recipient: read, confirmed and answered by the recipient; mended by the sender's secretary. */
export const recipientPage = page({
  path: paths.dispatch,
  permission: ofDispatch,
  auditEvent: 'readDispatch',
  template: 'dispatch/recipient',
  view: async (context, { dispatchId }) => {
    const { em, lang, holder, today } = context;
    const dispatch = await readDispatch(em, dispatchId);
    if (dispatch === null) return refuse('not-found');
    const { bodyId, meetingId } = dispatch;
    const sends = may(holder, 'extract.certify', { bodyId }, today).ok;
    const sent = dispatch.extractState !== 'certified';
    const awaited = isAwaited(dispatch);
    const back = paths.dispatches.to({ meetingId });
    return {
      title: text(lang, 'dispatch.recipientTitle', { name: dispatch.recipientName }),
      heading: { ...recipientHeading(context, dispatch), state: standingTag(lang, dispatch) },
      ...(sent ? { nextStep: receiveStep(context, dispatch) } : {}),
      breadcrumbs: sends
        ? [{ text: text(lang, 'dispatch.title', { day: dayText(lang, dispatch.day) }), href: back }]
        : [{ text: text(lang, 'dispatch.receivedListTitle'), href: paths.received.to() }],
      view: {
        facts: dispatchFacts(context, dispatch),
        ...(await extractFile(context, dispatch, paths.dispatchFile.to({ dispatchId }))),
        ...(sent && awaited ? { receive: formOf(context, dispatch, 'confirmReceipt') } : {}),
        ...(dispatch.reply === null ? {} : { reply: dispatch.reply }),
        ...(sent && dispatch.reply === null && dispatch.closedReason === null
          ? { replyForm: formOf(context, dispatch, 'recordReply', 'reply') }
          : {}),
        ...(sends && sent && awaited
          ? {
              again: formOf(context, dispatch, 'sendExtractAgain', 'address', dispatch.address),
              close: formOf(context, dispatch, 'closeDispatch', 'reason'),
            }
          : {}),
      },
    };
  },
});

export const dispatchFile = file({
  path: paths.dispatchFile,
  permission: ofDispatch,
  auditEvent: 'readDispatchFile',
  view: async (context, { dispatchId }) => {
    const dispatch = await readDispatch(context.em, dispatchId);
    return dispatch === null ? refuse('not-found') : extractBytes(context, dispatch);
  },
});

/** Eyebrow and lead of a recipient's pages. */
export function recipientHeading({ lang }: ReadContext, { body, day }: DispatchView) {
  return {
    eyebrow: text(lang, 'dispatch.recipientEyebrow', { body, day: dayText(lang, day) }),
    lead: text(lang, 'dispatch.receiveLead'),
  };
}

/** What the card says: confirm, or when it was done. @param postTo where the form's button stands on the page */
export function receiveStep({ lang }: ReadContext, dispatch: DispatchView): NextStep {
  if (dispatch.receivedAt !== null)
    return {
      title: text(lang, 'dispatch.receivedTitle'),
      text: text(lang, 'dispatch.receivedText', { when: momentText(lang, dispatch.receivedAt) }),
    };
  if (dispatch.closedReason !== null)
    return {
      title: text(lang, 'dispatch.closedTitle'),
      text: text(lang, 'dispatch.closedText', { reason: dispatch.closedReason }),
    };
  return {
    title: text(lang, 'dispatch.receiveTitle'),
    text: text(lang, 'dispatch.receiveText'),
    who: dispatch.recipientName,
    rule: 'M-12',
    consequence: text(lang, 'dispatch.receiveConsequence'),
  };
}

/** The facts at the top of a recipient's pages. */
export function dispatchFacts({ lang }: ReadContext, dispatch: DispatchView): DefinitionItem[] {
  return [
    { term: text(lang, 'dispatch.termExtract'), text: extractName(lang, dispatch) },
    {
      term: text(lang, 'dispatch.termMeeting'),
      text: `${dispatch.body}, ${dayText(lang, dispatch.day)}`,
    },
    { term: text(lang, 'dispatch.termRecipient'), text: dispatch.recipientName },
    { term: text(lang, 'dispatch.termAddress'), text: dispatch.address },
    ...(dispatch.replyDay === null
      ? []
      : [
          {
            term: text(lang, 'dispatch.termReplyDay'),
            text: dayText(lang, dispatch.replyDay),
            datetime: dispatch.replyDay,
          },
        ]),
  ];
}

function formOf(
  context: ReadContext,
  { id, version }: DispatchView,
  command: 'confirmReceipt' | 'recordReply' | 'sendExtractAgain' | 'closeDispatch',
  field?: string,
  stored?: string,
) {
  const form = formFields(context.form, command);
  return {
    id: form.id,
    postTo: form.postTo,
    page: paths.dispatch.to({ dispatchId: id }),
    dispatchId: id,
    version,
    ...(field === undefined ? {} : { field: form.field(field, stored) }),
  };
}

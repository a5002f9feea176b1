import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import type { AccessObject } from '../../../../domain/access/capacities';
import { clockText, dayText, momentText } from '../../../../i18n/dates';
import { text, type TextKey } from '../../../../i18n/texts';
import { readAsk, readRemoteRequest } from '../../../../store/queries/meetings/before/before-members';
import { readMeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { paths } from '../../../paths';
import { page, type PageContent, type ReadRoute } from '../../../route';
import { meetingCrumbs, meetingHeading } from '../overview/overview-head';
import { act, sessionForm } from '../session/session-forms';

/** What the substitute answered, said back. */
const answerWords = {
  accepted: 'before.askAccepted',
  declined: 'before.askDeclined',
  expired: 'before.askExpired',
} as const satisfies Record<string, TextKey>;

/** A substitute answers whether they can serve, from the letter's link or the task (M-5). */
const askPage = page({
  path: paths.substituteAsk,
  permission: {
    act: 'substitute.answer',
    object: async ({ em }, { askId }): Promise<AccessObject | Refusal> => {
      const ask = await readAsk(em, askId);
      return ask === null ? refuse('not-found') : { bodyId: ask.bodyId, ownerIds: [ask.personId] };
    },
  },
  auditEvent: 'readSubstituteAsk',
  template: 'meetings/before-ask',
  view: async (context, { askId }): Promise<PageContent<object> | Refusal> => {
    const { em, lang } = context;
    const ask = await readAsk(em, askId);
    if (ask === null) return refuse('not-found');
    const address = paths.substituteAsk.to({ askId });
    const open = ask.answer === null && ask.callState === 'asking' && !ask.opened;
    const unanswered = ask.opened ? 'before.askTooLate' : 'before.askNotNeeded';
    const answer = (words: string, value: string, variant: 'primary' | 'secondary') =>
      act(address, 'answerSubstituteAsk', words, { askId, answer: value }, { variant });
    return {
      title: text(lang, ask.answer === null ? 'before.askTitle' : 'before.askAnswered'),
      view: {
        lines: [
          text(lang, 'before.askText', {
            body: ask.body,
            day: dayText(lang, ask.day),
            time: clockText(lang, ask.startTime),
          }),
          text(lang, 'before.askFor', { name: ask.member }),
          open
            ? text(lang, 'before.askBy', { moment: momentText(lang, ask.answerBy) })
            : text(lang, ask.answer === null ? unanswered : answerWords[ask.answer]),
          ...(open || ask.answer === null ? [] : [text(lang, 'before.askAnsweredText')]),
        ],
        acts: open
          ? [
              answer(text(lang, 'before.askAccept'), 'accepted', 'primary'),
              answer(text(lang, 'before.askDecline'), 'declined', 'secondary'),
            ]
          : [],
      },
    };
  },
});

/** The chair answers a member who wants to take part remotely (KL 6:24). */
const remotePage = page({
  path: paths.remoteRequest,
  permission: {
    act: 'remote.decide',
    object: async ({ em }, { requestId }): Promise<AccessObject | Refusal> => {
      const request = await readRemoteRequest(em, requestId);
      return request === null ? refuse('not-found') : { bodyId: request.bodyId };
    },
  },
  auditEvent: 'readRemoteRequest',
  template: 'meetings/before-remote',
  view: async (context, { requestId }): Promise<PageContent<object> | Refusal> => {
    const { em, lang } = context;
    const request = await readRemoteRequest(em, requestId);
    const head = request === null ? null : await readMeetingHead(em, request.meetingId);
    if (request === null || head === null) return refuse('not-found');
    const address = paths.remoteRequest.to({ requestId });
    const open = request.state === 'asked';
    const done = request.state === 'withdrawn' ? 'before.remoteTakenBack' : 'before.remoteDone';
    const { form, of } = sessionForm(context, address, 'decideRemote', {
      requestId,
      version: request.version,
    });
    return {
      title: text(lang, 'before.remoteTitle', { name: request.name }),
      heading: meetingHeading(lang, head, text(lang, open ? 'before.remoteDecideText' : done)),
      breadcrumbs: meetingCrumbs(lang, head),
      view: open ? { form, reason: of.field('reason', '') } : {},
    };
  },
});

export const beforeRoutes: readonly ReadRoute[] = [askPage, remotePage];

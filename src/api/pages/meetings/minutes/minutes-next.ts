import type { MissingInMinutes } from '../../../../domain/meetings/minutes/minutes-completeness';
import { nextSigners } from '../../../../domain/meetings/minutes/verification';
import { dayText } from '../../../../i18n/dates';
import { listText } from '../../../../i18n/numbers';
import { text } from '../../../../i18n/texts';
import type { MinutesHead } from '../../../../store/queries/meetings/minutes/minutes-page';
import type { MinutesSigning } from '../../../../store/queries/meetings/minutes/minutes-signing';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import type { NextStep } from '../../../render/components';
import { refusalWords } from '../../../refusal-words';
import { deadlineWords } from '../overview/overview-head';

/** What happens next with the minutes, for this reader: the same facts that the commands ask. */
export function minutesNext(
  context: ReadContext,
  head: MinutesHead,
  signing: MinutesSigning,
  missing: readonly MissingInMinutes[],
  writes: boolean,
): NextStep {
  const { lang } = context;
  if (head.state === 'verified') return verifiedStep(context, head);
  if (head.state === 'drafting') {
    if (!writes) {
      return {
        title: text(lang, 'minutes.othersWriteTitle'),
        who: text(lang, 'minutes.whoSecretary'),
        ...due(context, head),
      };
    }
    return sendStep(context, head, missing);
  }
  if (signing.round === null || signing.round.sha256 === null) {
    return {
      title: text(lang, 'minutes.freezingTitle'),
      text: text(lang, 'minutes.freezingText'),
      who: text(lang, 'minutes.whoSystem'),
    };
  }
  const next = nextSigners(signing);
  if (next.some(({ personId }) => personId === context.holder?.personId)) {
    const href = paths.signMinutes.to({ meetingId: head.meetingId });
    return {
      title: text(lang, 'minutes.signTitle'),
      text: text(lang, 'minutes.signText'),
      who: text(lang, 'minutes.whoYou'),
      ...due(context, head),
      action: { text: text(lang, 'minutes.signAct'), href },
    };
  }
  const waiting = signing.signers.filter((signer) =>
    next.some(({ personId }) => personId === signer.personId),
  );
  const names = listText(lang, [...new Set(waiting.map(({ name }) => name))]);
  return {
    title: text(lang, 'minutes.waitsTitle'),
    text: text(lang, 'minutes.waitsText', { names }),
    who: names,
    ...due(context, head),
  };
}

function due({ lang, today }: ReadContext, { dueDay, rule }: MinutesHead): Partial<NextStep> {
  if (dueDay === null) return {};
  return { deadline: deadlineWords(lang, dueDay, today), ...(rule === null ? {} : { rule }) };
}

function verifiedStep({ lang }: ReadContext, head: MinutesHead): NextStep {
  const day = head.verifiedOn === null ? '' : dayText(lang, head.verifiedOn);
  return {
    title: text(lang, 'minutes.verifiedTitle'),
    text: text(lang, 'minutes.verifiedText', { day }),
    ...(head.noticeId === null
      ? {}
      : {
          action: {
            text: text(lang, 'minutes.noticeAct'),
            href: paths.notice.to({ noticeId: head.noticeId }),
          },
        }),
  };
}

function sendStep(context: ReadContext, head: MinutesHead, missing: readonly MissingInMinutes[]): NextStep {
  const { lang } = context;
  const here = paths.minutes.to({ meetingId: head.meetingId });
  const first = missing[0];
  return {
    title: text(lang, 'minutes.sendTitle'),
    text: text(lang, 'minutes.sendText'),
    who: text(lang, 'minutes.whoYou'),
    consequence: text(lang, 'minutes.sendConsequence'),
    ...due(context, head),
    ...(first === undefined
      ? {
          action: {
            text: text(lang, 'minutes.sendAct'),
            postTo: '/gor/sendToVerification',
            fields: [
              { name: 'minutesId', value: head.id },
              { name: 'version', value: head.version },
              { name: '_page', value: here },
              { name: '_next', value: here },
            ],
          },
        }
      : { blocked: refusalWords(lang, first.refusal).detail }),
  };
}

import { refuse } from '../../../../domain/refusals/refusal';
import { text } from '../../../../i18n/texts';
import { readMinutesHead } from '../../../../store/queries/meetings/minutes/minutes-page';
import { readParagraphs } from '../../../../store/queries/meetings/minutes/minutes-paragraphs';
import { readSigning, type MinutesSigning } from '../../../../store/queries/meetings/minutes/minutes-signing';
import { readMeetingHead } from '../../../../store/queries/meetings/plan/overview';
import type { ReadContext } from '../../../context';
import { formFields } from '../../../forms';
import { paths } from '../../../paths';
import { refusalWords } from '../../../refusal-words';
import { page, type ReadRoute } from '../../../route';
import { meetingCrumbs, meetingHeading, ofMeeting } from '../overview/overview-head';

/** What both steps begin with. */
async function stepOf(
  context: ReadContext,
  meetingId: string,
  lead: 'minutes.takeBackLead' | 'minutes.replaceLead',
) {
  const { em, lang } = context;
  const meeting = await readMeetingHead(em, meetingId);
  const head = await readMinutesHead(em, meetingId);
  const signing = head === null ? null : await readSigning(em, head.id);
  if (meeting === null || head === null || signing === null) return null;
  return {
    head,
    signing,
    frame: {
      heading: { ...meetingHeading(lang, meeting, text(lang, lead)), facts: [] },
      breadcrumbs: [
        ...meetingCrumbs(lang, meeting),
        { text: text(lang, 'minutes.tab'), href: paths.minutes.to({ meetingId }) },
      ],
    },
    blocked:
      head.state === 'verifying'
        ? {}
        : {
            blocked: refusalWords(
              lang,
              refuse(head.state === 'verified' ? 'minutes-verified-no-edit' : 'minutes-not-presented'),
            ).detail,
          },
  };
}

/** M-10: a confirmation that says which signatures become void. */
const takeBackPage = page({
  path: paths.minutesTakeBack,
  permission: ofMeeting('minutes.write'),
  auditEvent: 'readTakeBackMinutes',
  template: 'meetings/minutes-take-back',
  view: async (context, { meetingId }) => {
    const { lang } = context;
    const step = await stepOf(context, meetingId, 'minutes.takeBackLead');
    if (step === null) return refuse('not-found');
    const { head, signing, frame, blocked } = step;
    const form = formFields(context.form, 'takeBackMinutes');
    const given = signing.signatures.filter(({ voided }) => !voided).length;
    return {
      title: text(lang, 'minutes.takeBackTitle'),
      ...frame,
      view: {
        ...blocked,
        id: form.id,
        postTo: form.postTo,
        page: paths.minutesTakeBack.to({ meetingId }),
        next: paths.minutes.to({ meetingId }),
        minutesId: head.id,
        version: head.version,
        ...(given === 0 ? {} : { voids: text(lang, 'minutes.takeBackVoids', { count: given }) }),
        reason: form.field('reason', ''),
      },
    };
  },
});

/** M-10: another of those who served signs instead of one who is prevented. */
const replacePage = page({
  path: paths.replaceVerifier,
  permission: ofMeeting('minutes.write'),
  auditEvent: 'readReplaceVerifier',
  template: 'meetings/minutes-replace',
  view: async (context, { meetingId }) => {
    const { em, lang } = context;
    const step = await stepOf(context, meetingId, 'minutes.replaceLead');
    if (step === null) return refuse('not-found');
    const { head, signing, frame, blocked } = step;
    const form = formFields(context.form, 'replaceVerifier');
    const verifier = form.field('verifierPersonId', '');
    const replacement = form.field('replacementPersonId', '');
    const served = new Map(
      (await readParagraphs(em, head.id)).flatMap(({ record }) =>
        record.serving.map(({ personId, name }) => [personId, name] as const),
      ),
    );
    const signers = new Set(signing.signers.map(({ personId }) => personId));
    return {
      title: text(lang, 'minutes.replaceTitle'),
      ...frame,
      view: {
        ...blocked,
        id: form.id,
        postTo: form.postTo,
        page: paths.replaceVerifier.to({ meetingId }),
        next: paths.minutes.to({ meetingId }),
        minutesId: head.id,
        version: head.version,
        verifier: { ...verifier, options: prevented(signing, verifier.value) },
        replacement: {
          ...replacement,
          options: [...served]
            .filter(([id]) => !signers.has(id))
            .map(([value, name]) => ({ value, text: name, selected: value === replacement.value })),
        },
        reason: form.field('reason', ''),
      },
    };
  },
});

/** Verifiers who have not signed. */
function prevented({ signers, signatures }: MinutesSigning, chosen: string) {
  return signers
    .filter(
      ({ role, replaced, personId }) =>
        role === 'verifier' &&
        !replaced &&
        !signatures.some((each) => each.personId === personId && each.role === 'verifier' && !each.voided),
    )
    .map(({ personId, name }) => ({ value: personId, text: name, selected: personId === chosen }));
}

export const minutesStepRoutes: readonly ReadRoute[] = [takeBackPage, replacePage];

import { canVerify, nextSigners } from '../../../../domain/meetings/minutes/verification';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import { dayText } from '../../../../i18n/dates';
import { text } from '../../../../i18n/texts';
import {
  minutesAccess,
  readComments,
  readMinutesHead,
} from '../../../../store/queries/meetings/minutes/minutes-page';
import { readParagraphs } from '../../../../store/queries/meetings/minutes/minutes-paragraphs';
import { readSigning } from '../../../../store/queries/meetings/minutes/minutes-signing';
import { readMeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { rulesOfMeeting } from '../../../../store/queries/meetings/plan/plan-rules';
import type { ReadContext } from '../../../context';
import { formFields } from '../../../forms';
import { paths } from '../../../paths';
import { refusalWords } from '../../../refusal-words';
import { page, type PageContent, type ReadRoute } from '../../../route';
import { minutesNext } from './minutes-next';
import { frameOf } from './minutes-page';
import {
  commentRows,
  minutesFiles,
  paragraphView,
  plannedLine,
  signerRole,
  signersStepper,
} from './minutes-words';
import { meetingCrumbs, meetingHeading } from '../overview/overview-head';

const ofSigners = {
  act: 'minutes.sign',
  object: ({ em }: ReadContext, { meetingId }: { readonly meetingId: string }) =>
    minutesAccess(em, meetingId),
} as const;

/** M-10: chair and verifiers read paragraph by paragraph, comment, and see how far the signing has come. */
const verificationPage = page({
  path: paths.verification,
  permission: ofSigners,
  auditEvent: 'readVerification',
  template: 'meetings/minutes',
  view: async (context, { meetingId }): Promise<PageContent<object> | Refusal> => {
    const { em, lang } = context;
    const meeting = await readMeetingHead(em, meetingId);
    const head = await readMinutesHead(em, meetingId);
    const signing = head === null ? null : await readSigning(em, head.id);
    if (meeting === null || head === null || signing === null) return refuse('not-found');
    const title = text(lang, 'minutes.verificationTitle', { day: dayText(lang, meeting.day) });
    const here = paths.verification.to({ meetingId });
    const comments = await readComments(em, head.id);
    const paragraphs = await readParagraphs(em, head.id);
    const frame = frameOf(context, meeting);
    return {
      ...frame,
      title,
      heading: meetingHeading(
        lang,
        meeting,
        ...(head.state === 'verified' ? [] : [text(lang, 'minutes.verificationLead')]),
      ),
      nextStep: minutesNext(context, head, signing, [], false),
      view: {
        ...frame.view,
        ...plannedLine(context, head),
        signers: signersStepper(lang, signing),
        files: await minutesFiles(context, head),
        paragraphs: paragraphs.map((paragraph) => ({
          ...paragraphView(paragraph, meeting.body),
          comments: commentRows(lang, comments, paragraph.id, null),
          ...(head.state === 'verified' ? {} : { comment: commentForm(context, paragraph, here) }),
        })),
      },
    };
  },
});

function commentForm(
  context: ReadContext,
  { id, number }: { readonly id: string; readonly number: number },
  here: string,
) {
  const own = context.form?.values['paragraphId'] === id ? context.form : undefined;
  const form = formFields(own, 'commentParagraph');
  const field = form.field('text', '');
  return {
    postTo: form.postTo,
    page: `${here}#paragraf-${id}`,
    paragraphId: id,
    number: `§ ${number}`,
    open: form.refused,
    text: { ...field, id: `${field.id}-${id}` },
  };
}

/** The last question before signing: what it means, on which text, and whether anything is to be noted against it. */
const signPage = page({
  path: paths.signMinutes,
  permission: ofSigners,
  auditEvent: 'readSignMinutes',
  template: 'meetings/minutes-sign',
  view: async (context, { meetingId }) => {
    const { em, lang, holder } = context;
    const meeting = await readMeetingHead(em, meetingId);
    const head = await readMinutesHead(em, meetingId);
    const signing = head === null ? null : await readSigning(em, head.id);
    const inForce = meeting === null ? null : await rulesOfMeeting(em, meeting);
    if (meeting === null || head === null || signing === null || inForce === null) return refuse('not-found');
    const sha256 = signing.round?.sha256 ?? null;
    const personId = holder?.personId ?? '';
    const verdict = canVerify(signing, inForce.rules, personId, sha256);
    const fault = verdict.ok && sha256 === null ? refuse('minutes-not-frozen') : verdict;
    const role = nextSigners(signing).find((signer) => signer.personId === personId)?.role ?? 'verifier';
    const form = formFields(context.form, 'signMinutes');
    const back = paths.verification.to({ meetingId });
    return {
      title: text(lang, 'minutes.signPageTitle'),
      heading: { ...meetingHeading(lang, meeting), facts: [] },
      breadcrumbs: [
        ...meetingCrumbs(lang, meeting),
        { text: text(lang, 'minutes.tab'), href: paths.minutes.to({ meetingId }) },
      ],
      view: {
        ...(fault.ok ? {} : { blocked: refusalWords(lang, fault).detail }),
        id: form.id,
        postTo: form.postTo,
        page: paths.signMinutes.to({ meetingId }),
        next: back,
        cancelHref: back,
        minutesId: head.id,
        sha256: sha256 ?? '',
        fileHref: paths.minutesFile.to({ meetingId }),
        lead: text(lang, 'minutes.signPageLead', {
          day: dayText(lang, meeting.day),
          role: signerRole(lang, role).toLowerCase(),
        }),
        consequences: [
          text(lang, 'minutes.signMeans1'),
          text(lang, 'minutes.signMeans2', { sha256: inGroups(sha256 ?? '') }),
          text(lang, 'minutes.signMeans3'),
        ],
        dissent: form.field('dissent', ''),
      },
    };
  },
});

/** A checksum that can be read aloud, and that breaks into lines. */
function inGroups(sha256: string): string {
  return (sha256.match(/.{1,8}/g) ?? []).join(' ');
}

export const verificationRoutes: readonly ReadRoute[] = [verificationPage, signPage];

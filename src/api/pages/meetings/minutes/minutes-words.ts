import { remainingSigners } from '../../../../domain/meetings/minutes/verification';
import { paragraphWords } from '../../../../documents/meetings/paragraph-words';
import { dayAndTimeText, dayText, shortMomentText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { text, type TextKey } from '../../../../i18n/texts';
import type { CommentView, MinutesHead } from '../../../../store/queries/meetings/minutes/minutes-page';
import type { ParagraphView } from '../../../../store/queries/meetings/minutes/minutes-paragraphs';
import type { MinutesSigning, NamedSigner } from '../../../../store/queries/meetings/minutes/minutes-signing';
import { latestVersion } from '../../../../store/queries/register/versions';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import type { FileRow, Step, Stepper } from '../../../render/components';

const roleKeys: Readonly<Record<NamedSigner['role'], TextKey>> = {
  writer: 'minutes.roleWriter',
  chair: 'minutes.roleChair',
  verifier: 'minutes.roleVerifier',
};

/** "Ordförande" */
export function signerRole(lang: Language, role: NamedSigner['role']): string {
  return text(lang, roleKeys[role]);
}

/** Who has signed, who is next, and who was replaced. */
export function signersStepper(lang: Language, signing: MinutesSigning): Stepper {
  const next = signing.state === 'verifying' ? remainingSigners(signing)[0]?.role : undefined;
  const steps = signing.signers.map((signer): Step => {
    const name = text(lang, 'minutes.signerStep', { role: signerRole(lang, signer.role), name: signer.name });
    if (signer.replaced) {
      const note = text(lang, 'minutes.replacedNote', { reason: signer.replacedReason ?? '' });
      return { text: name, state: 'later', note };
    }
    const signature = signing.signatures.find(
      (each) => each.personId === signer.personId && each.role === signer.role && !each.voided,
    );
    if (signature === undefined) return { text: name, state: next === signer.role ? 'current' : 'later' };
    const note = text(lang, 'minutes.signedNote', { when: shortMomentText(lang, signature.at) });
    return { text: name, state: 'done', note };
  });
  return { label: text(lang, 'minutes.signersLabel'), steps };
}

/** When and where they are verified, and the last day for it, while they are not. */
export function plannedLine({ lang }: ReadContext, { state, planned, dueDay }: MinutesHead) {
  if (state === 'verified') return {};
  const when = dayAndTimeText(lang, planned.day, planned.time);
  const decided = text(lang, 'minutes.plannedLine', { when, place: planned.place });
  if (dueDay === null) return { planned: decided };
  return { planned: `${decided} ${text(lang, 'minutes.lastDayLine', { last: dayText(lang, dueDay) })}` };
}

/** The newest PDF of the minutes, where the reader sees its document. */
export async function minutesFiles({ em, lang }: ReadContext, head: MinutesHead): Promise<FileRow[]> {
  if (head.documentId === null || head.state === 'drafting') return [];
  const version = await latestVersion(em, head.documentId);
  if (version === null) return [];
  const name = head.state === 'verified' ? 'minutes.documentVerified' : 'minutes.documentFrozen';
  return [
    {
      name: text(lang, name),
      href: paths.minutesFile.to({ meetingId: head.meetingId }),
      facts: text(lang, 'minutes.documentFacts', { count: version.pages }),
      note: shortMomentText(lang, new Date(version.createdAt)),
    },
  ];
}

/** The comments on one paragraph; whoever writes the minutes marks them as dealt with. */
export function commentRows(
  lang: Language,
  comments: readonly CommentView[],
  paragraphId: string,
  resolvable: string | null,
) {
  return comments
    .filter((comment) => comment.paragraphId === paragraphId)
    .map(({ id, by, text: words, at, resolved }) => ({
      by,
      text: words,
      when: shortMomentText(lang, at),
      resolved,
      ...(resolvable === null || resolved
        ? {}
        : {
            resolve: {
              text: text(lang, 'minutes.resolveAct'),
              postTo: '/gor/resolveComment',
              fields: [
                { name: 'commentId', value: id },
                { name: '_page', value: resolvable },
                { name: '_next', value: resolvable },
              ],
            },
          }),
    }));
}

/** A paragraph as the page shows it: the same words as the PDF. */
export function paragraphView(paragraph: ParagraphView, body: string) {
  return { id: paragraph.id, words: paragraphWords(paragraph, body) };
}

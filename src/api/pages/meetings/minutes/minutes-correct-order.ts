import { needsOrderOfPropositions, orderOfPropositions } from '../../../../domain/meetings/session/motions';
import { text } from '../../../../i18n/texts';
import type { ItemRows } from '../../../../store/queries/meetings/session/session-item-rows';
import type { PostedForm, ReadContext } from '../../../context';
import { formFields } from '../../../forms';
import { propositionWords } from '../session/session-motions';

/** Whether the refused form is the one that adds the order of propositions: the two of the page post the same command. */
export function addsOrder(form: PostedForm | undefined): boolean {
  return Object.keys(form?.values ?? {}).some((name) => /^propositions\[\d+\]\.motionId$/u.test(name));
}

/**
 * KL 5:66: the form that gives a paragraph the order of propositions that was never noted; null where it is there, or where
 * there was nothing to choose between. It has a button of its own: nothing is noted that nobody has looked at.
 */
export function orderForm(context: ReadContext, rows: ItemRows, hasProposal: boolean) {
  const { lang } = context;
  if (rows.propositions.length > 0 || !needsOrderOfPropositions(rows.motions, hasProposal)) return null;
  const form = formFields(addsOrder(context.form) ? context.form : undefined, 'correctRecord');
  return {
    id: `${form.id}-order`,
    rows: orderOfPropositions(rows.motions, hasProposal).map(({ motionId }, index) => ({
      motionField: `propositions[${index}].motionId`,
      motionId: motionId ?? '',
      words: {
        ...form.field(`propositions[${index}].words`, propositionWords(context, rows, motionId)),
        label: text(lang, 'session.propositionWords', { number: index + 1 }),
      },
      carriedName: `propositions[${index}].carried`,
      carriedId: `carried-${index}`,
      carried: form.ticked(`propositions[${index}].carried`, false),
    })),
  };
}

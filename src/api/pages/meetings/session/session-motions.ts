import { needsOrderOfPropositions, orderOfPropositions } from '../../../../domain/meetings/session/motions';
import type { ItemAttendance } from '../../../../domain/meetings/session/attendance';
import { momentClockText } from '../../../../i18n/dates';
import { text, type TextKey } from '../../../../i18n/texts';
import type { NamedSeat } from '../../../../store/queries/bodies/composition';
import type { SessionItem } from '../../../../store/queries/meetings/session/session';
import type {
  ItemRows,
  MotionRow,
  VoteRow,
} from '../../../../store/queries/meetings/session/session-item-rows';
import type { ReadContext } from '../../../context';
import { act, choice, seatName, sessionForm } from './session-forms';

/** What the panels of an item are made of. */
export interface ItemPanel {
  readonly context: ReadContext;
  readonly address: string;
  readonly item: SessionItem;
  readonly rows: ItemRows;
  readonly attendance: ItemAttendance;
  readonly presidingSeatId: string | null;
}

const motionKinds: readonly { readonly value: MotionRow['kind']; readonly key: TextKey }[] = [
  { value: 'approve', key: 'session.motionApprove' },
  { value: 'reject', key: 'session.motionReject' },
  { value: 'amend', key: 'session.motionAmend' },
  { value: 'referBack', key: 'session.motionReferBack' },
  { value: 'table', key: 'session.motionTable' },
  { value: 'other', key: 'session.motionOther' },
];

/** The kinds of motion as a select offers them. */
export function motionKindOptions(lang: ReadContext['lang']) {
  return motionKinds.map(({ value, key }) => ({ value, text: text(lang, key) }));
}

/** Those who serve for the item, as a select offers them: the seat of the person is the value. */
export function servingOptions(attendance: ItemAttendance) {
  return attendance.seats.flatMap(({ servedBy }) =>
    servedBy === null ? [] : [{ value: servedBy.id, text: seatName(servedBy as NamedSeat) }],
  );
}

/** Motions in the order made, and the form for the next one. */
export function motionsView({ context, address, item, rows, attendance }: ItemPanel) {
  const { lang } = context;
  const { form, of } = sessionForm(context, address, 'recordMotion', { itemId: item.id });
  const live = rows.motions.filter(({ withdrawn }) => !withdrawn);
  return {
    motions: live.map((motion) => ({
      kind: text(lang, motionKinds.find(({ value }) => value === motion.kind)?.key ?? 'session.motionOther'),
      line: text(lang, 'session.motionLine', motionWords(motion)),
      ...(item.decided
        ? {}
        : {
            withdraw: act(
              address,
              'withdrawMotion',
              text(lang, 'session.motionWithdrawAct'),
              { motionId: motion.id, version: motion.version },
              {
                label: text(lang, 'session.actOf', {
                  act: text(lang, 'session.motionWithdrawAct'),
                  name: motion.text,
                }),
                variant: 'tertiary' as const,
              },
            ),
          }),
    })),
    ...(item.decided
      ? {}
      : {
          form,
          who: choice(of.field('seatId', ''), servingOptions(attendance)),
          kind: choice(of.field('kind', 'reject'), motionKindOptions(lang)),
          words: of.field('text', ''),
        }),
  };
}

const motionWords = ({ name, party, text: words }: MotionRow) => ({ name, party, text: words });

/** The chair's order of propositions; what is not saved yet is proposed by the rule (KL 5:53). */
/** Whether the order of propositions is asked for and not recorded (KL 5:66). */
export function asksOrder({ item, rows }: ItemPanel): boolean {
  const live = rows.motions.filter(({ withdrawn }) => !withdrawn);
  return rows.propositions.length === 0 && needsOrderOfPropositions(live, item.points.length > 0);
}

export function propositionsView({ context, address, item, rows }: ItemPanel) {
  const { lang } = context;
  const order = orderOfPropositions(rows.motions, item.points.length > 0);
  if (order.length < 2 && rows.propositions.length === 0) return null;
  const { form, of } = sessionForm(context, address, 'setPropositions', { itemId: item.id });
  const wanted =
    rows.propositions.length > 0
      ? rows.propositions
      : order.map(({ motionId }) => ({
          motionId,
          words: propositionWords(context, rows, motionId),
          carried: null,
        }));
  return {
    form,
    rows: wanted.map(({ motionId, words, carried }, index) => ({
      number: index + 1,
      label: text(lang, 'session.propositionWords', { number: index + 1 }),
      motionField: `propositions[${index}].motionId`,
      motionId: motionId ?? '',
      words: of.field(`propositions[${index}].words`, words),
      carriedName: `propositions[${index}].carried`,
      carriedId: `carried-${index}`,
      carried: of.ticked(`propositions[${index}].carried`, carried === true),
    })),
  };
}

/** "Bifall till Patrik Öbergs yrkande" */
export function propositionWords({ lang }: ReadContext, rows: ItemRows, motionId: string | null): string {
  const motion = rows.motions.find(({ id }) => id === motionId);
  if (motion === undefined) return text(lang, 'session.propositionProposal');
  return text(lang, 'session.propositionMotion', { name: motion.name });
}

/** The votes of the item, the open one with its grid, and the form that opens one. */
export function votesView(panel: ItemPanel) {
  const { context, address, item, rows } = panel;
  const open = rows.votes.find(({ closed }) => !closed);
  const done = rows.votes
    .filter(({ closed, result }) => closed && result !== null)
    .map((vote) => doneVote(panel, vote));
  if (open !== undefined) return { done, open: openVoteView(panel, open) };
  if (item.decided) return { done };
  const { form, of } = sessionForm(context, address, 'openVote', { itemId: item.id });
  const motion = rows.motions.find(({ withdrawn }) => !withdrawn);
  return {
    done,
    form,
    yes: of.field('yesMeans', propositionWords(context, rows, null)),
    no: of.field('noMeans', motion === undefined ? '' : propositionWords(context, rows, motion.id)),
  };
}

const choiceWords = {
  yes: 'session.choiceYes',
  no: 'session.choiceNo',
  abstain: 'session.choiceAbstain',
} as const;

/** "10.23: Sten Hall svarade Nej, rättat till Ja.": what an answer said before it was put right. */
function correctionLines(lang: ReadContext['lang'], { corrections }: VoteRow): string[] {
  return corrections.map(({ name, before, after, at }) =>
    text(lang, 'components.voteCorrected', {
      time: momentClockText(lang, new Date(at)),
      name,
      before: text(lang, choiceWords[before]),
      after: text(lang, choiceWords[after]),
    }),
  );
}

function doneVote({ context: { lang } }: ItemPanel, vote: VoteRow) {
  const { yes, no, abstained, number } = vote;
  const totals = text(lang, 'session.voteClosed', { yes: yes ?? 0, no: no ?? 0, abstained: abstained ?? 0 });
  const won = text(lang, vote.result === 'yes' ? 'session.voteResultYes' : 'session.voteResultNo');
  return {
    heading: text(lang, 'session.voteHeading', { number }),
    line: `${totals} ${won}${vote.castingVote ? `, ${text(lang, 'session.voteCasting')}` : ''}.`,
    corrections: correctionLines(lang, vote),
  };
}

function openVoteView({ context, address, item, attendance, presidingSeatId }: ItemPanel, vote: VoteRow) {
  const { lang } = context;
  const cast = vote.ballots.length > 0;
  const { form, of } = cast
    ? sessionForm(context, address, 'correctBallots', { voteId: vote.id, version: vote.version })
    : sessionForm(context, address, 'castBallots', { voteId: vote.id });
  const count = (answer: 'yes' | 'no' | 'abstain') =>
    vote.ballots.filter(({ choice: given }) => given === answer).length;
  const choices = (['yes', 'no', 'abstain'] as const).filter(
    (each) => each !== 'abstain' || !item.exerciseOfAuthority,
  );
  // Whoever presides answers last.
  const serving = attendance.seats
    .filter(({ servedBy }) => servedBy !== null)
    .sort((a, b) => Number(a.servedBy?.id === presidingSeatId) - Number(b.servedBy?.id === presidingSeatId));
  return {
    heading: text(lang, 'session.voteHeading', { number: vote.number }),
    meanings: [
      { term: text(lang, 'session.choiceYes'), text: vote.yesMeans },
      { term: text(lang, 'session.choiceNo'), text: vote.noMeans },
    ],
    cast,
    corrections: correctionLines(lang, vote),
    form,
    castAct: text(lang, cast ? 'session.voteCorrectAct' : 'session.voteCastAct'),
    soFar: text(lang, 'session.voteSoFar', {
      yes: count('yes'),
      no: count('no'),
      abstained: count('abstain'),
    }),
    columns: choices.map((each) => text(lang, choiceWords[each])),
    rows: serving.map(({ seat, servedBy }, index) => {
      const stored = vote.ballots.find(({ seatId }) => seatId === seat.id)?.choice ?? '';
      const field = of.field(`ballots[${index}].choice`, stored);
      return {
        name: seatName((servedBy ?? seat) as NamedSeat),
        id: field.id,
        error: field.error,
        seatField: `ballots[${index}].seatId`,
        seatId: seat.id,
        options: choices.map((each) => ({
          id: `${field.id}-${each}`,
          name: field.name,
          value: each,
          text: text(lang, choiceWords[each]),
          hotkey: text(lang, choiceWords[each]).slice(0, 1).toLowerCase(),
          checked: field.value === each,
        })),
      };
    }),
    ...(cast
      ? {
          close: act(
            address,
            'closeVote',
            text(lang, 'session.voteCloseAct'),
            { voteId: vote.id },
            { variant: 'primary' },
          ),
        }
      : {
          withdraw: act(
            address,
            'closeVote',
            text(lang, 'session.voteWithdrawAct'),
            { voteId: vote.id, withdrawn: 'true' },
            { variant: 'tertiary' },
          ),
        }),
  };
}

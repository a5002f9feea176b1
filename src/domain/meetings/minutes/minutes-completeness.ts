import { refuse, type Refusal } from '../../refusals/refusal';
import type { Day } from '../../time/day';
import { needsOrderOfPropositions, type Motion } from '../session/motions';
import type { Outcome } from '../session/outcomes';
import type { Quorum } from '../session/quorum';

/** One paragraph as recorded; what KL 5:65-67 via 6:35 demands of it is checked here. */
export interface ParagraphRecord {
  readonly number: number;
  readonly withdrawn: boolean;
  /** Whether the item asks for a decision. */
  readonly needsDecision: boolean;
  readonly hasProposal: boolean;
  readonly quorum: Quorum;
  readonly motions: readonly (Motion & { readonly text: string })[];
  readonly propositionsRecorded: number;
  readonly vote: { readonly closed: boolean; readonly ballots: number } | null;
  readonly outcome: Outcome | null;
  readonly points: readonly string[];
  readonly reason: string;
  /** What a conditional decision waits for, and every assignment of the paragraph: all need an owner and a day. */
  readonly tasks: readonly {
    readonly kind: 'assignment' | 'condition';
    readonly ownerKnown: boolean;
    readonly dueDay: Day | null;
  }[];
}

/** The minutes as a whole. */
export interface MinutesRecord {
  readonly paragraphs: readonly ParagraphRecord[];
  /** Who signs: the writer and the chair always, the elected verifiers by the rules of procedure. */
  readonly writerKnown: boolean;
  readonly chairKnown: boolean;
  readonly verifiers: number;
  readonly verifiersNeeded: number;
  /** Day, place and way that the body decided (M-10). */
  readonly verificationDay: Day | null;
  readonly verificationPlace: string;
}

/** One thing missing, at its paragraph; null for the minutes as a whole. */
export interface MissingInMinutes {
  readonly paragraph: number | null;
  readonly refusal: Refusal;
}

function missingInDecision(record: ParagraphRecord): Refusal[] {
  const paragraph = record.number;
  const missing: Refusal[] = [];
  if (record.outcome === null)
    return record.needsDecision ? [refuse('paragraph-without-decision', { paragraph })] : [];
  if (!record.quorum.quorate) missing.push(refuse('paragraph-not-quorate', { paragraph }));
  const decidesPoints = ['approved', 'approvedWithChanges', 'conditional'].includes(record.outcome);
  if (decidesPoints && record.points.length === 0)
    missing.push(refuse('paragraph-without-points', { paragraph }));
  const putsOff = ['referredBack', 'postponed'].includes(record.outcome);
  if (putsOff && record.reason.trim() === '') missing.push(refuse('paragraph-without-reason', { paragraph }));
  if (record.outcome === 'conditional' && !record.tasks.some((task) => task.kind === 'condition')) {
    missing.push(refuse('condition-not-followed', { paragraph }));
  }
  return missing;
}

function missingInParagraph(record: ParagraphRecord): Refusal[] {
  if (record.withdrawn) return [];
  const paragraph = record.number;
  const missing = missingInDecision(record);
  if (record.quorum.serving === 0) missing.push(refuse('paragraph-without-serving', { paragraph }));
  const live = record.motions.filter((motion) => !motion.withdrawn);
  if (live.some((motion) => motion.text.trim() === ''))
    missing.push(refuse('motion-without-text', { paragraph }));
  if (needsOrderOfPropositions(live, record.hasProposal) && record.propositionsRecorded === 0) {
    missing.push(refuse('paragraph-without-propositions', { paragraph }));
  }
  if (record.vote !== null && !record.vote.closed) missing.push(refuse('paragraph-vote-open', { paragraph }));
  if (record.vote !== null && record.vote.ballots !== record.quorum.serving) {
    missing.push(refuse('paragraph-vote-incomplete', { paragraph }));
  }
  for (const task of record.tasks) {
    const condition = task.kind === 'condition';
    if (!task.ownerKnown) {
      missing.push(refuse(condition ? 'condition-without-owner' : 'assignment-without-owner', { paragraph }));
    }
    if (task.dueDay === null) {
      missing.push(refuse(condition ? 'condition-without-day' : 'assignment-without-day', { paragraph }));
    }
  }
  return missing;
}

/**
 * KL 6:35 with 5:65-67 (law.md A16), M-20: everything that is missing before the minutes may be presented for
 * verification. Empty when they are complete.
 */
export function missingForVerification(minutes: MinutesRecord): MissingInMinutes[] {
  const whole: Refusal[] = [];
  if (minutes.paragraphs.length === 0) whole.push(refuse('minutes-without-paragraphs'));
  if (!minutes.writerKnown) whole.push(refuse('minutes-without-writer'));
  if (!minutes.chairKnown) whole.push(refuse('minutes-without-chair'));
  if (minutes.verifiers < minutes.verifiersNeeded) {
    whole.push(refuse('verifiers-missing', { chosen: minutes.verifiers, needed: minutes.verifiersNeeded }));
  }
  if (minutes.verificationDay === null || minutes.verificationPlace.trim() === '') {
    whole.push(refuse('verification-day-and-place-missing'));
  }
  return [
    ...whole.map((refusal) => ({ paragraph: null, refusal })),
    ...minutes.paragraphs.flatMap((record) =>
      missingInParagraph(record).map((refusal) => ({ paragraph: record.number, refusal })),
    ),
  ];
}

import type { Day } from '../../time/day';
import type { MinutesRecord, ParagraphRecord } from './minutes-completeness';
import type { RecordedParagraph } from '../recorded-paragraph';

/** What completeness is judged from, as the rows of the minutes have it. */
export interface RecordedMinutes {
  readonly paragraphs: readonly { readonly number: number; readonly record: RecordedParagraph }[];
  readonly writerKnown: boolean;
  readonly chairKnown: boolean;
  readonly verifiers: number;
  readonly verifiersNeeded: number;
  readonly verificationDay: Day | null;
  readonly verificationPlace: string;
}

/** The minutes as {@link missingForVerification} reads them (law.md A16). */
export function minutesRecord(minutes: RecordedMinutes): MinutesRecord {
  return {
    ...minutes,
    paragraphs: minutes.paragraphs.flatMap(({ number, record }) =>
      [record, ...(record.subItems ?? [])].map((each) => paragraphRecord({ number, record: each })),
    ),
  };
}

function paragraphRecord({
  number,
  record,
}: {
  readonly number: number;
  readonly record: RecordedParagraph;
}): ParagraphRecord {
  const vote = record.votes.at(-1);
  return {
    number,
    withdrawn: record.withdrawn,
    needsDecision: record.kind === 'decision',
    hasProposal: record.proposal.length > 0,
    quorum: record.quorum,
    motions: record.motions.map(({ kind, text }, index) => ({
      id: String(index),
      ordinal: index + 1,
      kind: kind ?? 'other',
      withdrawn: false,
      text,
    })),
    propositionsRecorded: record.propositions.length,
    vote: vote === undefined ? null : { closed: true, ballots: vote.ballots.length },
    outcome: record.outcome,
    points: record.points,
    reason: record.reason ?? '',
    // A vague day ("hösten 2026") is the body's own; the concrete one is confirmed in the follow-up (M-13).
    tasks: record.assignments
      .filter(({ kind, dueDay, dueWords }) => kind === 'condition' || dueDay !== null || dueWords === null)
      .map(({ kind, owner, dueDay }) => ({ kind, ownerKnown: owner !== '', dueDay })),
  };
}

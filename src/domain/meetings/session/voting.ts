import { refuse, type Refusal, type Verdict, allowed } from '../../refusals/refusal';

export type Choice = 'yes' | 'no' | 'abstain';

/** One answer in the roll call; `seatId` is the member seat that is voted for, whoever serves in it. */
export interface Ballot {
  readonly seatId: string;
  readonly choice: Choice;
}

/** What a vote stands on: who serves, who presides, and whether nobody may abstain. */
export interface VoteSetting {
  /** Member seats that someone serves in for the item. */
  readonly servingSeats: readonly string[];
  /** The member seat of the one who presides. */
  readonly presidingSeat: string;
  /** KL 4:26: in an exercise of public authority against someone, all who take part must take part in deciding. */
  readonly exerciseOfAuthority: boolean;
}

export interface VoteResult {
  readonly ok: true;
  readonly yes: number;
  readonly no: number;
  readonly abstained: number;
  readonly result: 'yes' | 'no';
  /** KL 5:54 via 6:33: equal numbers, decided by the chair's vote. */
  readonly castingVote: boolean;
}

/** KL 4:24-26: whether the answer may be given: by one who serves, and no abstaining where the law forbids it. */
export function canCastBallot(setting: VoteSetting, ballot: Ballot): Verdict {
  if (!setting.servingSeats.includes(ballot.seatId)) return refuse('ballot-of-one-who-does-not-serve');
  if (ballot.choice === 'abstain' && setting.exerciseOfAuthority) return refuse('may-not-abstain');
  return allowed;
}

/**
 * KL 5:54-55 via 6:33: the open roll call counted. Simple majority of those who vote; on equal numbers the vote of the
 * one who presides decides, who therefore may not abstain when it comes to that (KL 4:25).
 */
export function countVote(setting: VoteSetting, ballots: readonly Ballot[]): VoteResult | Refusal {
  for (const ballot of ballots) {
    const verdict = canCastBallot(setting, ballot);
    if (!verdict.ok) return verdict;
  }
  if (new Set(ballots.map((ballot) => ballot.seatId)).size !== ballots.length) return refuse('ballot-twice');
  const missing = setting.servingSeats.length - ballots.length;
  if (missing > 0) return refuse('ballots-missing', { missing });
  const of = (choice: Choice) => ballots.filter((ballot) => ballot.choice === choice).length;
  const [yes, no, abstained] = [of('yes'), of('no'), of('abstain')];
  if (yes !== no)
    return { ok: true, yes, no, abstained, result: yes > no ? 'yes' : 'no', castingVote: false };
  const casting = ballots.find((ballot) => ballot.seatId === setting.presidingSeat)?.choice;
  if (casting === undefined || casting === 'abstain') return refuse('chair-must-vote', { yes, no });
  return { ok: true, yes, no, abstained, result: casting, castingVote: true };
}

import type { EntityManager } from '@mikro-orm/postgresql';
import type { Motion } from '../../../../domain/meetings/session/motions';
import type { Outcome } from '../../../../domain/meetings/session/outcomes';
import type { StatementKind } from '../../../../domain/meetings/session/reservations';
import type { Choice } from '../../../../domain/meetings/session/voting';
import type { Day } from '../../../../domain/time/day';

export interface MotionRow extends Motion {
  readonly text: string;
  readonly name: string;
  readonly party: string;
  readonly personId: string;
  readonly version: number;
}

export interface PropositionRow {
  readonly motionId: string | null;
  readonly words: string;
  readonly carried: boolean | null;
}

export interface BallotCorrectionRow {
  readonly name: string;
  readonly before: Choice;
  readonly after: Choice;
  /** An instant, as JSON has it. */
  readonly at: string;
}

export interface VoteRow {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly yesMeans: string;
  readonly noMeans: string;
  readonly yes: number | null;
  readonly no: number | null;
  readonly abstained: number | null;
  readonly castingVote: boolean;
  readonly result: 'yes' | 'no' | null;
  readonly closed: boolean;
  readonly ballots: readonly { readonly seatId: string; readonly choice: Choice }[];
  /** Answers that were heard wrong and put right, the first first. */
  readonly corrections: readonly BallotCorrectionRow[];
}

export interface DecisionView {
  readonly version: number;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly effectiveOn: Day | null;
  readonly condition: string | null;
  readonly points: readonly string[];
}

export interface AssignmentView {
  readonly id: string;
  readonly kind: 'assignment' | 'condition';
  readonly ownerPersonId: string;
  readonly owner: string;
  readonly text: string;
  readonly dueWords: string | null;
  readonly dueDay: Day | null;
  readonly proposedDay: Day | null;
}

export interface StatementRow {
  readonly id: string;
  readonly kind: StatementKind;
  readonly name: string;
  readonly personId: string;
  readonly reason: string | null;
  readonly version: number;
}

/** What is recorded of one item, as its page works with it. */
export interface ItemRows {
  readonly motions: readonly MotionRow[];
  readonly propositions: readonly PropositionRow[];
  readonly votes: readonly VoteRow[];
  readonly decision: DecisionView | null;
  readonly assignments: readonly AssignmentView[];
  readonly statements: readonly StatementRow[];
}

export async function readItemRows(em: EntityManager, itemId: string): Promise<ItemRows> {
  const decisions: DecisionView[] = await em.execute(
    `select d.version, d.outcome, d.reason, d.effective_on::text as "effectiveOn", d.condition_text as condition,
       array(select p.text from decision_point p where p.decision_id = d.id order by p.number) as points
     from decision d where d.item_id = ?`,
    [itemId],
  );
  return {
    motions: await readMotions(em, itemId),
    propositions: await em.execute(
      'select motion_id as "motionId", words, carried from proposition where item_id = ? order by ordinal limit 50',
      [itemId],
    ),
    votes: await em.execute(
      `select v.id, v.version, v.number, v.yes_means as "yesMeans", v.no_means as "noMeans", v.yes, v.no, v.abstained,
         v.casting_vote as "castingVote", v.result, v.closed_at is not null as closed,
         (select coalesce(json_agg(json_build_object('seatId', b.seat_id, 'choice', b.choice)), '[]'::json)
          from ballot b where b.vote_id = v.id) as ballots,
         (select coalesce(json_agg(json_build_object('name', p.name, 'before', c.before, 'after', c.after, 'at', c.at)
            order by c.at, p.name), '[]'::json)
          from ballot_correction c join person p on p.id = c.person_id where c.vote_id = v.id) as corrections
       from vote v where v.item_id = ? order by v.number limit 50`,
      [itemId],
    ),
    decision: decisions[0] ?? null,
    assignments: await em.execute(
      `select a.id, a.kind, a.owner_person_id as "ownerPersonId", p.name as owner, a.text, a.due_words as "dueWords",
         a.due_day::text as "dueDay", a.proposed_day::text as "proposedDay"
       from assignment a join person p on p.id = a.owner_person_id where a.item_id = ? and a.state = 'open'
       order by a.id limit 50`,
      [itemId],
    ),
    statements: await em.execute(
      `select r.id, r.kind, p.name, r.person_id as "personId", r.reason, r.version
       from reservation r join person p on p.id = r.person_id where r.item_id = ? and r.withdrawn_at is null
       order by r.announced_at limit 200`,
      [itemId],
    ),
  };
}

async function readMotions(em: EntityManager, itemId: string): Promise<MotionRow[]> {
  return em.execute(
    `select m.id, m.ordinal, m.kind, m.text, m.withdrawn_at is not null as withdrawn, m.version, p.name,
       m.person_id as "personId", coalesce((select h.party from seat_holder h where h.seat_id = m.seat_id
         and h.person_id = m.person_id order by h.valid_from desc limit 1), '') as party
     from motion m join person p on p.id = m.person_id where m.item_id = ? order by m.ordinal limit 200`,
    [itemId],
  );
}

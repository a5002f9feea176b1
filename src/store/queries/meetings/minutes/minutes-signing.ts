import type { EntityManager } from '@mikro-orm/postgresql';
import type { MinutesToVerify, Signature, Signer } from '../../../../domain/meetings/minutes/verification';

/** One who signs, as pages and the minutes name them. */
export interface NamedSigner extends Signer {
  readonly id: string;
  readonly name: string;
  /** The paragraphs that a chair presided over, where several did; null for all. */
  readonly presided: readonly number[] | null;
  readonly replacedReason: string | null;
}

/** A signature of the open round. */
export interface NamedSignature extends Signature {
  readonly at: Date;
  readonly dissent: string | null;
}

/** The round that is open: from when the minutes were presented to when they were taken back, or for good. */
export interface OpenRound {
  readonly id: string;
  readonly number: number;
  readonly openedAt: Date;
  readonly sha256: string | null;
  readonly documentVersionId: string | null;
}

/** Minutes with who signs them and who has, in the round that is open. */
export interface MinutesSigning extends MinutesToVerify {
  readonly signers: readonly NamedSigner[];
  readonly signatures: readonly NamedSignature[];
  readonly round: OpenRound | null;
  /** How many rounds there have been. */
  readonly rounds: number;
}

/** Who signs the minutes and who has signed; null when there are no such minutes. */
export async function readSigning(em: EntityManager, minutesId: string): Promise<MinutesSigning | null> {
  const states: { state: MinutesToVerify['state'] }[] = await em.execute(
    'select state from minutes where id = ?',
    [minutesId],
  );
  const state = states[0]?.state;
  if (state === undefined) return null;
  const rounds: (Omit<OpenRound, 'openedAt'> & { openedAt: string; open: boolean })[] = await em.execute(
    `select id, number, opened_at as "openedAt", sha256, document_version_id as "documentVersionId", closed_at is null as open
     from verification_round where minutes_id = ? order by number desc limit 500`,
    [minutesId],
  );
  const latest = rounds.find(({ open }) => open);
  const round = latest === undefined ? null : { ...latest, openedAt: new Date(latest.openedAt) };
  const signatures: (Omit<NamedSignature, 'at'> & { at: string })[] =
    round === null
      ? []
      : await em.execute(
          `select person_id as "personId", role, voided_at is not null as voided, at, dissent
           from verification where round_id = ? order by at limit 100`,
          [round.id],
        );
  return {
    state,
    signers: await readSigners(em, minutesId),
    signatures: signatures.map((each) => ({ ...each, at: new Date(each.at) })),
    frozenSha256: round?.sha256 ?? null,
    round,
    rounds: rounds[0]?.number ?? 0,
  };
}

async function readSigners(em: EntityManager, minutesId: string): Promise<NamedSigner[]> {
  return em.execute(
    `select v.id, v.person_id as "personId", p.name, v.role, v.ordinal, v.presided, v.replaced_by_id is not null as replaced,
       v.replaced_reason as "replacedReason"
     from verifier v join person p on p.id = v.person_id where v.minutes_id = ? order by v.ordinal, v.id limit 100`,
    [minutesId],
  );
}

import type { RulesOfProcedure } from '../../bodies/rules-of-procedure';
import type { Day } from '../../time/day';
import { verificationDeadline } from '../plan/deadlines';
import { allowed, refuse, type Refusal, type Verdict } from '../../refusals/refusal';

/** Who signs, in this order: the secretary as writer, the chair, then the elected verifiers (M-10). */
export type SignerRole = 'writer' | 'chair' | 'verifier';

export interface Signer {
  readonly personId: string;
  readonly role: SignerRole;
  readonly ordinal: number;
  /** A prevented verifier who has been replaced signs no more. */
  readonly replaced: boolean;
}

/** A signature on the frozen text of the round; void when the text was edited after it. */
export interface Signature {
  readonly personId: string;
  readonly role: SignerRole;
  readonly voided: boolean;
}

/** Minutes presented for verification. */
export interface MinutesToVerify {
  readonly state: 'drafting' | 'verifying' | 'verified';
  readonly signers: readonly Signer[];
  readonly signatures: readonly Signature[];
  /** SHA-256 of the text that is frozen for signing; null before the first signature. */
  readonly frozenSha256: string | null;
}

const roleOrder: readonly SignerRole[] = ['writer', 'chair', 'verifier'];

const standing = (minutes: MinutesToVerify): readonly Signature[] =>
  minutes.signatures.filter((signature) => !signature.voided);

const hasSigned = (minutes: MinutesToVerify, signer: Signer): boolean =>
  standing(minutes).some((each) => each.personId === signer.personId && each.role === signer.role);

/** Those whose signatures are still missing, the next one first. */
export function remainingSigners(minutes: MinutesToVerify): Signer[] {
  return minutes.signers
    .filter((signer) => !signer.replaced && !hasSigned(minutes, signer))
    .sort((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role) || a.ordinal - b.ordinal);
}

/** Those whose turn it is: the writer, then the chair, then all verifiers at once. */
export function nextSigners(minutes: MinutesToVerify): Signer[] {
  const remaining = remainingSigners(minutes);
  return remaining.filter(({ role }) => role === remaining[0]?.role);
}

/** Whether every signature stands: from then on nothing is edited, unsigned or voided. */
export function isVerified(minutes: MinutesToVerify): boolean {
  return minutes.signers.length > 0 && remainingSigners(minutes).length === 0;
}

/**
 * KL 5:69 via 6:35, M-10: whether the person may sign now: a signer whose turn it is, on the very text that is frozen,
 * in the way that the council has decided. Verifiers sign in any order among themselves. A verification after its last
 * day is late, not void.
 * @param readSha256 the hash of the text the person read; null for the writer, whose signature freezes it
 */
export function canVerify(
  minutes: MinutesToVerify,
  rules: RulesOfProcedure,
  personId: string,
  readSha256: string | null,
): Verdict {
  if (minutes.state === 'verified' || isVerified(minutes)) return refuse('minutes-verified');
  if (minutes.state === 'drafting') return refuse('minutes-not-presented');
  if (!rules.digitalVerification) return refuse('digital-verification-not-allowed');
  const own = minutes.signers.filter((signer) => signer.personId === personId && !signer.replaced);
  if (own.length === 0) return refuse('not-a-verifier');
  const remaining = remainingSigners(minutes);
  const mine = remaining.find((signer) => signer.personId === personId);
  if (mine === undefined) return refuse('already-signed');
  const next = remaining[0];
  if (next !== undefined && next.role !== mine.role) {
    return refuse(next.role === 'writer' ? 'writer-signs-first' : 'chair-signs-first');
  }
  if (minutes.frozenSha256 !== null && readSha256 !== minutes.frozenSha256)
    return refuse('text-changed-since-read');
  return allowed;
}

export type EditConsequence = { readonly ok: true; readonly voids: readonly Signature[] } | Refusal;

/**
 * M-10: the text freezes at the first signature; an edit between the first and the last needs a reason and voids those
 * given; after the last nothing is edited.
 */
export function canEditMinutes(minutes: MinutesToVerify, reason: string): EditConsequence {
  if (minutes.state === 'verified' || isVerified(minutes)) return refuse('minutes-verified-no-edit');
  const voids = standing(minutes);
  if (voids.length > 0 && reason.trim() === '')
    return refuse('edit-after-signature-needs-reason', { given: voids.length });
  return { ok: true, voids };
}

/** What the replacement of a prevented verifier is judged by. */
export interface VerifierReplacement {
  readonly verifierId: string;
  readonly replacementId: string;
  readonly reason: string;
  /** Persons who served at the meeting, as members or substitutes. */
  readonly servedIds: ReadonlySet<string>;
}

/** M-10: a prevented verifier is replaced, with the reason, by another who served at the meeting and does not sign yet. */
export function canReplaceVerifier(minutes: MinutesToVerify, replacement: VerifierReplacement): Verdict {
  if (minutes.state === 'verified' || isVerified(minutes)) return refuse('minutes-verified');
  const verifier = minutes.signers.find(
    (signer) => signer.personId === replacement.verifierId && signer.role === 'verifier' && !signer.replaced,
  );
  if (verifier === undefined) return refuse('not-a-verifier');
  if (hasSigned(minutes, verifier)) return refuse('verifier-has-signed');
  if (replacement.reason.trim() === '') return refuse('replacement-needs-reason');
  if (!replacement.servedIds.has(replacement.replacementId)) return refuse('verifier-did-not-serve');
  if (minutes.signers.some((signer) => signer.personId === replacement.replacementId && !signer.replaced)) {
    return refuse('verifier-signs-already');
  }
  return allowed;
}

/** Those elected to verify beside the chair, and what they are judged by. */
export interface ElectedVerifiers {
  readonly verifierIds: readonly string[];
  /** Those who have presided or preside now, and so sign as chair. */
  readonly chairIds: ReadonlySet<string>;
  /** Persons who served at the meeting, as members or substitutes. */
  readonly servedIds: ReadonlySet<string>;
}

/**
 * KL 5:69, M-10: what keeps those elected from verifying beside the chair, all of it at once: each is one person, they
 * are as many as the rules of procedure say, nobody who has presided is one of them, and every one of them served.
 */
export function verifierFaults(
  { verifierIds, chairIds, servedIds }: ElectedVerifiers,
  { verifiersCount: needed }: Pick<RulesOfProcedure, 'verifiersCount'>,
): Refusal[] {
  const faults: Refusal[] = [];
  const chosen = verifierIds.length;
  if (new Set(verifierIds).size !== chosen) faults.push(refuse('verifier-twice'));
  if (chosen !== needed) faults.push(refuse('verifiers-missing', { chosen, needed }));
  if (verifierIds.some((id) => chairIds.has(id))) faults.push(refuse('chair-verifies-already'));
  if (verifierIds.some((id) => !servedIds.has(id))) faults.push(refuse('verifier-did-not-serve'));
  return faults;
}

/**
 * KL 5:69 via 6:35: the day of verification lies from the meeting to as many days after it as the rules of procedure say, at
 * most fourteen where municipal law governs; a last day off is moved (law.md I3).
 */
export function canVerifyOn(meetingDay: Day, day: Day, rules: RulesOfProcedure): Verdict {
  if (day < meetingDay) return refuse('verification-before-meeting', { day: meetingDay });
  const { day: last } = verificationDeadline(rules, meetingDay);
  return day > last ? refuse('verification-too-late', { days: rules.verificationDays, last }) : allowed;
}

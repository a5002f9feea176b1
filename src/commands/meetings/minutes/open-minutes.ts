import type { Loaded } from '@mikro-orm/core';
import type { Act } from '../../../domain/access/acts';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { Meeting } from '../../../store/entities/meetings';
import { Minutes, Paragraph } from '../../../store/entities/minutes';
import { rulesOfMeeting, type RulesInForce } from '../../../store/queries/meetings/plan/plan-rules';
import { readSigning, type MinutesSigning } from '../../../store/queries/meetings/minutes/minutes-signing';
import type { Permission, WakeFor } from '../../runner/command';
import { findRow, lockRow, type Transaction } from '../../runner/transaction';

export interface OpenMinutes {
  readonly ok: true;
  readonly meeting: Loaded<Meeting>;
  readonly minutes: Loaded<Minutes>;
  readonly signing: MinutesSigning;
  readonly inForce: RulesInForce;
}

/** Locks the meeting, then its minutes. @param version of the minutes, where the act was chosen by them */
export async function openMinutes(
  tx: Transaction,
  minutesId: string,
  version?: number,
): Promise<OpenMinutes | Refusal> {
  const unlocked = await findRow(tx, Minutes, { id: minutesId });
  if (!unlocked.ok) return unlocked;
  const meeting = await lockRow(tx, Meeting, { id: unlocked.row.meetingId });
  if (!meeting.ok) return meeting;
  const minutes = await lockRow(tx, Minutes, { id: minutesId }, version);
  if (!minutes.ok) return minutes;
  const signing = await readSigning(tx.em, minutesId);
  const inForce = await rulesOfMeeting(tx.em, meeting.row);
  if (signing === null) return refuse('not-found');
  if (inForce === null) return refuse('rules-of-procedure-missing', { day: meeting.row.day });
  return { ok: true, meeting: meeting.row, minutes: minutes.row, signing, inForce };
}

export interface OpenParagraph extends OpenMinutes {
  readonly paragraph: Loaded<Paragraph>;
}

/** Locks meeting, minutes and one paragraph of them; one of a closed item is found by whoever may read it. */
export async function openParagraph(
  tx: Transaction,
  paragraphId: string,
  version?: number,
): Promise<OpenParagraph | Refusal> {
  const unlocked = await findRow(tx, Paragraph, { id: paragraphId });
  if (!unlocked.ok) return unlocked;
  const open = await openMinutes(tx, unlocked.row.minutesId);
  if (!open.ok) return open;
  const found = await lockRow(tx, Paragraph, { id: paragraphId }, version);
  return found.ok ? { ...open, paragraph: found.row } : found;
}

/** Why the text may not be edited now (M-10): it is out for signing, or verified for good. */
export function editFault({ minutes }: OpenMinutes): Refusal | null {
  if (minutes.state === 'verified') return refuse('minutes-verified-no-edit');
  return minutes.state === 'verifying' ? refuse('minutes-presented-already') : null;
}

/** May the actor do this to the minutes? */
export async function onMinutes(tx: Transaction, act: Act, minutesId: string): Promise<Permission | Refusal> {
  const minutes = await findRow(tx, Minutes, { id: minutesId });
  return minutes.ok ? { act, object: { bodyId: minutes.row.bodyId } } : minutes;
}

/** May the actor do this to the paragraph? */
export async function onParagraph(
  tx: Transaction,
  act: Act,
  paragraphId: string,
): Promise<Permission | Refusal> {
  const paragraph = await findRow(tx, Paragraph, { id: paragraphId });
  return paragraph.ok ? { act, object: { bodyId: paragraph.row.bodyId } } : paragraph;
}

/** The process of the verification. */
export function verificationWake({ id, authorityId }: Minutes): WakeFor {
  return { kind: 'minutesVerification', row: id, authority: authorityId };
}

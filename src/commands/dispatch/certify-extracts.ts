import { v7 as uuidv7 } from 'uuid';
import { CertifyExtracts } from '../../contracts/dispatch/dispatch';
import {
  canAskForReplyBy,
  expandDispatch,
  itemsToDispatch,
  standingRecipients,
  type DispatchRow,
} from '../../domain/dispatch/dispatch';
import { canMove } from '../../domain/meetings/phases';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import { Meeting } from '../../store/entities/meetings';
import { Minutes } from '../../store/entities/minutes';
import { Dispatch, MinutesExtract } from '../../store/entities/notices';
import { readCertifying, type KnownRecipient } from '../../store/queries/dispatch/certifying';
import { closeTasks } from '../notifications/tasks';
import { onMeeting } from '../meetings/plan/objects';
import { defineCommand, type WakeFor } from '../runner/command';
import { lockRow, type Transaction } from '../runner/transaction';

/**
 * M-12, M-18: the secretary certifies the extracts of verified minutes in one act: one extract per decided item with a
 * dispatch list, one row per recipient (groups expanded today), and the full minutes to the auditors of every principal.
 */
export const certifyExtracts = defineCommand<CertifyExtracts, { extracts: number; recipients: number }>({
  name: 'certifyExtracts',
  kind: 'step',
  input: CertifyExtracts,
  permission: (tx, input) => onMeeting(tx, 'extract.certify', input.meetingId),
  handle: async (tx, input) => {
    const locked = await lockRow(tx, Meeting, { id: input.meetingId });
    if (!locked.ok) return locked;
    const meeting = locked.row;
    const phase = canMove(meeting.phase, 'dispatch');
    if (!phase.ok) return phase;
    const minutes = await tx.em.findOneOrFail(Minutes, { meetingId: meeting.id });
    if ((await tx.em.count(MinutesExtract, { meetingId: meeting.id })) > 0)
      return refuse('extracts-certified-already');
    const certifiedBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    if (certifiedBy === null) return refuse('not-allowed', { who: 'secretary' });
    const replyDay = input.replyDay ?? null;
    const askable = replyDay === null ? null : canAskForReplyBy(replyDay, tx.today);
    if (askable?.ok === false) return askable;
    const { items, principals, known } = await readCertifying(tx.em, meeting.id);
    const wakes: WakeFor[] = [];
    let recipients = 0;
    const extract = async (
      paragraphIds: string[],
      matterId: string | null,
      rows: readonly DispatchRow[],
    ): Promise<void> => {
      const id = uuidv7();
      tx.em.persist(
        tx.em.create(MinutesExtract, {
          id,
          authorityId: meeting.authorityId,
          bodyId: meeting.bodyId,
          meetingId: meeting.id,
          minutesId: minutes.id,
          paragraphIds,
          matterId,
          documentId: null,
          certifiedBy,
          certifiedAt: tx.now,
          // Auditors who get the minutes as a whole are not asked to answer.
          replyDay: paragraphIds.length === 0 ? null : replyDay,
          state: 'certified',
        }),
      );
      await addRecipients(tx, id, meeting.authorityId, rows, known);
      recipients += rows.length;
      wakes.push({ kind: 'dispatch', row: id, authority: meeting.authorityId });
    };
    for (const item of itemsToDispatch(items)) {
      const expanded = expandDispatch(item.entries, principals, tx.today);
      if (!expanded.ok) return expanded;
      const fault = addressFault(expanded.rows);
      if (fault !== null) return fault;
      await extract([item.paragraphId], item.matterId, oncePerAddress(expanded.rows));
    }
    const standing = oncePerAddress(standingRecipients(principals, tx.today));
    if (standing.length > 0) await extract([], null, standing);
    if (wakes.length === 0) return refuse('nothing-to-dispatch');
    const extracts = wakes.length;
    await closeTasks(tx, meeting.id, ['certifyExtracts']);
    wakes.push({ kind: 'meetingCycle', row: meeting.id, authority: meeting.authorityId });
    return {
      ok: true,
      result: { extracts, recipients },
      subject: { kind: 'meeting', id: meeting.id, authorityId: meeting.authorityId },
      wakes,
    };
  },
});

/** A recipient that no letter can reach would never confirm. */
function addressFault(rows: readonly DispatchRow[]): Refusal | null {
  const without = rows.find(({ recipient }) => recipient.address.trim() === '');
  return without === undefined
    ? null
    : refuse('recipient-without-address', { recipient: without.recipient.name });
}

/** Two recipients behind one address get one letter, in the names of both. */
function oncePerAddress(rows: readonly DispatchRow[]): DispatchRow[] {
  const kept = new Map<string, DispatchRow>();
  for (const row of rows) {
    const { recipient, group } = row;
    const address = recipient.address.toLowerCase();
    const first = kept.get(address);
    const name = first === undefined ? recipient.name : `${first.recipient.name}, ${recipient.name}`;
    kept.set(
      address,
      first === undefined ? { recipient, group } : { ...first, recipient: { ...first.recipient, name } },
    );
  }
  return [...kept.values()];
}

async function addRecipients(
  tx: Transaction,
  extractId: string,
  authorityId: string,
  rows: readonly DispatchRow[],
  known: ReadonlyMap<string, KnownRecipient>,
): Promise<void> {
  await tx.em.flush();
  for (const [index, { recipient }] of rows.entries()) {
    const behind = known.get(recipient.key);
    tx.em.persist(
      tx.em.create(Dispatch, {
        id: uuidv7(),
        authorityId,
        extractId,
        ordinal: index + 1,
        recipientName: recipient.name,
        recipientKind: behind?.kind ?? 'person',
        principalId: behind?.principalId ?? null,
        personId: behind?.personId ?? null,
        address: recipient.address,
        channel: 'mail',
        receiptTokenHash: null,
        receivedAt: null,
        receivedBy: null,
        repliedAt: null,
        reply: null,
        closedReason: null,
      }),
    );
  }
}

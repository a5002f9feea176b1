import { v7 as uuidv7 } from 'uuid';
import { AddDispatchRecipient, type DispatchRecipientAdded } from '../../contracts/bodies/bodies';
import { allowed, refuse, type Verdict } from '../../domain/refusals/refusal';
import { Body, BodyPrincipal, DispatchRecipient } from '../../store/entities/bodies';
import { Person } from '../../store/entities/people';
import { defineCommand } from '../runner/command';
import { findRow, lockRow, type Transaction } from '../runner/transaction';
import { administer } from './administration';

/** Enters a recipient of a body's decisions; a group stays one row and expands when something is sent (M-18). */
export const addDispatchRecipient = defineCommand<AddDispatchRecipient, DispatchRecipientAdded>({
  name: 'addDispatchRecipient',
  kind: 'edit',
  input: AddDispatchRecipient,
  permission: administer,
  handle: async (tx, recipient) => {
    const body = await lockRow(tx, Body, { id: recipient.bodyId });
    if (!body.ok) return body;
    const complete = await canReach(tx, recipient);
    if (!complete.ok) return complete;
    const recipientId = uuidv7();
    const ordinal = 1 + (await tx.em.count(DispatchRecipient, { bodyId: recipient.bodyId }));
    tx.em.persist(tx.em.create(DispatchRecipient, { id: recipientId, ordinal, validTo: null, ...recipient }));
    return {
      ok: true,
      result: { recipientId },
      subject: { kind: 'body', id: recipient.bodyId, authorityId: body.row.authorityId },
    };
  },
});

/** Whom each kind needs: a person, one of the body's principals, or a principal's auditors with their address. */
async function canReach(tx: Transaction, recipient: AddDispatchRecipient): Promise<Verdict> {
  const { kind, bodyId, personId, principalId, address } = recipient;
  if (kind === 'person') {
    if (personId === null) return refuse('recipient-incomplete', { field: 'person' });
    const person = await findRow(tx, Person, { id: personId });
    if (!person.ok) return person;
  }
  if (kind === 'principalMailbox' || kind === 'auditors') {
    if (principalId === null) return refuse('recipient-incomplete', { field: 'principal' });
    const principal = await findRow(tx, BodyPrincipal, { bodyId, principalId });
    if (!principal.ok) return principal;
  }
  if (kind === 'auditors' && address === null) return refuse('recipient-incomplete', { field: 'address' });
  return allowed;
}

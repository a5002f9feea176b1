import type { Loaded } from '@mikro-orm/core';
import { itemsToDispatch, standingRecipients } from '../../domain/dispatch/dispatch';
import { Body } from '../../store/entities/bodies';
import type { Meeting } from '../../store/entities/meetings';
import { readCertifying } from '../../store/queries/dispatch/certifying';
import { openTask } from '../notifications/tasks';
import type { Transaction } from '../runner/transaction';

/**
 * M-12: the secretary's task when the last signature is given, where there is somebody to send to. Called in the
 * transaction of that signature.
 */
export async function askToCertify(tx: Transaction, meeting: Loaded<Meeting>): Promise<void> {
  const { items, principals } = await readCertifying(tx.em, meeting.id);
  const nobody = standingRecipients(principals, tx.today).length === 0;
  if (nobody && itemsToDispatch(items).length === 0) return;
  const body = await tx.em.findOneOrFail(Body, meeting.bodyId);
  await openTask(tx, {
    kind: 'certifyExtracts',
    subject: { kind: 'meeting', id: meeting.id, authorityId: meeting.authorityId },
    for: { role: 'secretary', scopeId: meeting.bodyId },
    bodyId: meeting.bodyId,
    dueDay: null,
    rule: 'M-12',
    facts: { body: body.name, day: meeting.day },
    link: `/sammantraden/${meeting.id}/expediering`,
  });
}

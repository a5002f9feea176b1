import type { Permission } from '../runner/command';
import type { Transaction } from '../runner/transaction';
import type { WakeFor } from '../runner/command';

/** Bodies, seats and roles are kept by the administrator of the installation (docs/requirements.md, B). */
export function administer(): Promise<Permission> {
  return Promise.resolve({ act: 'administer', object: {} });
}

/** The meetings of a body that are still to be held, and the calls for substitutes to them: who sits there changes what is due. */
export async function wakeMeetingsOf(tx: Transaction, bodyId: string, calls: boolean): Promise<WakeFor[]> {
  return tx.em.execute(
    `select 'meetingCycle' as kind, m.id as row, m.authority_id as authority from meeting m
       where m.body_id = ? and m.phase in ('planned', 'agendaApproved', 'summoned', 'inSession')
     union all
     select 'substituteCall', c.id, c.authority_id from substitute_call c join meeting m on m.id = c.meeting_id
       where ? and m.body_id = ? and c.state = 'asking'`,
    [bodyId, calls, bodyId],
  );
}

import type { NewSession } from '../../contracts/people';
import type { Transaction } from '../runner/transaction';

export interface OpenAccount {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string | null;
  /** The authority that the person's letters and audit rows belong to. */
  readonly authorityId: string;
}

/**
 * The open account of an address or a person; null where there is none or it is closed.
 * A person belongs to the authority of the first role or seat still held, or else to the board.
 */
export async function findAccount(
  tx: Transaction,
  by: { readonly email: string } | { readonly personId: string },
): Promise<OpenAccount | null> {
  const [column, value] =
    'email' in by ? ['lower(p.email)', by.email.trim().toLowerCase()] : ['p.id::text', by.personId];
  const rows: OpenAccount[] = await tx.em.execute(
    `select p.id as "personId", p.name, p.email, a.password_hash as "passwordHash", coalesce(
       (select b.authority_id from seat_holder h join seat s on s.id = h.seat_id join body b on b.id = s.body_id
          where h.person_id = p.id order by h.valid_to desc nulls first limit 1),
       (select coalesce(b.authority_id, c.authority_id, r.scope_id) from role_assignment r
          left join body b on r.scope_kind = 'body' and b.id = r.scope_id
          left join principal c on r.scope_kind = 'principal' and c.id = r.scope_id
          where r.person_id = p.id and r.scope_id is not null order by r.valid_to desc nulls first limit 1),
       (select id from authority order by kind = 'board' desc, id limit 1)) as "authorityId"
     from person p join account a on a.person_id = p.id and a.state = 'active' where ${column} = ?`,
    [value],
  );
  return rows[0] ?? null;
}

/** Opens a session. Its moments are the machine's: a rehearsal's weeks do not sign anyone out. */
export async function openSession(tx: Transaction, personId: string, session: NewSession): Promise<void> {
  await tx.em.execute(
    `insert into session (id, person_id, csrf_token, created_at, last_seen_at, expires_at)
     values (?, ?, ?, clock_timestamp(), clock_timestamp(), clock_timestamp() + make_interval(hours => ?))`,
    [session.id, personId, session.csrfToken, session.hours],
  );
}

/** The audit row's subject for what somebody does with the own account. */
export function personSubject(account: Pick<OpenAccount, 'personId' | 'authorityId'>) {
  return { kind: 'person', id: account.personId, authorityId: account.authorityId } as const;
}

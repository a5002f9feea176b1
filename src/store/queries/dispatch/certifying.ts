import type { EntityManager } from '@mikro-orm/postgresql';
import type { DispatchableItem, DispatchEntry, DispatchPrincipal } from '../../../domain/dispatch/dispatch';
import type { Outcome } from '../../../domain/meetings/session/outcomes';
import type { Day } from '../../../domain/time/day';

/** A decided item with its paragraph, matter and dispatch list. */
export interface CertifiableItem extends DispatchableItem {
  readonly paragraphId: string;
  readonly number: number;
  readonly title: string;
  readonly matterId: string | null;
  readonly closed: boolean;
}

/** How a recipient is stored: what a dispatch row keeps of it. */
export interface KnownRecipient {
  readonly kind: 'person' | 'principalMailbox' | 'auditors';
  readonly personId: string | null;
  readonly principalId: string | null;
}

interface ItemRow {
  id: string;
  paragraph_id: string;
  number: number;
  title: string;
  matter_id: string | null;
  closed: boolean;
  outcome: Outcome | null;
  recipient_ids: string[];
}

interface RecipientRow {
  id: string;
  name: string;
  kind: 'person' | 'principalMailbox' | 'allMunicipalities' | 'auditors';
  person_id: string | null;
  principal_id: string | null;
  address: string | null;
}

/** Everything certifying needs of a meeting: its decided items, its principals, and who is behind each key. */
export async function readCertifying(
  em: EntityManager,
  meetingId: string,
): Promise<{
  readonly items: CertifiableItem[];
  readonly principals: DispatchPrincipal[];
  readonly known: ReadonlyMap<string, KnownRecipient>;
}> {
  const rows: ItemRow[] = await em.execute(
    // M-20: what a sub-item decides is sent in its item's paragraph, to the recipients of both.
    `select i.id, p.id as paragraph_id, p.number, i.title, i.matter_id, i.closed,
       coalesce(nullif(d.outcome, 'withdrawn'), (select min(sd.outcome) from agenda_item s join decision sd on sd.item_id = s.id
         where s.parent_id = i.id and s.state = 'listed' and sd.outcome <> 'withdrawn'), d.outcome) as outcome,
       i.recipient_ids || coalesce((select jsonb_agg(r.id order by r.id) from (
         select distinct jsonb_array_elements(s.recipient_ids) as id from agenda_item s join decision sd on sd.item_id = s.id
         where s.parent_id = i.id and s.state = 'listed' and sd.outcome <> 'withdrawn') r
         where not i.recipient_ids @> jsonb_build_array(r.id)), '[]'::jsonb) as recipient_ids
     from agenda_item i join paragraph p on p.item_id = i.id left join decision d on d.item_id = i.id
     where i.meeting_id = ? order by p.number`,
    [meetingId],
  );
  const recipients: RecipientRow[] = await em.execute(
    `select r.id, r.name, r.kind, r.person_id, r.principal_id, coalesce(person.email, principal.mailbox, r.address) as address
     from dispatch_recipient r join meeting m on m.body_id = r.body_id
     left join person on person.id = r.person_id left join principal on principal.id = r.principal_id
     where m.id = ? and not r.standing order by r.ordinal`,
    [meetingId],
  );
  const known = new Map<string, KnownRecipient>();
  const entries = new Map<string, DispatchEntry>();
  for (const row of recipients) {
    if (row.kind === 'allMunicipalities') {
      entries.set(row.id, { kind: 'group', name: row.name, members: 'municipalities' });
      continue;
    }
    const key = row.principal_id ?? row.person_id ?? row.id;
    known.set(key, { kind: row.kind, personId: row.person_id, principalId: row.principal_id });
    entries.set(row.id, {
      kind: 'recipient',
      recipient: { key, name: row.name, address: row.address ?? '' },
    });
  }
  const principals = await readPrincipals(em, meetingId);
  for (const { mailbox, auditors } of principals) {
    if (!known.has(mailbox.key))
      known.set(mailbox.key, { kind: 'principalMailbox', personId: null, principalId: mailbox.key });
    if (auditors !== null)
      known.set(auditors.key, { kind: 'auditors', personId: null, principalId: mailbox.key });
  }
  return {
    items: rows.map((row) => ({
      id: row.id,
      paragraphId: row.paragraph_id,
      number: row.number,
      title: row.title,
      matterId: row.matter_id,
      closed: row.closed,
      outcome: row.outcome,
      entries: row.recipient_ids.flatMap((id) => entries.get(id) ?? []),
    })),
    principals,
    known,
  };
}

/** The body's principals in its order, with the auditors who get the full minutes where they have an address (M-18). */
async function readPrincipals(em: EntityManager, meetingId: string): Promise<DispatchPrincipal[]> {
  const rows: {
    id: string;
    name: string;
    kind: 'region' | 'municipality';
    mailbox: string;
    auditors: string | null;
    since: Day;
  }[] = await em.execute(
    `select p.id, p.name, p.kind, p.mailbox,
         (select min(r.valid_from)::text from rules_of_procedure r where r.body_id = m.body_id) as since,
         (select r.address from dispatch_recipient r where r.body_id = m.body_id and r.kind = 'auditors' and r.standing
            and r.principal_id = p.id and (r.valid_to is null or r.valid_to >= m.day) limit 1) as auditors
       from meeting m join body_principal bp on bp.body_id = m.body_id join principal p on p.id = bp.principal_id
       where m.id = ? order by bp.ordinal`,
    [meetingId],
  );
  return rows.map((row) => ({
    kind: row.kind,
    // Principals joined the body with its first rules of procedure.
    validFrom: row.since,
    validTo: null,
    mailbox: { key: row.id, name: row.name, address: row.mailbox },
    auditors:
      row.auditors === null
        ? null
        : { key: `auditors/${row.id}`, name: `Revisorerna, ${row.name}`, address: row.auditors },
  }));
}

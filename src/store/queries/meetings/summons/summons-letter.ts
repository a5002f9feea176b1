import type { EntityManager } from '@mikro-orm/postgresql';
import type { AgendaVersionItem } from '../../../../domain/meetings/agenda/agenda-version-items';
import type {
  LetterDocument,
  LetterPerson,
  SummonsLetter,
} from '../../../../domain/meetings/summons/summons-letter';
import { changesBetween } from '../agenda/agenda-snapshot';
import { readAgendaVersions } from '../agenda/agenda-versions';
import { rulesOfMeeting } from '../plan/plan-rules';
import { readRecipients, readSummonses, type SummonsView } from './summons';

type MeetingFacts = Pick<
  SummonsLetter,
  'body' | 'host' | 'hostMailbox' | 'day' | 'startTime' | 'endTime' | 'place'
> & { readonly bodyId: string; readonly rulesId: string | null };

/** A summons with the facts that its letter and package are made from; null before the first is issued. */
export async function readSummonsLetter(
  em: EntityManager,
  meetingId: string,
): Promise<{ readonly summons: SummonsView; readonly letter: SummonsLetter } | null> {
  const summonses = await readSummonses(em, meetingId);
  const [summons, before] = summonses;
  const meeting = await meetingFacts(em, meetingId);
  if (summons === undefined || meeting === null) return null;
  const { bodyId, rulesId, ...facts } = meeting;
  const inForce = await rulesOfMeeting(em, { bodyId, rulesId, day: meeting.day });
  if (inForce === null) throw new Error('A summoned meeting without rules of procedure');
  const versions = await readAgendaVersions(em, meetingId);
  const version = versions.find(({ id }) => id === summons.agendaVersionId);
  if (version === undefined) throw new Error('A summons without its agenda version');
  const earlier = versions.find(({ id }) => id === before?.agendaVersionId);
  const { items } = version.snapshot;
  return {
    summons,
    letter: {
      ...facts,
      number: summons.number,
      issuedAt: summons.issuedAt,
      issuedBy: summons.issuedByName,
      changeNote: summons.changeNote,
      rules: inForce.rules,
      versionLetter: version.letter,
      changes: earlier === undefined ? [] : changesBetween(earlier.snapshot.items, items),
      people: await letterPeople(em, summons.id),
      items,
      documents: await letterDocuments(em, items),
    },
  };
}

async function meetingFacts(em: EntityManager, meetingId: string): Promise<MeetingFacts | null> {
  const rows: MeetingFacts[] = await em.execute(
    `select m.body_id as "bodyId", m.rules_id as "rulesId", b.name as body, p.name as host, p.mailbox as "hostMailbox",
       m.day::text as day, m.start_time as "startTime", m.end_time as "endTime", m.place
     from meeting m join body b on b.id = m.body_id join principal p on p.id = b.host_principal_id where m.id = ?`,
    [meetingId],
  );
  return rows[0] ?? null;
}

async function letterPeople(em: EntityManager, summonsId: string): Promise<LetterPerson[]> {
  return (await readRecipients(em, summonsId)).map((recipient) => {
    const { name, capacity, party, office, principal, title, unit, boardOfficer } = recipient;
    return { name, capacity, party, office, principal, title, unit, boardOfficer };
  });
}

/** The documents of open items as the approved version had them; of closed items the letter names none. */
async function letterDocuments(
  em: EntityManager,
  items: readonly AgendaVersionItem[],
): Promise<Record<string, LetterDocument[]>> {
  const documents: Record<string, LetterDocument[]> = {};
  for (const item of items) {
    if (item.closed || item.documentIds.length === 0) continue;
    const rows: { id: string; registryNumber: string | null }[] = await em.execute(
      'select id, registry_number as "registryNumber" from document where id in (?)',
      [item.documentIds],
    );
    const numbers = new Map(rows.map(({ id, registryNumber }) => [id, registryNumber]));
    documents[item.id] = item.documentIds.map((id, index) => ({
      id,
      label: item.documents[index] ?? '',
      registryNumber: numbers.get(id) ?? null,
    }));
  }
  return documents;
}

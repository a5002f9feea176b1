import { appointSeatHolder } from '../commands/bodies/appoint-seat-holder';
import { endSeatHolder } from '../commands/bodies/end-seat-holder';
import { registerPerson } from '../commands/people/register-person';
import { planTerms, type RegisterTerm, type TermPlan } from '../domain/bodies/register-terms';
import {
  readBodySlugs,
  readBodyTerms,
  readPeopleByAddress,
  type BodyTerms,
  type SeatOfBody,
} from '../store/queries/installation/body-terms';
import { readEntered } from '../store/queries/installation/entered';
import type { ElectedFile, ElectedRow } from './file/read-elected-file';
import { refusalSentence } from './file/refusal-sentence';
import { unknownName } from './file/unknown-name';
import { InstallationFault } from './installation-fault';
import { Office, type OfficeDeps } from './office';

/** What a file of the register changes, or has changed. */
export interface ElectedOutcome {
  readonly people: number;
  readonly takes: number;
  readonly ends: number;
  /** Terms that were entered already. */
  readonly found: number;
}

type People = Awaited<ReturnType<typeof readPeopleByAddress>>;

/**
 * Enters a body's terms of office as the register of elected people has them, through the same commands as everything else
 * (B-2). Whatever is wrong is added to the file's faults, and with any fault nothing is entered. A run that was cut off is run
 * again and goes on.
 * @param check only tells what would be changed
 * @returns null when the file has faults
 * @throws LoadFault or InstallationFault when it cannot be entered here
 */
export async function enterElected(
  deps: OfficeDeps,
  file: ElectedFile,
  slug: string,
  { check }: { readonly check: boolean },
): Promise<ElectedOutcome | null> {
  const em = deps.em.fork();
  const { there, demo } = await readEntered(em);
  if (demo) {
    throw new InstallationFault(
      'Databasen har demolänets påhittade uppgifter. Förtroendevalda förs in i en riktig installation.',
    );
  }
  const body = await readBodyTerms(em, slug);
  if (body === null) throw new InstallationFault(unknownName(slug, 'organen', await readBodySlugs(em)));
  const people = await readPeopleByAddress(em);
  const terms = file.rows.flatMap((row, index) => termOf(file, row, index, body, people));
  const plan = planTerms(terms, body.terms, body.metOn);
  for (const { row, field, refusal } of plan.faults) {
    const faulty = file.rows[row];
    if (faulty !== undefined) file.fault(faulty, columnOf[field], refusalSentence(refusal));
  }
  if (file.faults.length > 0) return null;
  const strangers = new Map(
    file.rows.flatMap(({ name, email }) =>
      name === undefined || email === undefined || people.has(email) ? [] : [[email, name]],
    ),
  );
  const { ends, takes, found } = plan;
  if (!check) await enter(new Office(deps, 'installation', there), body, plan, file.rows, strangers);
  return { people: strangers.size, takes: takes.length, ends: ends.length, found };
}

const columnOf = { person: 'email', party: 'party', office: 'office', from: 'from', until: 'until' } as const;

/** A row as a term, when all of it can be read and is in the body. Nobody has an id before being entered, but an address. */
function termOf(
  file: ElectedFile,
  row: ElectedRow,
  index: number,
  body: BodyTerms,
  people: People,
): RegisterTerm[] {
  const seat = seatOf(file, row, body);
  const { name, email, party, office, from, until } = row;
  const person = email === undefined ? undefined : people.get(email);
  if (person !== undefined && name !== undefined && person.name !== name) {
    const says = `adressen tillhör "${person.name}", som redan är upplagd; skriv namnet så, eller rätta adressen`;
    file.fault(row, 'name', says);
  }
  if (seat === null || email === undefined || party === undefined || office === undefined) return [];
  if (from === undefined || until === undefined || (until !== null && until < from)) return [];
  const personId = person?.id ?? email;
  return [{ row: index, seatId: seat.id, personId, party, office, validFrom: from, validTo: until }];
}

function seatOf(file: ElectedFile, row: ElectedRow, body: BodyTerms): SeatOfBody | null {
  const { principal, kind, ordinal } = row;
  if (principal !== undefined && !body.principals.includes(principal)) {
    file.fault(row, 'principal', unknownName(principal, 'organets huvudmän', body.principals));
  }
  if (kind === undefined || ordinal === undefined) return null;
  const among = body.seats.filter((seat) => seat.kind === kind);
  const seat = among.find((each) => each.ordinal === ordinal);
  if (seat === undefined) {
    const says = `organet har ${among.length} platser för ${kind === 'member' ? 'ledamöter' : 'ersättare'}`;
    file.fault(row, 'ordinal', says);
    return null;
  }
  if (principal !== undefined && body.principals.includes(principal) && seat.principal !== principal) {
    const { [kind]: word } = { member: 'ledamot', substitute: 'ersättare' };
    file.fault(row, 'principal', `plats ${ordinal} för ${word} tillhör ${seat.principal}`);
    return null;
  }
  return seat;
}

/** Ends come first: whoever moves to another seat has left the old one. */
async function enter(
  office: Office,
  body: BodyTerms,
  plan: TermPlan,
  rows: readonly ElectedRow[],
  strangers: ReadonlyMap<string, string>,
): Promise<void> {
  const ids = new Map<string, string>();
  for (const [email, name] of strangers) {
    const unset = { phone: null, title: null, unit: null, language: 'sv', password: null };
    const input = { ...unset, authorityId: body.authorityId, name, email };
    ids.set(
      email,
      await office.once(`person/${email}`, name, registerPerson, input, ({ personId }) => personId),
    );
  }
  for (const { id: seatHolderId, validTo } of plan.ends) {
    await office.once(
      `holder-end/${seatHolderId}`,
      `${body.name}, uppdrag som slutar ${validTo}`,
      endSeatHolder,
      { seatHolderId, validTo },
      () => seatHolderId,
    );
  }
  for (const { row, personId: known, ...term } of plan.takes) {
    const personId = ids.get(known) ?? known;
    await office.once(
      `holder/${term.seatId}/${personId}/${term.validFrom}`,
      `${body.name}, ${rows[row]?.name ?? ''}`,
      appointSeatHolder,
      { ...term, personId },
      ({ seatHolderId }) => seatHolderId,
    );
  }
}

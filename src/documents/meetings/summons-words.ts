import type { AgendaVersionItem } from '../../domain/meetings/agenda/agenda-version-items';
import type {
  LetterDocument,
  LetterPerson,
  SummonsLetter,
} from '../../domain/meetings/summons/summons-letter';
import { addDays } from '../../domain/time/day';
import { dayOf } from '../../domain/time/stockholm';
import { agendaChangeText } from '../../i18n/agenda-changes';
import { clockText, dayText } from '../../i18n/dates';
import { listText } from '../../i18n/numbers';
import type { AgendaItemText, AgendaSubItemText } from './agenda-item';
import type { Letterhead } from '../document-frame';
import { reportedWords } from './reported-words';
import type { SummonsData } from './summons';

// The summons is Swedish by law, whatever language its reader has chosen.

/** The letter of a summons in finished words (M-4). */
export function summonsWords(letter: SummonsLetter): SummonsData {
  const { day, number, rules } = letter;
  const issuedDay = dayText('sv', dayOf(letter.issuedAt));
  const lines = (capacity: LetterPerson['capacity']) =>
    letter.people.filter((person) => person.capacity === capacity).map(personLine);
  const remoteDay = addDays(day, -rules.remoteRequestDays);
  return {
    letterhead: summonsLetterhead(letter),
    body: letter.body,
    reference: `Sammanträde ${day}`,
    date: dayText('sv', day),
    time: `kl. ${clockText('sv', letter.startTime)}–${clockText('sv', letter.endTime)}`,
    place: letter.place,
    ...(rules.remoteParticipation
      ? {
          remote: `Den som vill delta på distans begär det senast ${dayText('sv', remoteDay)}. Ordföranden beslutar.`,
        }
      : {}),
    ...(number === 1
      ? {}
      : {
          version: `Ändrad kallelse, version ${number}, ${issuedDay}`,
          changes: [
            ...letter.changes.map((change) => agendaChangeText('sv', change)),
            ...(letter.changeNote === null ? [] : [letter.changeNote]),
          ],
        }),
    members: lines('member'),
    substitutes: lines('substitute'),
    others: lines('other'),
    absence: 'Anmäl förhinder i Samråd så snart du vet om det. Då kallas en ersättare från samma huvudman.',
    issued: `Kallelsen utfärdades ${issuedDay} av ${letter.issuedBy}. Föredragningslistan är godkänd av ordföranden, version ${letter.versionLetter}.`,
    items: agendaWords(letter.items, letter.documents),
  };
}

/** «Handlingar till Gemensam hjälpmedelsnämnd fredag 20 februari 2026» */
export function packageTitle({ body, day }: Pick<SummonsLetter, 'body' | 'day'>): string {
  return `Handlingar till ${body} ${dayText('sv', day)}`;
}

/** Whose paper it is: the board, in the organisation that hosts it. */
export function summonsLetterhead({
  body,
  host,
  hostMailbox,
}: Pick<SummonsLetter, 'body' | 'host' | 'hostMailbox'>): Letterhead {
  return { organisation: body, unit: host, contactLines: [host, hostMailbox] };
}

/** "Karin Ask (L), ordförande, Region Västerdal"; an official by title and unit: "Lina Strand, konsulent, Hjälpmedelscentrum". */
function personLine({ name, party, office, principal, title, unit, boardOfficer }: LetterPerson): string {
  const held = party === null || party === '' ? name : `${name} (${party})`;
  const role = office === 'chair' ? 'ordförande' : office === 'viceChair' ? 'vice ordförande' : null;
  // Of "Förvaltningen, Enheten" the letter names the unit alone, as the boards do.
  const place = boardOfficer ? null : (unit?.split(',').at(-1)?.trim() ?? null);
  const details = principal === null ? [title, place] : [role, principal];
  return [held, ...details.filter((detail) => detail !== null && detail !== '')].join(', ');
}

/** The items of an agenda as the letter prints them, sub-items within their item; withdrawn ones keep their number. */
export function agendaWords(
  items: readonly AgendaVersionItem[],
  documents: Readonly<Record<string, readonly LetterDocument[]>>,
): AgendaItemText[] {
  return items
    .filter(({ parentId }) => parentId === null)
    .map((item) => ({
      number: item.label,
      title: item.title,
      ...(item.registryNumber === null ? {} : { registryNumber: item.registryNumber }),
      ...markOf(item),
      ...(item.withdrawn || item.closed ? {} : contents(item, documents[item.id] ?? [])),
      ...subItems(items.filter(({ parentId, withdrawn }) => parentId === item.id && !withdrawn)),
    }));
}

function markOf({ withdrawn, closed, late }: AgendaVersionItem): Pick<AgendaItemText, 'mark'> {
  const marks = withdrawn
    ? ['Utgår']
    : [...(closed ? ['Stängd överläggning'] : []), ...(late ? ['Extra ärende'] : [])];
  return marks.length === 0 ? {} : { mark: marks.join(', ') };
}

function contents(item: AgendaVersionItem, documents: readonly LetterDocument[]): Partial<AgendaItemText> {
  const summary = summaryOf(item);
  const labels = documents.map(({ label }) => label);
  const reported = reportedWords(item.kind, summary, documents);
  return {
    // A standard sentence that proposes nothing stands without a heading.
    ...(summary === undefined || reported !== null
      ? {}
      : item.kind === 'formality'
        ? { note: summary }
        : { summary }),
    ...(item.points.length === 0 ? {} : { proposal: item.points }),
    ...(item.recipients.length === 0 ? {} : { dispatchTo: item.recipients }),
    ...(reported ?? (labels.length === 0 ? {} : { supporting: labels })),
  };
}

/** The item's own words, then who informs: "Helena Mårtens informerar." and when, where a time is planned. */
function summaryOf({ summary, presenters, plannedTime }: AgendaVersionItem): string | undefined {
  const names = presenters.map(({ name }) => name);
  const time = plannedTime === null ? '' : `kl. ${plannedTime.replace(':', '.')}`;
  const sentence =
    names.length === 0
      ? time === ''
        ? ''
        : `Cirka ${time}.`
      : `${[listText('sv', names), 'informerar', time].filter((part) => part !== '').join(' ')}.`;
  const parts = [summary ?? '', sentence].filter((part) => part.trim() !== '');
  return parts.length === 0 ? undefined : parts.join('\n\n');
}

function subItems(items: readonly AgendaVersionItem[]): { readonly subItems?: AgendaSubItemText[] } {
  if (items.length === 0) return {};
  return {
    subItems: items.map((item) => {
      const summary = item.closed ? undefined : item.summary;
      const names = item.presenters.map(({ name }) => name).filter((name) => name !== '');
      return {
        number: item.label,
        title: item.title,
        ...(names.length === 0 ? {} : { presenter: listText('sv', names) }),
        ...(summary === undefined || summary === null || summary === '' ? {} : { summary }),
        ...(item.points.length === 0 || item.closed ? {} : { proposal: item.points }),
      };
    }),
  };
}

import type { Capacity } from '../domain/access/capacities';
import type { Language } from '../i18n/languages';
import { text, type TextKey } from '../i18n/texts';
import { paths } from './paths';
import type { NavItem } from './render/shell';

interface Entry {
  readonly text: TextKey;
  readonly href: string;
  /** For everyone, for everyone signed in, or for those who hold one of these. */
  readonly for: 'everyone' | 'signedIn' | readonly Capacity[];
}

/** The main menu, in its order. Each reader sees what the own roles come to do; access itself is decided by each page. */
export const entries: readonly Entry[] = [
  { text: 'people.tasksTitle', href: paths.tasks.to(), for: 'signedIn' },
  {
    text: 'meetings.meetingsTitle',
    href: paths.meetings.to(),
    for: ['secretary', 'chair', 'viceChair', 'member', 'substitute', 'headOfCentre', 'official', 'auditor'],
  },
  {
    text: 'register.mattersTitle',
    href: paths.matters.to(),
    for: ['secretary', 'chair', 'viceChair', 'member', 'substitute', 'headOfCentre', 'official', 'auditor'],
  },
  { text: 'memos.memosTitle', href: paths.memos.to(), for: ['official', 'secretary', 'headOfCentre'] },
  {
    text: 'assignments.listTitle',
    href: paths.assignments.to(),
    for: ['secretary', 'chair', 'viceChair', 'headOfCentre', 'official', 'auditor'],
  },
  { text: 'dispatch.receivedListTitle', href: paths.received.to(), for: ['registrar', 'headOfCentre'] },
  { text: 'notices.boardTitle', href: paths.noticeBoard.to(), for: 'everyone' },
  { text: 'operations.driftTitle', href: paths.drift.to(), for: ['operator'] },
  { text: 'people.meTitle', href: paths.me.to(), for: 'signedIn' },
];

/** The menu of a reader. @param held the roles of today */
export function navigation(
  lang: Language,
  held: ReadonlySet<Capacity>,
  signedOut: boolean,
  pathname: string,
): NavItem[] {
  return entries
    .filter((entry) => isFor(entry, held, signedOut))
    .map((entry) => ({
      text: text(lang, entry.text),
      href: entry.href,
      current: isWithin(pathname, entry.href),
    }));
}

function isFor(entry: Entry, held: ReadonlySet<Capacity>, signedOut: boolean): boolean {
  if (entry.for === 'everyone') return true;
  if (signedOut) return false;
  return entry.for === 'signedIn' || entry.for.some((capacity) => held.has(capacity));
}

function isWithin(pathname: string, href: string): boolean {
  return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
}

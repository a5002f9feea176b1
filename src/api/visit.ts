import type { Request } from 'express';
import type { Actor } from '../contracts/actor';
import type { Language } from '../i18n/languages';
import type { ThemeChoice } from './render/shell';

/** Who is signed in in this browser. */
export interface SignedInSession {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly csrfToken: string;
}

/** One request: who reads, in which language, and the name it has in the log. */
export interface Visit {
  readonly traceId: string;
  readonly lang: Language;
  readonly theme: ThemeChoice;
  readonly session: SignedInSession | null;
  /** Whose session it was that this browser still remembers but that has ended. */
  readonly endedSessionOf: string | null;
  /** The reader's network address, for throttling only; never logged. */
  readonly address: string;
}

const visits = new WeakMap<Request, Visit>();

export function beginVisit(req: Request, visit: Visit): void {
  visits.set(req, visit);
}

/** The visit of a request. @throws when the visit has not begun: a fault in the order of the middleware */
export function visitOf(req: Request): Visit {
  const visit = visits.get(req);
  if (visit === undefined) throw new Error('The visit has not begun');
  return visit;
}

export function actorOf(visit: Visit): Actor {
  return visit.session === null ? { kind: 'public' } : { kind: 'person', personId: visit.session.personId };
}

import type { ProcessKind } from './processes';

/**
 * The case's clock. Business days and deadlines run on it; leases, retries and timeouts run on the machine's.
 * The workflow server's time is a line through the case's: the same for the real clock, shifted in a rehearsal, scaled in a kill test.
 */
export interface Clock {
  /** Now, on the case's clock. */
  now(): Promise<Date>;
  /** The workflow server's moment (epoch ms) of a moment on the case's clock. */
  toServerTime(at: Date): number;
}

/** A wake row that is to become a signal-with-start. */
export interface WakeToSend {
  readonly id: string;
  readonly kind: ProcessKind;
  readonly rowId: string;
  readonly authorityId: string;
}

/** Sends wakes to the workflow server. @throws when the server is away; a kind it does not know is a `WakeRefused`. */
export interface WakeSender {
  send(wake: Pick<WakeToSend, 'kind' | 'rowId' | 'authorityId'>): Promise<void>;
}

/** The wake can never be delivered as it is: parked at once and shown to the operator (wake.md 3). */
export class WakeRefused extends Error {}

/** Structured log without personal data: ids, codes, figures. */
export interface Log {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
}

/** Keeps short texts that travel outside the database: forms of an ended session, receipts, sign-in links in letters. */
export interface Sealer {
  /** Encrypts and signs; only the same purpose opens it. */
  readonly seal: (purpose: string, text: string) => string;
  /** The text, or null when it was not sealed here for this purpose. */
  readonly open: (purpose: string, sealed: string) => string | null;
  /** A keyed hash (hex), to recognise a value without storing it. */
  readonly fingerprint: (purpose: string, text: string) => string;
}

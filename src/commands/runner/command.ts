import type { z } from 'zod';
import type { Act } from '../../domain/access/acts';
import type { AccessObject } from '../../domain/access/capacities';
import type { Refusal } from '../../domain/refusals/refusal';
import type { CommandName } from '../../contracts/commands';
import type { ProcessKind } from '../../contracts/processes';
import type { Transaction } from './transaction';

/** The row of a process that the step concerns; a wake is written for it in the step's transaction. */
export interface WakeFor {
  readonly kind: ProcessKind;
  readonly row: string;
  readonly authority: string;
  /** Seconds to gather many answers to one row into one wake (wake.md 4). */
  readonly gather?: number;
}

/** What the command was about: goes into the audit row. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
  readonly authorityId: string;
}

export interface Done<Result> {
  readonly ok: true;
  readonly result: Result;
  readonly subject: Subject;
  /** Only steps wake; an act that changed nothing wakes nobody. */
  readonly wakes?: readonly WakeFor[];
}

export type Outcome<Result> = Done<Result> | Refusal;

/** Who may act is decided on the object as it stands under the command's own transaction. */
export interface Permission {
  readonly act: Act;
  readonly object: AccessObject;
}

/**
 * One verb of the office: the only way rows are written.
 * `edit` changes a record within a phase, `step` moves a process on and wakes it.
 */
export interface Command<Input, Result> {
  readonly name: CommandName;
  readonly kind: 'edit' | 'step';
  readonly input: z.ZodType<Input>;
  /** Finds what is acted upon, or refuses (`not-found`). Omitted where only processes or the system may call. */
  readonly permission:
    ((tx: Transaction, input: Input) => Promise<Permission | Refusal>) | 'internal' | 'public';
  readonly handle: (tx: Transaction, input: Input) => Promise<Outcome<Result>>;
}

/** Fixes the types of a command from its contract. */
export function defineCommand<Input, Result>(command: Command<Input, Result>): Command<Input, Result> {
  return command;
}

import { ApplicationFailure } from '@temporalio/common';
import type { Command } from '../../commands/runner/command';
import type { Runner } from '../../commands/runner/run';
import type { Actor } from '../../contracts/actor';
import type { ActAnswer } from '../../contracts/processes';
import type { RefusalCode } from '../../domain/refusals/catalogue';

/** Refusals that say: the row has moved on, there is nothing left to do. */
const movedOn: ReadonlySet<RefusalCode> = new Set(['stale-version']);

/**
 * A process's act that is one command. A stale version is an act that was superseded; any other refusal means that the
 * read and the command disagree, and is a fault at once: trying the same again would not change it.
 */
export async function runStep<Input, Result>(
  run: Runner,
  command: Command<Input, Result>,
  actor: Actor,
  input: unknown,
): Promise<ActAnswer> {
  const outcome = await run(command, actor, input);
  if (outcome.ok) return 'done';
  if (movedOn.has(outcome.code)) return 'superseded';
  throw ApplicationFailure.nonRetryable(outcome.code, outcome.code);
}

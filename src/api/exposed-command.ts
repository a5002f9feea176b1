import type { z } from 'zod';
import type { Command } from '../commands/runner/command';
import type { RunOptions, Runner, RunResult } from '../commands/runner/run';
import type { Actor } from '../contracts/actor';
import type { CommandName } from '../contracts/commands';
import type { TextKey } from '../i18n/texts';

/** A command as forms and JSON post it; its types are kept inside. */
export interface ExposedCommand {
  readonly name: CommandName;
  readonly kind: 'edit' | 'step';
  /** For whoever has a one-time link, signed in or not: the command itself checks the link's proof. */
  readonly byLink: boolean;
  readonly input: z.ZodType;
  readonly result: z.ZodType;
  /** What the next page says when it is done; filled with the result's own words and numbers. */
  readonly receipt: TextKey;
  readonly summary: string;
  readonly run: (
    runner: Runner,
    actor: Actor,
    input: unknown,
    options: RunOptions,
  ) => Promise<RunResult<unknown>>;
}

/**
 * Puts a command where people reach it: `POST /gor/<name>` for forms, `POST /api/commands/<name>` for JSON.
 * @throws when the command is internal: those are for processes only
 */
export function expose<Input, Result>(
  command: Command<Input, Result>,
  options: {
    /** The shape of the result, for the OpenAPI document. */
    readonly result: z.ZodType<Result>;
    readonly receipt: TextKey;
    /** One line in English for the OpenAPI document. */
    readonly summary: string;
  },
): ExposedCommand {
  if (command.permission === 'internal') throw new Error(`${command.name} is internal: not for forms`);
  return {
    name: command.name,
    kind: command.kind,
    byLink: command.permission === 'public',
    input: command.input,
    ...options,
    run: (runner, actor, input, runOptions) => runner(command, actor, input, runOptions),
  };
}

import type { EntityManager } from '@mikro-orm/postgresql';
import type { Command } from '../commands/runner/command';
import type { Runner } from '../commands/runner/run';
import type { Actor } from '../contracts/actor';
import type { Refusal } from '../domain/refusals/refusal';

export interface OfficeDeps {
  readonly run: Runner;
  readonly em: EntityManager;
  /** Told in Swedish what is being entered. */
  readonly say: (line: string) => void;
}

/** A command that the data asked for was refused: the data is wrong, not the system. */
export class LoadFault extends Error {
  constructor(
    readonly what: string,
    readonly refusal: Refusal,
  ) {
    super(`${what}: ${refusal.code} ${JSON.stringify(refusal.facts)}`);
    this.name = 'LoadFault';
  }
}

/**
 * Enters data through the same commands as everything else. Each act has a key of its own: a load that was cut off goes on
 * where it ended.
 */
export class Office {
  private acts = 0;

  constructor(
    private readonly deps: OfficeDeps,
    /** Begins every key, such as 'demo'. */
    private readonly keys: string,
  ) {}

  get em(): EntityManager {
    return this.deps.em;
  }

  say(line: string): void {
    this.deps.say(line);
  }

  /** @throws LoadFault when the command is refused */
  async does<Input, Result>(
    what: string,
    command: Command<Input, Result>,
    input: unknown,
    actor: Actor = { kind: 'system' },
    key?: string,
  ): Promise<Result> {
    const done = await this.tries(command, input, actor, key);
    if (!done.ok) throw new LoadFault(what, done);
    return done.result;
  }

  /** The same for what may be refused, such as a broken file. */
  async tries<Input, Result>(
    command: Command<Input, Result>,
    input: unknown,
    actor: Actor = { kind: 'system' },
    key?: string,
  ): Promise<{ readonly ok: true; readonly result: Result } | Refusal> {
    this.acts += 1;
    return this.deps.run(command, actor, input, { key: `${this.keys}/${key ?? this.acts}` });
  }
}

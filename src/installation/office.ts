import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Command } from '../commands/runner/command';
import type { Runner } from '../commands/runner/run';
import type { Actor } from '../contracts/actor';
import type { Refusal } from '../domain/refusals/refusal';
import { refusalSentence } from './file/refusal-sentence';

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
    super(`${what}: ${refusalSentence(refusal)} (${refusal.code})`);
    this.name = 'LoadFault';
  }
}

/**
 * Enters data through the same commands as everything else. Each act has a key of its own: a load that was cut off goes on
 * where it ended.
 */
export class Office {
  private acts = 0;
  /** Of what has a name of its own: how much was entered now, and how much was there already. */
  readonly count = { entered: 0, found: 0 };

  constructor(
    private readonly deps: OfficeDeps,
    /** Begins every key, such as 'demo'. */
    private readonly keys: string,
    /** Ids of what was there before, by name; null for a load that begins with nothing and numbers its acts. */
    private readonly there: ReadonlyMap<string, string> | null = null,
  ) {}

  get em(): EntityManager {
    return this.deps.em;
  }

  say(line: string): void {
    this.deps.say(line);
  }

  /** The id of what was there before. */
  found(name: string): string | undefined {
    return this.there?.get(name);
  }

  /**
   * Enters what has a name of its own, unless it is there already.
   * @returns its id
   * @throws LoadFault when the command is refused
   */
  async once<Input, Result>(
    name: string,
    what: string,
    command: Command<Input, Result>,
    input: unknown,
    idOf: (result: Result) => string,
  ): Promise<string> {
    const id = this.found(name);
    if (id !== undefined) {
      this.count.found += 1;
      return id;
    }
    // Two runs at once meet at the key. It is a hash: names may be long, and addresses belong in no key.
    const key = this.there === null ? undefined : createHash('sha256').update(name).digest('hex');
    const done = await this.does(what, command, input, { kind: 'system' }, key);
    this.count.entered += 1;
    return idOf(done);
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

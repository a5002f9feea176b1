import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { WakeSender } from '../contracts/ports';
import { databaseName } from '../infrastructure/embedded/postgres/postgres-roles';
import { readPorts, type Secrets } from '../infrastructure/embedded/stored-settings';
import type { CaseRows } from '../rehearsal/case-rows';
import { connectOrm } from '../store/orm';
import { rowsOf } from './case-parts';

const AGAIN_MS = 200;

/** The rows of an installation as its superuser sees them, asked again for as long as the database is away. */
export class SteadyRows {
  private orm: MikroORM | undefined;

  constructor(
    private readonly root: string,
    private readonly secrets: Secrets,
    private readonly patienceMs: number,
  ) {}

  /** @throws what the last try threw, when patience is out */
  async ask<Answer>(question: (em: EntityManager) => Promise<Answer>): Promise<Answer> {
    const since = performance.now();
    for (;;) {
      try {
        this.orm ??= await connectOrm(this.address(), 2);
        return await question(this.orm.em.fork());
      } catch (error) {
        if (performance.now() - since > this.patienceMs) throw error;
        await this.close();
        await wait(AGAIN_MS);
      }
    }
  }

  /** What the player asks. */
  forPlayer(wakeSender: WakeSender): CaseRows {
    return {
      unsettled: (now) => this.ask((em) => rowsOf(em, wakeSender).unsettled(now)),
      nextInstant: (now) => this.ask((em) => rowsOf(em, wakeSender).nextInstant(now)),
      find: (pointer, focus) => this.ask((em) => rowsOf(em, wakeSender).find(pointer, focus)),
      meetingOn: (body, day) => this.ask((em) => rowsOf(em, wakeSender).meetingOn(body, day)),
    };
  }

  async close(): Promise<void> {
    const { orm } = this;
    this.orm = undefined;
    await orm?.close(true).catch(() => undefined);
  }

  /** A supervisor that starts again may have given the database another port. */
  private address(): string {
    const { postgres } = readPorts(this.root);
    if (postgres === undefined) throw new Error('The database has no port yet');
    return `postgresql://postgres:${this.secrets.superuserPassword}@127.0.0.1:${String(postgres)}/${databaseName}`;
  }
}

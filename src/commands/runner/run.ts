import { OptimisticLockError } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../contracts/actor';
import type { Clock, Log, Sealer, WakeSender } from '../../contracts/ports';
import { may } from '../../domain/access/may';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import { dayOf } from '../../domain/time/stockholm';
import { attemptedOn } from './attempted';
import { writeAudit } from './audit';
import { begin } from './begin';
import type { Command } from './command';
import { deliverAtOnce } from './deliver';
import { problemsOf } from './problems';
import { recordDone } from './record';
import { firstResult, keyedRequest } from './requests';
import { transaction, type Transaction } from './transaction';
import type { WrittenWake } from './wakes';

export interface RunnerDeps {
  /** The root entity manager; each run forks it. */
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly wakeSender: WakeSender;
  readonly log: Log;
  /** Keys the hashes that make Message-IDs and one-time links; the same for all processes of an installation. */
  readonly secret: string;
  /** Seals the one-time links that letters carry. */
  readonly sealer: Pick<Sealer, 'seal'>;
}

export interface RunOptions {
  /** `Idempotency-Key`: a repeat with the same input gets the first result. */
  readonly key?: string | undefined;
  readonly traceId?: string | undefined;
}

export type RunResult<Result> = { readonly ok: true; readonly result: Result } | Refusal;

/** Runs commands: the one place where transactions, permission, audit, wakes and idempotency meet. */
export type Runner = <Input, Result>(
  command: Command<Input, Result>,
  actor: Actor,
  input: unknown,
  options?: RunOptions,
) => Promise<RunResult<Result>>;

/** Raised inside the transaction to roll it back with a refusal; never leaves the runner. */
class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

const RETRIES = 3;
/**
 * Serialisation failure, deadlock, and two that wrote what only one may: the second try finds what the other wrote, and gets
 * the refusal that says so.
 */
const LOST_RACES = new Set(['40001', '40P01', '23505', '23P01']);

/**
 * Makes the runner. What it returns `ok` is committed; a refusal has changed nothing but the audit log.
 * A lost race is tried three times, then it is a fault (thrown).
 */
export function createRunner(deps: RunnerDeps): Runner {
  return async (command, actor, input, options = {}) => {
    const parsed = command.input.safeParse(input);
    if (!parsed.success) {
      const refusal = refuse('input-invalid', { problems: problemsOf(parsed.error) });
      await auditRefusal(deps, command.name, actor, refusal, input, options);
      return refusal;
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(deps, command, actor, parsed.data, options);
      } catch (error) {
        if (error instanceof RolledBack) {
          await auditRefusal(deps, command.name, actor, error.refusal, input, options);
          return error.refusal;
        }
        if (error instanceof OptimisticLockError) {
          const stale = refuse('stale-version');
          await auditRefusal(deps, command.name, actor, stale, input, options);
          return stale;
        }
        if (attempt >= RETRIES || !LOST_RACES.has(sqlState(error))) throw error;
      }
    }
  };
}

async function once<Input, Result>(
  deps: RunnerDeps,
  command: Command<Input, Result>,
  actor: Actor,
  input: Input,
  options: RunOptions,
): Promise<RunResult<Result>> {
  const now = await deps.clock.now();
  const request = options.key === undefined ? undefined : keyedRequest(options.key, command.name, input);
  let wakes: WrittenWake[] = [];
  const result = await deps.em.fork().transactional(async (em) => {
    const { holder, keyTaken } = await begin(em, actor, dayOf(now), request);
    const tx = transaction(em, actor, holder, now, deps.secret, deps.sealer.seal);
    if (request !== undefined && !keyTaken) {
      const repeated = await firstResult(em, actor, request);
      if (repeated !== null) {
        if (!repeated.ok) throw new RolledBack(repeated);
        return repeated.result as Result;
      }
    }
    await authorise(tx, command, input);
    const outcome = await command.handle(tx, input);
    if (!outcome.ok) throw new RolledBack(outcome);
    await em.flush();
    wakes = await recordDone(em, {
      actor,
      command,
      subject: outcome.subject,
      result: outcome.result,
      wakes: outcome.wakes ?? [],
      key: options.key,
      happenedAt: now,
      traceId: options.traceId,
    });
    return outcome.result;
  });
  // After the answer is on its way: whoever waits for it does not wait for the wakes.
  if (wakes.length > 0) setImmediate(() => deliverAtOnce(deps, wakes));
  return { ok: true, result };
}

/** Internal commands are for processes and the system; links are checked by the command that the link is for. */
async function authorise<Input, Result>(
  tx: Transaction,
  command: Command<Input, Result>,
  input: Input,
): Promise<void> {
  const { permission } = command;
  const trusted = tx.actor.kind === 'process' || tx.actor.kind === 'system';
  if (permission === 'public') return;
  if (permission === 'internal') {
    if (!trusted) throw new RolledBack(refuse('not-allowed', { who: 'system' }));
    return;
  }
  const wanted = await permission(tx, input);
  if ('ok' in wanted) throw new RolledBack(wanted);
  if (trusted) return;
  const verdict = may(tx.holder, wanted.act, wanted.object, tx.today);
  if (!verdict.ok) throw new RolledBack(verdict);
}

/** Every refused attempt leaves an audit row, in a transaction of its own since the command's was rolled back. */
async function auditRefusal(
  deps: RunnerDeps,
  act: string,
  actor: Actor,
  refusal: Refusal,
  input: unknown,
  options: RunOptions,
): Promise<void> {
  const happenedAt = await deps.clock.now();
  await writeAudit(deps.em.fork(), {
    actor,
    act,
    result: 'refused',
    code: refusal.code,
    subject: attemptedOn(input),
    happenedAt,
    traceId: options.traceId,
  });
}

function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

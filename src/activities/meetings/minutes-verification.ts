import type { EntityManager } from '@mikro-orm/postgresql';
import { askSigners, remindSigners } from '../../commands/meetings/verification/ask-signers';
import { fileFrozenMinutes, fileVerifiedMinutes } from '../../commands/meetings/verification/file-minutes';
import type { Command } from '../../commands/runner/command';
import type { Runner } from '../../commands/runner/run';
import type { Actor } from '../../contracts/actor';
import type { OfMinutes } from '../../contracts/meetings/verification/process';
import type { Clock } from '../../contracts/ports';
import type { ActAnswer, ActInput } from '../../contracts/processes';
import { renderMinutes, type MinutesData } from '../../documents/meetings/minutes';
import {
  minutesWords,
  publicMinutesWords,
  verifiedMinutesWords,
} from '../../documents/meetings/minutes-words';
import { inspectPdf } from '../../documents/package/inspect-pdf';
import {
  minutesVerificationDue,
  type MinutesVerificationAct,
} from '../../domain/meetings/minutes/minutes-verification-due';
import type { VerifiedFacts, WrittenMinutes } from '../../domain/meetings/minutes/written-minutes';
import { readSigning } from '../../store/queries/meetings/minutes/minutes-signing';
import { readMinutesVerification } from '../../store/queries/meetings/minutes/minutes-verification';
import { readVerified } from '../../store/queries/meetings/minutes/minutes-verified';
import { readWrittenMinutes } from '../../store/queries/meetings/minutes/minutes-written';
import { runStep } from '../process/run-step';
import type { Process } from '../process/turn';
import { readAs } from '../process/read-as';

export interface MinutesVerificationDeps {
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly run: Runner;
}

/** Minutes from the closed meeting to the verified copy (architecture.md, `minutesVerification`). */
export function createMinutesVerification(deps: MinutesVerificationDeps): Process {
  const step =
    (command: Command<OfMinutes, { minutesId: string }>) =>
    (input: ActInput, actor: Actor): Promise<ActAnswer> =>
      runStep(deps.run, command, actor, { minutesId: input.row, version: input.version });
  const acts = {
    freezeMinutes: (input, actor) => freeze(deps, input, actor),
    askSigners: step(askSigners),
    remindSigners: step(remindSigners),
    keepVerifiedCopy: (input, actor) => keepVerified(deps, input, actor),
  } satisfies Record<MinutesVerificationAct, Process['acts'][string]>;
  return {
    kind: 'minutesVerification',
    read: async (em, row, now) => {
      const read = await readMinutesVerification(em, row);
      if (read === null) throw new Error('No such minutes');
      return { version: read.version, ...minutesVerificationDue(read.facts, now) };
    },
    acts,
  };
}

/** The PDF that is signed, made once for its round: `minutes/<id>/round/<number>`. */
async function freeze(deps: MinutesVerificationDeps, input: ActInput, actor: Actor): Promise<ActAnswer> {
  const read = await readAs(deps, actor, async (em) => ({
    minutes: await readWrittenMinutes(em, input.row),
    round: (await readSigning(em, input.row))?.round ?? null,
  }));
  if (read.minutes === null || read.round === null) return 'superseded';
  const made = await madeFrom(minutesWords(read.minutes), read.round.openedAt);
  return runStep(deps.run, fileFrozenMinutes, actor, { roundId: read.round.id, made });
}

/** The verified copy and the copy for the public, each once: `minutes/<id>/verified`, `minutes/<id>/public`. */
async function keepVerified(
  deps: MinutesVerificationDeps,
  input: ActInput,
  actor: Actor,
): Promise<ActAnswer> {
  const read = await readAs(deps, actor, async (em) => ({
    minutes: await readWrittenMinutes(em, input.row),
    facts: await readVerified(em, input.row),
  }));
  const { minutes, facts } = read;
  if (minutes === null || facts === null) return 'superseded';
  return runStep(deps.run, fileVerifiedMinutes, actor, {
    minutesId: input.row,
    verified: await madeFrom(verifiedMinutesWords(minutes, facts), facts.lastSignedAt),
    published: await publishedFrom(minutes, facts),
  });
}

/** The published copy is also read as a page: its words are kept with the numbers of its paragraphs. */
async function publishedFrom(
  minutes: WrittenMinutes,
  facts: VerifiedFacts & { readonly lastSignedAt: Date },
): Promise<object> {
  const words = publicMinutesWords(minutes, facts);
  const numbers = minutes.paragraphs.map(({ number }) => number);
  return { ...(await madeFrom(words, facts.lastSignedAt)), snapshot: { words, numbers } };
}

async function madeFrom(words: MinutesData, createdAt: Date): Promise<object> {
  const made = await renderMinutes(words, { createdAt });
  const { pages } = await inspectPdf(made.pdf);
  return {
    bytes: made.pdf,
    pages,
    template: made.template,
    renderer: made.renderer,
    snapshot: words,
    claims: ['PDF/A-3a', 'PDF/UA-1'],
  };
}

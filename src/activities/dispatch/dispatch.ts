import type { EntityManager } from '@mikro-orm/postgresql';
import {
  closeExtract,
  endReceipts,
  fileExtract,
  remindReceipts,
  reportBouncedExtract,
  sendExtract,
} from '../../commands/dispatch/process-steps';
import type { Command } from '../../commands/runner/command';
import type { Runner } from '../../commands/runner/run';
import type { Actor } from '../../contracts/actor';
import type { OfExtract } from '../../contracts/dispatch/dispatch';
import type { Clock } from '../../contracts/ports';
import type { ActAnswer, ActInput } from '../../contracts/processes';
import type { RenderedDocument } from '../../documents/document-frame';
import { renderMinutes } from '../../documents/meetings/minutes';
import { renderMinutesExtract } from '../../documents/meetings/minutes-extract';
import { minutesExtractWords } from '../../documents/meetings/minutes-extract-words';
import { publicMinutesWords, verifiedMinutesWords } from '../../documents/meetings/minutes-words';
import { inspectPdf } from '../../documents/package/inspect-pdf';
import { dispatchDue, type DispatchAct } from '../../domain/dispatch/dispatch-due';
import type { WrittenMinutes } from '../../domain/meetings/minutes/written-minutes';
import { readDispatchFacts } from '../../store/queries/dispatch/dispatch-facts';
import { readExtractToMake, type ExtractToMake } from '../../store/queries/dispatch/extract-to-make';
import { readWrittenMinutes } from '../../store/queries/meetings/minutes/minutes-written';
import { readAs } from '../process/read-as';
import { runStep } from '../process/run-step';
import type { Process } from '../process/turn';

export interface DispatchDeps {
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly run: Runner;
}

/** An extract from its certificate to the last receipt (architecture.md, `dispatch`). */
export function createDispatch(deps: DispatchDeps): Process {
  const step =
    (command: Command<OfExtract, { extractId: string }>) =>
    (input: ActInput, actor: Actor): Promise<ActAnswer> =>
      runStep(deps.run, command, actor, { extractId: input.row, version: input.version });
  const acts = {
    makeExtract: (input, actor) => makeExtract(deps, input, actor),
    sendExtract: step(sendExtract),
    taskBounced: step(reportBouncedExtract),
    remindReceipts: step(remindReceipts),
    endReceipts: step(endReceipts),
    closeExtract: step(closeExtract),
  } satisfies Record<DispatchAct, Process['acts'][string]>;
  return {
    kind: 'dispatch',
    read: async (em, row, now) => {
      const read = await readDispatchFacts(em, row);
      if (read === null) throw new Error('No such extract');
      return { version: read.version, ...dispatchDue(read.facts, now) };
    },
    acts,
  };
}

/** One document for all recipients of the extract, by `extract/<id>`: made again it is the one that is kept. */
async function makeExtract(deps: DispatchDeps, input: ActInput, actor: Actor): Promise<ActAnswer> {
  const { extract, minutes } = await readAs(deps, actor, async (em) => {
    const extract = await readExtractToMake(em, input.row);
    const minutes = extract === null ? null : await readWrittenMinutes(em, extract.minutesId);
    if (extract === null || minutes === null) throw new Error('No such extract');
    return { extract, minutes };
  });
  const createdAt = await deps.clock.now();
  const { words, made } = await render(extract, minutes, createdAt);
  const { pages } = await inspectPdf(made.pdf);
  return runStep(deps.run, fileExtract, actor, {
    extractId: input.row,
    bytes: made.pdf,
    pages,
    template: made.template,
    renderer: made.renderer,
    snapshot: words,
    claims: ['PDF/A-3a', 'PDF/UA-1'],
  });
}

async function render(
  extract: ExtractToMake,
  minutes: WrittenMinutes,
  createdAt: Date,
): Promise<{ readonly words: object; readonly made: RenderedDocument }> {
  if (extract.paragraphIds.length > 0) {
    const words = minutesExtractWords(minutes, extract);
    return { words, made: await renderMinutesExtract(words, { createdAt }) };
  }
  const { sha256, verifiedOn } = extract;
  if (sha256 === null) throw new Error('Verified minutes without the text that was signed');
  // A link opens without an account: closed paragraphs do not go that way (KL 6:25).
  const wordsOf = minutes.paragraphs.some(({ closed }) => closed) ? publicMinutesWords : verifiedMinutesWords;
  const words = wordsOf(minutes, { sha256, verifiedOn });
  return { words, made: await renderMinutes(words, { createdAt }) };
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { fileNotice, fileNoticeCertificate } from '../../commands/meetings/notice/file-notice';
import {
  askRegistrars,
  endAppealTime,
  remindBoards,
  reportBouncedNotice,
} from '../../commands/meetings/notice/process-steps';
import type { Command } from '../../commands/runner/command';
import type { Runner } from '../../commands/runner/run';
import type { Actor } from '../../contracts/actor';
import type { OfNotice } from '../../contracts/meetings/notice/process';
import type { Clock } from '../../contracts/ports';
import type { ActAnswer, ActInput } from '../../contracts/processes';
import { renderNotice } from '../../documents/meetings/notice';
import { renderNoticeCertificate } from '../../documents/meetings/notice-certificate';
import { noticeCertificateWords, noticeWords } from '../../documents/meetings/notice-words';
import type { RenderedDocument } from '../../documents/document-frame';
import { inspectPdf } from '../../documents/package/inspect-pdf';
import { appealTime } from '../../domain/meetings/notice/appeal-time';
import { postingsOf } from '../../domain/meetings/notice/board-postings';
import { noticeToMake } from '../../domain/meetings/notice/notice-letter';
import type { RulesOfProcedure } from '../../domain/bodies/rules-of-procedure';
import { noticePeriodDue, type NoticePeriodAct } from '../../domain/meetings/notice/notice-period-due';
import { dayOf } from '../../domain/time/stockholm';
import { Meeting } from '../../store/entities/meetings';
import { Notice } from '../../store/entities/notices';
import { readNoticeLetter, type NoticeLetter } from '../../store/queries/meetings/notice/notice-letter';
import { readNoticePeriod } from '../../store/queries/meetings/notice/notice-period';
import { rulesOfMeeting } from '../../store/queries/meetings/plan/plan-rules';
import { runStep } from '../process/run-step';
import type { Process } from '../process/turn';
import { readAs } from '../process/read-as';

export interface NoticePeriodDeps {
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly run: Runner;
}

/** A notice from the last signature to the court's answer and the last board's taking down (architecture.md, `noticePeriod`). */
export function createNoticePeriod(deps: NoticePeriodDeps): Process {
  const step =
    (command: Command<OfNotice, { noticeId: string }>) =>
    (input: ActInput, actor: Actor): Promise<ActAnswer> =>
      runStep(deps.run, command, actor, { noticeId: input.row, version: input.version });
  const acts = {
    makeNotices: (input, actor) => makeNotices(deps, input, actor),
    askRegistrars: step(askRegistrars),
    taskBounced: step(reportBouncedNotice),
    remindBoards: step(remindBoards),
    endAppealTime: step(endAppealTime),
    makeCertificate: (input, actor) => makeCertificate(deps, input, actor),
  } satisfies Record<NoticePeriodAct, Process['acts'][string]>;
  return {
    kind: 'noticePeriod',
    read: async (em, row, now) => {
      const read = await readNoticePeriod(em, row);
      if (read === null) throw new Error('No such notice');
      return { version: read.version, ...noticePeriodDue(read.facts, now) };
    },
    acts,
  };
}

interface Facts {
  readonly letter: NoticeLetter;
  readonly rules: RulesOfProcedure;
}

async function readFacts(deps: NoticePeriodDeps, input: ActInput, actor: Actor): Promise<Facts> {
  return readAs(deps, actor, async (em) => {
    const letter = await readNoticeLetter(em, input.row);
    if (letter === null) throw new Error('No such notice');
    const notice = await em.findOneOrFail(Notice, input.row);
    const meeting = await em.findOneOrFail(Meeting, notice.meetingId);
    const inForce = await rulesOfMeeting(em, meeting);
    if (inForce === null) throw new Error('No rules of procedure');
    return { letter, rules: inForce.rules };
  });
}

/** One notice for each board, anew when it should state other days: what states them already is left alone. */
async function makeNotices(deps: NoticePeriodDeps, input: ActInput, actor: Actor): Promise<ActAnswer> {
  const { letter, rules } = await readFacts(deps, input, actor);
  const createdAt = await deps.clock.now();
  const time = appealTime(
    letter.boards.map(({ boardId }) => boardId),
    postingsOf(letter.boards),
    rules.appealWeeks,
  );
  for (const board of letter.boards) {
    const stated = noticeToMake(board, letter, time, rules.appealWeeks);
    if (stated === null) continue;
    const words = noticeWords(letter, board, stated, rules);
    const made = await renderNotice(words, { createdAt });
    const filed = await runStep(deps.run, fileNotice, actor, {
      postingId: board.postingId,
      postedDay: stated.postedDay,
      takeDownDay: stated.earliestTakeDown,
      ...(await madeFrom(made, words)),
    });
    if (filed === 'superseded') return filed;
  }
  return 'done';
}

async function makeCertificate(deps: NoticePeriodDeps, input: ActInput, actor: Actor): Promise<ActAnswer> {
  const { letter } = await readFacts(deps, input, actor);
  const createdAt = await deps.clock.now();
  const words = noticeCertificateWords(letter, dayOf(createdAt));
  const made = await renderNoticeCertificate(words, { createdAt });
  return runStep(deps.run, fileNoticeCertificate, actor, {
    noticeId: input.row,
    corrections: letter.corrections.filter(({ field }) => field === 'downDay').length,
    ...(await madeFrom(made, words)),
  });
}

async function madeFrom(made: RenderedDocument, snapshot: unknown): Promise<object> {
  const { pages } = await inspectPdf(made.pdf);
  return {
    bytes: made.pdf,
    pages,
    template: made.template,
    renderer: made.renderer,
    snapshot,
    claims: ['PDF/A-3a', 'PDF/UA-1'],
  };
}

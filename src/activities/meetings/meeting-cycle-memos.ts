import { fileMemoDocument } from '../../commands/register/memos/file-memo-document';
import type { Actor } from '../../contracts/actor';
import type { ActAnswer, ActInput } from '../../contracts/processes';
import { memoWords } from '../../documents/meetings/memo-words';
import { renderOfficialMemo } from '../../documents/meetings/official-memo';
import { inspectPdf } from '../../documents/package/inspect-pdf';
import { memosToMake } from '../../store/queries/meetings/plan/cycle-facts';
import { memoDocumentData } from '../../store/queries/register/memo-content';
import { runStep } from '../process/run-step';
import type { MeetingCycleDeps } from './meeting-cycle';
import { readAs } from '../process/read-as';

/** Makes the documents of memos that were made ready, each once: `memo/<id>/<number>`. */
export async function makeMemos(deps: MeetingCycleDeps, input: ActInput, actor: Actor): Promise<ActAnswer> {
  const memos = await readAs(deps, actor, async (em) => {
    const found = [];
    for (const id of await memosToMake(em, input.row)) {
      const memo = await memoDocumentData(em, id);
      if (memo !== null) found.push(memo);
    }
    return found;
  });
  let answer: ActAnswer = 'done';
  for (const memo of memos) {
    const made = await renderOfficialMemo(memoWords(memo.content), { createdAt: new Date(memo.readyAt) });
    const { pages } = await inspectPdf(made.pdf);
    const filed = await runStep(deps.run, fileMemoDocument, actor, {
      memoId: memo.memoId,
      number: memo.number,
      bytes: made.pdf,
      pages,
      template: made.template,
      renderer: made.renderer,
      claims: ['PDF/A-3a', 'PDF/UA-1'],
    });
    if (filed === 'superseded') answer = filed;
  }
  return answer;
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { fileSummonsDocument } from '../../commands/meetings/summons/file-summons-document';
import type { Actor } from '../../contracts/actor';
import type { ActAnswer, ActInput } from '../../contracts/processes';
import { missingWords } from '../../documents/meetings/missing-words';
import { renderSummons } from '../../documents/meetings/summons';
import { packageTitle, summonsLetterhead, summonsWords } from '../../documents/meetings/summons-words';
import { inspectPdf } from '../../documents/package/inspect-pdf';
import {
  mergePackage,
  type MeetingPackageInput,
  type PackageItem,
} from '../../documents/package/meeting-package';
import type { MergedPackage, PackagePaper } from '../../documents/package/merge-package';
import type { SummonsLetter } from '../../domain/meetings/summons/summons-letter';
import { readPackagePapers, type ItemWithPapers } from '../../store/queries/meetings/summons/summons-papers';
import { readSummonsLetter } from '../../store/queries/meetings/summons/summons-letter';
import { readLatestFile } from '../../store/queries/register/versions';
import { runStep } from '../process/run-step';
import type { MeetingCycleDeps } from './meeting-cycle';
import { readAs } from '../process/read-as';

/** Makes the letter and the package of the latest summons, each once: `<meeting>/summons/<number>/<part>`. */
export async function makeSummons(deps: MeetingCycleDeps, input: ActInput, actor: Actor): Promise<ActAnswer> {
  const read = await readAs(deps, actor, (em) => readSummonsLetter(em, input.row));
  if (read === null) return 'superseded';
  const { summons, letter } = read;
  if (summons.letterDocumentId === null) {
    const answer = await makeLetter(deps, actor, summons.id, letter);
    if (answer === 'superseded') return answer;
  }
  return summons.packageDocumentId === null ? makePackage(deps, actor, input.row) : 'done';
}

async function makeLetter(
  deps: MeetingCycleDeps,
  actor: Actor,
  summonsId: string,
  letter: SummonsLetter,
): Promise<ActAnswer> {
  const data = summonsWords(letter);
  const made = await renderSummons(data, { createdAt: letter.issuedAt });
  const { pages } = await inspectPdf(made.pdf);
  return runStep(deps.run, fileSummonsDocument, actor, {
    summonsId,
    part: 'letter',
    bytes: made.pdf,
    pages,
    template: made.template,
    renderer: made.renderer,
    snapshot: data,
    claims: ['PDF/A-3a', 'PDF/UA-1'],
    closedItemIds: [],
  });
}

async function makePackage(deps: MeetingCycleDeps, actor: Actor, meetingId: string): Promise<ActAnswer> {
  const read = await readAs(deps, actor, async (em) => {
    const found = await readSummonsLetter(em, meetingId);
    if (found?.summons.letterDocumentId === null || found === null) return null;
    const papers = await readPackagePapers(em, found.letter.items);
    return { ...found, papers, letterBytes: await letterBytes(em, found.summons.letterDocumentId) };
  });
  if (read === null) return 'superseded';
  const { summons, letter, papers } = read;
  const summonsPaper = { title: 'Kallelse och föredragningslista', bytes: read.letterBytes };
  const { made, missing } = await mergeReadable(letter, summonsPaper, papers);
  const { pdfA, pdfUa } = made.claims;
  return runStep(deps.run, fileSummonsDocument, actor, {
    summonsId: summons.id,
    part: 'package',
    bytes: made.pdf,
    pages: made.pages,
    template: null,
    renderer: null,
    snapshot: { papers: made.papers, missing },
    claims: [...(pdfA ? ['PDF/A-3a'] : []), ...(pdfUa ? ['PDF/UA-1'] : [])],
    closedItemIds: papers.filter(({ closed, papers: own }) => closed && own.length > 0).map(({ id }) => id),
  });
}

async function letterBytes(em: EntityManager, documentId: string): Promise<Buffer> {
  const letter = await readLatestFile(em, documentId);
  if (letter === null) throw new Error('The letter has no bytes');
  return letter.bytes;
}

/** A file that cannot be merged is left out and listed as missing, so that one broken appendix keeps nobody from the rest. */
async function mergeReadable(
  letter: SummonsLetter,
  summons: PackagePaper,
  items: readonly ItemWithPapers[],
): Promise<{ made: MergedPackage; missing: string[] }> {
  const leftOut = new Set<string>();
  for (;;) {
    const input: MeetingPackageInput = {
      letterhead: summonsLetterhead(letter),
      title: packageTitle(letter),
      reference: `Sammanträde ${letter.day}`,
      createdAt: letter.issuedAt,
      summons,
      items: items.map((item) => packageItem(item, leftOut)),
    };
    const made = await mergePackage(input);
    if (made.ok) return { made, missing: input.items.flatMap(linesOfMissing) };
    const broken = items
      .filter((item) => `${item.label} ${item.title}` === made.section)
      .flatMap((item) => item.papers)
      .find(({ id, label }) => label === made.paper && !leftOut.has(id));
    if (broken === undefined) throw new Error(`The package cannot be made: ${made.code}`);
    leftOut.add(broken.id);
  }
}

/** «Punkt 11: Beslutsunderlag» */
function linesOfMissing({ number, missing = [] }: PackageItem): string[] {
  return missing.map((line) => `Punkt ${number}: ${line}`);
}

function packageItem(item: ItemWithPapers, leftOut: ReadonlySet<string>): PackageItem {
  const readable = item.papers.filter(({ id }) => !leftOut.has(id));
  const missing = [
    ...missingWords(item.missing, item.closed),
    ...item.papers.filter(({ id }) => leftOut.has(id)).map(({ label }) => `${label} (filen kan inte läsas)`),
  ];
  return {
    number: item.label,
    title: item.title,
    papers: readable.map(({ label, bytes }) => ({ title: label, bytes })),
    ...(missing.length === 0 ? {} : { missing }),
  };
}

import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chooseRecipients } from '../commands/register/memos/choose-recipients';
import { markNotApplicable } from '../commands/register/memos/mark-not-applicable';
import { openMatter } from '../commands/register/matters/open-matter';
import { openMemo } from '../commands/register/memos/open-memo';
import { readyMemo } from '../commands/register/memos/ready-memo';
import { saveMemoSection } from '../commands/register/memos/save-memo-section';
import { uploadDocument } from '../commands/register/documents/upload-document';
import type { Actor } from '../contracts/actor';
import type { Records } from '../contracts/case-files/records';
import { Upload } from '../contracts/upload';
import { inspectPdf } from '../documents/package/inspect-pdf';
import { DispatchRecipient } from '../store/entities/bodies';
import { Memo } from '../store/entities/register';
import { scannedPdf, taggedPdf, untaggedPdf } from './appendix-pdf';
import type { LoadedCounty } from '../installation/load-county';
import { readMemoFile, sectionKey } from './memo-file';
import type { Office } from '../installation/office';

type RecordMatter = Records['matters'][number];

export interface RecordSources {
  /** The file's text with named days and words put in. */
  readonly readText: (file: string) => Promise<string>;
  readonly readBytes: (file: string) => Promise<Buffer>;
  /** Now on the case's clock: the moment that made files carry. */
  readonly now: Date;
}

/**
 * Enters the register's records: matters with their numbers, memos with their sections, appendices as PDF. A broken file is
 * handed in like the others, and refused.
 * @throws LoadFault when a command is refused; an Error when a matter does not get the number that the data says
 */
export async function loadRecords(
  office: Office,
  records: Records,
  county: LoadedCounty,
  sources: RecordSources,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'samrad-'));
  try {
    for (const matter of records.matters) {
      office.say(`${matter.number} ${matter.title}`);
      await loadMatter(office, matter, county, sources, folder);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function loadMatter(
  office: Office,
  matter: RecordMatter,
  county: LoadedCounty,
  sources: RecordSources,
  folder: string,
): Promise<void> {
  const opened = await office.does(
    matter.number,
    openMatter,
    {
      bodyId: named(county.bodies, matter.body),
      seriesId: named(county.series, matter.series),
      title: matter.title,
      openedOn: matter.openedOn,
      ...(matter.kept === 'elsewhere' ? { registryNumber: matter.number } : {}),
    },
    actorOf(county, matter.by),
  );
  if (opened.registryNumber !== matter.number) {
    throw new Error(`Ärendet skulle få ${matter.number} men fick ${opened.registryNumber ?? 'inget nummer'}`);
  }
  if (matter.memo !== null) await loadMemo(office, matter, matter.memo, opened.matterId, county, sources);
  for (const [index, appendix] of matter.appendices.entries()) {
    const bytes = await bytesOf(appendix, matter, sources);
    const file = path.join(folder, `${opened.matterId}-${index}.pdf`);
    await writeFile(file, bytes);
    const upload = await uploadOf(file, `${appendix.title}.pdf`, bytes);
    const input = { matterId: opened.matterId, title: appendix.title, direction: 'drawnUp', file: upload };
    const actor = actorOf(county, appendix.by);
    if (appendix.look !== 'broken') await office.does(appendix.title, uploadDocument, input, actor);
    else await office.tries(uploadDocument, input, actor);
  }
}

async function loadMemo(
  office: Office,
  matter: RecordMatter,
  memo: NonNullable<RecordMatter['memo']>,
  matterId: string,
  county: LoadedCounty,
  sources: RecordSources,
): Promise<void> {
  const author = actorOf(county, memo.author);
  const coAuthorPersonId = memo.coAuthor === null ? null : named(county.people, memo.coAuthor);
  const what = `${matter.number}, tjänsteskrivelse`;
  const { memoId } = await office.does(
    what,
    openMemo,
    { matterId, title: matter.title, coAuthorPersonId },
    author,
  );
  for (const [section, content] of readMemoFile(await sources.readText(memo.text))) {
    await office.does(what, saveMemoSection, { memoId, section, content, version: 0 }, author);
  }
  for (const [heading, reason] of Object.entries(memo.notApplicable)) {
    const mark = { memoId, section: sectionKey(heading), reason, version: await versionOf(office, memoId) };
    await office.does(what, markNotApplicable, mark, author);
  }
  const bodyId = named(county.bodies, matter.body);
  const recipientIds: string[] = [];
  for (const recipient of memo.recipients) recipientIds.push(await recipientId(office, bodyId, recipient));
  const version = await versionOf(office, memoId);
  await office.does(what, chooseRecipients, { memoId, recipientIds, version }, author);
  if (!memo.ready) return;
  await office.does(what, readyMemo, { memoId, version: await versionOf(office, memoId) }, author);
}

async function versionOf(office: Office, memoId: string): Promise<number> {
  return (await office.em.fork().findOneOrFail(Memo, memoId)).version;
}

async function recipientId(office: Office, bodyId: string, name: string): Promise<string> {
  const found = await office.em.fork().findOne(DispatchRecipient, { bodyId, name });
  if (found === null) throw new Error(`"${name}" finns inte bland mottagarna`);
  return found.id;
}

async function bytesOf(
  appendix: RecordMatter['appendices'][number],
  matter: RecordMatter,
  sources: RecordSources,
): Promise<Buffer> {
  const createdAt = sources.now;
  if (appendix.look === 'scan') {
    return scannedPdf(await sources.readBytes(appendix.text), appendix.title, createdAt);
  }
  const content = await sources.readText(appendix.text);
  const text = { title: appendix.title, content, organisation: matter.organisation, createdAt };
  if (appendix.look === 'untagged') return untaggedPdf(text);
  const whole = await taggedPdf(text);
  return appendix.look === 'broken' ? whole.subarray(0, Math.floor(whole.length / 2)) : whole;
}

/** As the form reader makes it: the bytes in a temporary place, looked into before any command sees them. */
async function uploadOf(place: string, fileName: string, bytes: Buffer): Promise<Upload> {
  const look = await inspectPdf(bytes);
  const claims = [...(look.holds.pdfA ? ['PDF/A-3a'] : []), ...(look.holds.pdfUa ? ['PDF/UA-1'] : [])];
  const pdf = look.reason === undefined ? { pages: look.pages, tagged: look.tagged, claims } : null;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return new Upload(place, fileName, 'application/pdf', bytes.length, sha256, pdf);
}

function actorOf(county: LoadedCounty, person: string): Actor {
  return { kind: 'person', personId: named(county.people, person) };
}

function named(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`"${name}" finns inte i uppgifterna`);
  return id;
}

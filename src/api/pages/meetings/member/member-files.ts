import { recordSummonsOpened } from '../../../../commands/meetings/summons/record-summons-opened';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import { readAgendaVersions } from '../../../../store/queries/meetings/agenda/agenda-versions';
import { calledToPaper, readPapers } from '../../../../store/queries/meetings/summons/member-papers';
import {
  meetingAccess,
  readMeetingHead,
  type MeetingHead,
} from '../../../../store/queries/meetings/plan/overview';
import { latestSummons } from '../../../../store/queries/meetings/summons/summons';
import { readLatestFile } from '../../../../store/queries/register/versions';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import { file, type AfterReading, type FileContent, type ReadRoute } from '../../../route';
import { mayOpen, paperAccess } from './member-access';
import { ofMeeting } from '../overview/overview-head';

/** Whoever is called has opened the summons: nothing happens for other readers. */
export function notesOpening(meetingId: string): AfterReading {
  return (run, actor) => run(recordSummonsOpened, actor, { meetingId });
}

/** The newest version of a document, its reading logged. */
async function storedFile(
  { em }: ReadContext,
  head: MeetingHead,
  documentId: string | null,
): Promise<FileContent | Refusal> {
  const found = await readLatestFile(em, documentId);
  if (found === null || documentId === null) return refuse('not-found');
  const read = { kind: 'document', id: documentId, authorityId: head.authorityId };
  return { ...found, read, after: notesOpening(head.id) };
}

/** The letter holds public titles only: it is for everyone who may read of the meeting. */
const letterFile = file({
  path: paths.papersLetter,
  permission: ofMeeting('meeting.read'),
  auditEvent: 'readSummonsLetter',
  view: async (context, { meetingId }) => {
    const head = await readMeetingHead(context.em, meetingId);
    if (head === null) return refuse('not-found');
    const summons = await latestSummons(context.em, meetingId);
    return storedFile(context, head, summons?.letterDocumentId ?? null);
  },
});

const packageFile = file({
  path: paths.papersPackage,
  permission: ofMeeting('papers.read'),
  auditEvent: 'readSummonsPackage',
  view: async (context, { meetingId }) => {
    const { em } = context;
    const head = await readMeetingHead(em, meetingId);
    if (head === null) return refuse('not-found');
    const { recused } = await paperAccess(context, head);
    if (recused.size > 0)
      return refuse('papers-withheld-recused', { items: await labelsOf(context, head, recused) });
    const summons = await latestSummons(em, meetingId);
    return storedFile(context, head, summons?.packageDocumentId ?? null);
  },
});

/** "6, 8": how the approved agenda names the items, those hidden from the reader too. */
export async function labelsOf(
  { em }: ReadContext,
  head: MeetingHead,
  ids: ReadonlySet<string>,
): Promise<string> {
  const items = (await readAgendaVersions(em, head.id)).at(-1)?.snapshot.items ?? [];
  return items
    .filter(({ id }) => ids.has(id))
    .map(({ label }) => label)
    .join(', ');
}

interface PaperParams {
  readonly meetingId: string;
  readonly documentId: string;
}

const paperFile = file({
  path: paths.paper,
  permission: {
    act: 'paper.read',
    object: async ({ em }: ReadContext, { meetingId, documentId }: PaperParams) => {
      const object = await meetingAccess(em, meetingId);
      return 'ok' in object
        ? object
        : { ...object, ownerIds: await calledToPaper(em, meetingId, documentId) };
    },
  },
  auditEvent: 'readPaper',
  view: async (context, { meetingId, documentId }) => {
    const head = await readMeetingHead(context.em, meetingId);
    if (head === null) return refuse('not-found');
    const own = (await readPapers(context.em, meetingId)).filter((paper) => paper.documentId === documentId);
    const access = await paperAccess(context, head);
    const verdicts = own.map(({ itemId }) => mayOpen(access, itemId));
    const refused = verdicts.find((verdict) => !verdict.ok);
    // One document may lie at two items: a recusal from either keeps it away.
    if (refused !== undefined && !refused.ok) return refused;
    return own.length === 0 ? refuse('not-found') : storedFile(context, head, documentId);
  },
});

export const memberFileRoutes: readonly ReadRoute[] = [letterFile, packageFile, paperFile];

import { FileSummonsDocument } from '../../../contracts/meetings/summons/file-document';
import { Meeting, Summons } from '../../../store/entities/meetings';
import { addDocumentVersion } from '../../register/documents/add-version';
import { registerDocument } from '../../register/documents/register-document';
import { defineCommand } from '../../runner/command';
import { findRow, lockRow, type Transaction } from '../../runner/transaction';

const parts = {
  letter: { kind: 'summons', title: 'Kallelse', file: 'kallelse' },
  package: { kind: 'package', title: 'Handlingar', file: 'handlingar' },
} as const;

/** A summons has no matter of its own: it is kept in order with its meeting (OSL 5:1). */
const UNREGISTERED = 'Hålls ordnad med sammanträdets handlingar (OSL 5:1)';

/** M-4, R-3: keeps the letter or the package that was made, once for its summons and part. */
export const fileSummonsDocument = defineCommand<FileSummonsDocument, { documentId: string }>({
  name: 'fileSummonsDocument',
  kind: 'step',
  input: FileSummonsDocument,
  permission: 'internal',
  handle: async (tx, input) => {
    const unlocked = await findRow(tx, Summons, { id: input.summonsId });
    if (!unlocked.ok) return unlocked;
    const meeting = await lockRow(tx, Meeting, { id: unlocked.row.meetingId });
    if (!meeting.ok) return meeting;
    const found = await lockRow(tx, Summons, { id: input.summonsId });
    if (!found.ok) return found;
    const summons = found.row;
    const column = input.part === 'letter' ? 'letterDocumentId' : 'packageDocumentId';
    const documentId = summons[column] ?? (await fileNew(tx, input, meeting.row, summons));
    summons[column] = documentId;
    return {
      ok: true,
      result: { documentId },
      subject: { kind: 'summons', id: summons.id, authorityId: summons.authorityId },
      wakes: [{ kind: 'meetingCycle', row: summons.meetingId, authority: summons.authorityId }],
    };
  },
});

async function fileNew(
  tx: Transaction,
  input: FileSummonsDocument,
  meeting: Pick<Meeting, 'id' | 'bodyId' | 'day'>,
  summons: Pick<Summons, 'id' | 'number' | 'authorityId'>,
): Promise<string> {
  const { kind, title, file } = parts[input.part];
  const version = summons.number === 1 ? '' : `, version ${summons.number}`;
  const document = await registerDocument(tx, {
    authorityId: summons.authorityId,
    bodyId: meeting.bodyId,
    matterId: null,
    kind,
    title: `${title} ${meeting.day}${version}`,
    direction: 'outgoing',
    day: tx.today,
    state: 'dispatched',
    unregisteredReason: UNREGISTERED,
    owner: { kind: 'summons', id: summons.id },
    closedItemIds: input.closedItemIds,
  });
  await addDocumentVersion(tx, {
    documentId: document.id,
    madeKey: `${meeting.id}/summons/${summons.number}/${input.part}`,
    bytes: input.bytes,
    mediaType: 'application/pdf',
    pages: input.pages,
    fileName: `${file}-${meeting.day}${summons.number === 1 ? '' : `-v${summons.number}`}.pdf`,
    template: input.template,
    snapshot: input.snapshot,
    renderer: input.renderer,
    claims: input.claims,
  });
  return document.id;
}

import { CancelDocument, type DocumentRegistered } from '../../../contracts/register/documents';
import { canCancelEntry } from '../../../domain/register/registering';
import { refuse } from '../../../domain/refusals/refusal';
import { openMeetingOf } from '../../../store/queries/register/document-uses';
import { closeTasks } from '../../notifications/tasks';
import { defineCommand } from '../../runner/command';
import { settleMemoTasks } from '../memos/memo-tasks';
import { documentSubject, lockDocument, onDocument } from './document-rows';

const own: ReadonlySet<string> = new Set(['appendix', 'incoming', 'memo']);

/** a wrong entry is cancelled with its reason; it stays visible and its number is never used again. */
export const cancelDocument = defineCommand<CancelDocument, DocumentRegistered>({
  name: 'cancelDocument',
  kind: 'edit',
  input: CancelDocument,
  permission: onDocument('matter.register'),
  handle: async (tx, { documentId, version, reason }) => {
    const locked = await lockDocument(tx, documentId, version);
    if (!locked.ok) return locked;
    const document = locked.row;
    if (!own.has(document.kind)) return refuse('document-made-by-meeting');
    const verdict = canCancelEntry({ cancelled: false, reason });
    if (!verdict.ok) return verdict;
    const meeting = await openMeetingOf(tx.em, documentId);
    if (meeting !== null) return refuse('document-on-agenda', { meeting });
    document.state = 'cancelled';
    document.stateReason = reason;
    if (document.kind === 'memo' && typeof document.ownerId === 'string') {
      await closeTasks(tx, document.ownerId, ['writeMemo']);
      if (typeof document.bodyId === 'string') await settleMemoTasks(tx, document.bodyId);
    }
    const registryNumber = document.registryNumber ?? null;
    return {
      ok: true,
      result: { documentId, registryNumber, versionId: null },
      subject: documentSubject(document),
    };
  },
});

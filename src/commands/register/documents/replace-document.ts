import { ReplaceDocument, type VersionAdded } from '../../../contracts/register/documents';
import { canChangeMatter } from '../../../domain/register/matter-states';
import { refuse } from '../../../domain/refusals/refusal';
import { Matter } from '../../../store/entities/register';
import { defineCommand } from '../../runner/command';
import { documentSubject, lockDocument, onDocument } from './document-rows';
import { factsOf } from '../matters/matter-rows';
import { addUploadedVersion, canTakeIn } from './uploaded-file';

/** a corrected file is a new version; the earlier ones stay as they were. */
export const replaceDocument = defineCommand<ReplaceDocument, VersionAdded>({
  name: 'replaceDocument',
  kind: 'edit',
  input: ReplaceDocument,
  permission: onDocument('matter.register'),
  handle: async (tx, { documentId, version, file }) => {
    const locked = await lockDocument(tx, documentId, version);
    if (!locked.ok) return locked;
    const document = locked.row;
    if (document.kind !== 'appendix' && document.kind !== 'incoming')
      return refuse('document-not-uploaded-here');
    const matter = await tx.em.findOne(Matter, { id: document.matterId ?? '' });
    const open = matter === null ? null : canChangeMatter(factsOf(matter));
    if (open !== null && !open.ok) return open;
    const fault = canTakeIn(file);
    if (fault !== null) return fault;
    const added = await addUploadedVersion(tx, documentId, file);
    return {
      ok: true,
      result: { versionId: added.id, number: added.number },
      subject: documentSubject(document),
    };
  },
});

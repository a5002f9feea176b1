import { z } from 'zod';
import { may } from '../../../domain/access/may';
import { refuse } from '../../../domain/refusals/refusal';
import { isRecusedFrom } from '../../../store/queries/register/document-uses';
import { readDocument } from '../../../store/queries/register/documents';
import { documentAccess } from '../../../store/queries/register/readers';
import { readDocumentBytes, versionsOf } from '../../../store/queries/register/versions';
import { paths } from '../../paths';
import { file } from '../../route';

/** A version of a document as it was stored; each reading is logged, and a closed item's papers are hidden (M-4). */
export const documentFile = file({
  path: paths.documentFile,
  permission: { act: 'matter.read', object: ({ em }, { documentId }) => documentAccess(em, documentId) },
  auditEvent: 'readDocumentFile',
  query: z.object({ version: z.coerce.number().int().min(1).max(100_000).optional() }),
  view: async ({ em, holder, today }, { documentId }, query) => {
    const document = await readDocument(em, documentId);
    const versions = await versionsOf(em, documentId);
    const version = versions.find(({ number }) => number === (query.version ?? versions[0]?.number));
    if (document === null || version === undefined) return refuse('not-found');
    const registers = may(holder, 'matter.register', { bodyId: document.bodyId ?? undefined }, today).ok;
    if ((document.state === 'draft' || document.state === 'cancelled') && !registers)
      return refuse('not-found');
    if (holder !== null && (await isRecusedFrom(em, documentId, holder.personId)))
      return refuse('recused-from-item');
    const bytes = await readDocumentBytes(em, version.id);
    if (bytes === null) return refuse('not-found');
    return {
      bytes,
      mediaType: version.mediaType,
      name: version.fileName,
      sha256: version.sha256,
      read: { kind: 'documentVersion', id: version.id, authorityId: document.authorityId },
    };
  },
});

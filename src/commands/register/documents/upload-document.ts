import { UploadDocument, type DocumentRegistered } from '../../../contracts/register/documents';
import { defineCommand } from '../../runner/command';
import { onMatter } from '../matters/matter-rows';
import { takeInDocument } from './take-in-document';

/** a PDF becomes an appendix of the matter, numbered within it. */
export const uploadDocument = defineCommand<UploadDocument, DocumentRegistered>({
  name: 'uploadDocument',
  kind: 'edit',
  input: UploadDocument,
  permission: onMatter('matter.register'),
  handle: (tx, input) => takeInDocument(tx, input, { kind: 'appendix', direction: input.direction }),
});

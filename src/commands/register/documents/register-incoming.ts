import { RegisterIncoming, type DocumentRegistered } from '../../../contracts/register/documents';
import { defineCommand } from '../../runner/command';
import { onMatter } from '../matters/matter-rows';
import { takeInDocument } from './take-in-document';

/** an incoming document with its date, sender and subject; the file may be left on paper. */
export const registerIncoming = defineCommand<RegisterIncoming, DocumentRegistered>({
  name: 'registerIncoming',
  kind: 'edit',
  input: RegisterIncoming,
  permission: onMatter('matter.register'),
  handle: (tx, input) => takeInDocument(tx, input, { kind: 'incoming', direction: 'incoming' }),
});

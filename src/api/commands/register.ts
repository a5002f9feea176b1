import { cancelDocument } from '../../commands/register/documents/cancel-document';
import { changeMemo } from '../../commands/register/memos/change-memo';
import { chooseRecipients } from '../../commands/register/memos/choose-recipients';
import { cancelMatter, closeMatter, reopenMatter } from '../../commands/register/matters/end-matter';
import { joinMatter } from '../../commands/register/matters/join-matter';
import { markNotApplicable } from '../../commands/register/memos/mark-not-applicable';
import { moveMatter } from '../../commands/register/matters/move-matter';
import { numberDocument } from '../../commands/register/documents/number-document';
import { numberMatter } from '../../commands/register/matters/number-matter';
import { openMatter } from '../../commands/register/matters/open-matter';
import { openMemo } from '../../commands/register/memos/open-memo';
import { readyMemo } from '../../commands/register/memos/ready-memo';
import { registerIncoming } from '../../commands/register/documents/register-incoming';
import { replaceDocument } from '../../commands/register/documents/replace-document';
import { saveMemoSection } from '../../commands/register/memos/save-memo-section';
import { uploadDocument } from '../../commands/register/documents/upload-document';
import { DocumentRegistered, VersionAdded } from '../../contracts/register/documents';
import { MatterOpened } from '../../contracts/register/matters';
import { MemoChanged, MemoOpened, MemoReady, SectionSaved } from '../../contracts/register/memos';
import { expose, type ExposedCommand } from '../exposed-command';
import { checkedText } from './checked-texts';

/** What is done in the register: matters, documents, memos. */
export const register: readonly ExposedCommand[] = [
  expose(openMatter, { result: MatterOpened, receipt: 'register.matterOpened', summary: 'Open a matter' }),
  expose(numberMatter, {
    result: MatterOpened,
    receipt: 'register.numberGiven',
    summary: 'Give a matter that waited for it its registry number',
  }),
  expose(numberDocument, {
    result: DocumentRegistered,
    receipt: 'register.documentNumbered',
    summary: 'Enter the number that another authority has given a document',
  }),
  expose(closeMatter, { result: MatterOpened, receipt: 'register.matterClosed', summary: 'Close a matter' }),
  expose(reopenMatter, {
    result: MatterOpened,
    receipt: 'register.matterReopened',
    summary: 'Reopen a closed matter',
  }),
  expose(cancelMatter, {
    result: MatterOpened,
    receipt: 'register.matterCancelled',
    summary: 'Cancel a matter registered by mistake',
  }),
  expose(joinMatter, {
    result: MatterOpened,
    receipt: 'register.matterJoined',
    summary: 'Join a matter with another',
  }),
  expose(moveMatter, {
    result: MatterOpened,
    receipt: 'register.matterMoved',
    summary: 'Move a matter to another body',
  }),
  expose(registerIncoming, {
    result: DocumentRegistered,
    receipt: 'register.documentAdded',
    summary: 'Register an incoming document',
  }),
  expose(uploadDocument, {
    result: DocumentRegistered,
    receipt: 'register.documentAdded',
    summary: 'Add a PDF to a matter',
  }),
  expose(replaceDocument, {
    result: VersionAdded,
    receipt: 'register.replaced',
    summary: 'Add a new version of an uploaded document',
  }),
  expose(cancelDocument, {
    result: DocumentRegistered,
    receipt: 'register.documentCancelled',
    summary: 'Cancel a document registered by mistake',
  }),
  expose(openMemo, { result: MemoOpened, receipt: 'memos.memoOpened', summary: 'Begin an official memo' }),
  expose(changeMemo, {
    result: MemoChanged,
    receipt: 'memos.headerChanged',
    summary: 'Change title, day and co-author of a memo',
  }),
  expose(
    checkedText(
      saveMemoSection,
      ({ content }) => content,
      (input, content) => ({ ...input, content }),
    ),
    { result: SectionSaved, receipt: 'memos.sectionSaved', summary: 'Save one section of a memo' },
  ),
  expose(markNotApplicable, {
    result: MemoChanged,
    receipt: 'memos.notApplicableSaved',
    summary: 'State why a perspective does not apply',
  }),
  expose(chooseRecipients, {
    result: MemoChanged,
    receipt: 'memos.recipientsChosen',
    summary: 'Choose to whom the decision is sent',
  }),
  expose(readyMemo, { result: MemoReady, receipt: 'memos.memoIsReady', summary: 'Make a memo ready' }),
];

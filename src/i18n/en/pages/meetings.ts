import type { SameTexts } from '../../fill';
import type { meetings as source } from '../../sv/pages/meetings';

export const meetings: SameTexts<typeof source> = {
  changeAdded: 'Item {item} has been added: {title}.',
  changeWithdrawn: 'Item {item} has been withdrawn: {title}.',
  changeRemoved: 'The item {title} has been removed.',
  changeClosed: 'Item {item} is treated behind closed doors.',
  changeOpened: 'Item {item} is no longer closed.',
  changeMoved: 'Item {item} has another place: {title}.',
  changeRetitled: 'Item {item} has a new title: {title}.',
  changeKind: 'Item {item} is of another kind: {title}.',
  changeProposal: 'The proposed decision of item {item} has changed: {title}.',
  changeDocuments: 'The papers of item {item} have changed: {title}.',
  changeText: 'The text of item {item} has changed: {title}.',
  lacksProposal: 'Item {item} lacks a proposed decision',
  lacksPapers: 'Item {item} lacks supporting documents',
  lacksFile: 'Item {item}: {document} is not finished',
};

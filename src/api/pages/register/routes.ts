import type { ReadRoute } from '../../route';
import { addDocumentPage } from './add-document-page';
import { documentFile } from './document-file';
import { documentPage } from './document-page';
import { handOverFile } from './hand-over-file';
import { matterPage } from './matter-page';
import { matterStatePage } from './matter-state-page';
import { mattersPage } from './matters-page';
import { memoFile } from './memo-file';
import { memoPage } from './memo-page';
import { memoPreview } from './memo-preview';
import { memoSectionPage } from './memo-section-page';
import { memosPage } from './memos-page';
import { openMatterPage } from './open-matter-page';
import { openMemoPage } from './open-memo-page';

/** The register: matters, documents and memos. */
export const registerRoutes: readonly ReadRoute[] = [
  mattersPage,
  openMatterPage,
  handOverFile,
  matterPage,
  addDocumentPage,
  matterStatePage,
  openMemoPage,
  documentPage,
  documentFile,
  memosPage,
  memoPage,
  memoSectionPage,
  memoPreview,
  memoFile,
];

import type { ReadRoute } from '../../route';
import { dispatchesPage } from './dispatches-page';
import { linkFile, linkPage } from './link-page';
import { receivedPage } from './received-page';
import { dispatchFile, recipientPage } from './recipient-page';

export const dispatchRoutes: readonly ReadRoute[] = [
  dispatchesPage,
  receivedPage,
  recipientPage,
  dispatchFile,
  linkPage,
  linkFile,
];

import type { ReadRoute } from '../../route';

/** The register: matters, documents and memos. */
export const registerRoutes: readonly ReadRoute[] = [];

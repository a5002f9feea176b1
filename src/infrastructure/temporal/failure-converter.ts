import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stack traces of failures go through the codec too: they may hold what a payload holds. Loaded by path in worker, client and bundle. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });

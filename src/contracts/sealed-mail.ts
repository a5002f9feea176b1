/** Marks a value of a letter's row that lets somebody in: it stands there sealed. */
export const SEALED = 'sealed:';

/** What such values are sealed for. */
export const SEALED_LINK = 'mail-link';

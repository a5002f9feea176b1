/** Most characters of a field of one line, such as a title. */
export const SINGLE_LINE = 400;

/** Most characters of a reason or a note. */
export const SHORT = 2000;

/** Most characters of a text in Samråd-text 1. */
export const TEXT = 100_000;

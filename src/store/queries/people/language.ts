/** The language a person has chosen for pages and mail frames. */
export type Language = 'sv' | 'en';

/** The languages of pages and mail frames. Minutes, summonses and decisions are Swedish by law, whatever is chosen here. */
export const languages = ['sv', 'en'] as const;

export type Language = (typeof languages)[number];

/** Whether the text names a language that the product speaks. */
export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

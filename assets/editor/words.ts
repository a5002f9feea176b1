import { editor as english } from '../../src/i18n/en/pages/editor';
import { editor as swedish } from '../../src/i18n/sv/pages/editor';

export type EditorWord = keyof typeof swedish;

/** The editor's words in the language of the page. */
export function word(key: EditorWord, facts: Readonly<Record<string, string>> = {}): string {
  const words: Readonly<Record<EditorWord, string>> =
    document.documentElement.lang === 'en' ? english : swedish;
  return words[key].replace(/\{(\w+)\}/g, (_match, name: string) => facts[name] ?? '');
}

/** What a text's `{placeholders}` are filled with; already fit to read. */
export type TextFacts = Readonly<Record<string, string | number>>;

/** One sentence, or one for exactly one and one for every other `{count}`. */
export type Text = string | { readonly one: string; readonly other: string };

/** A second language's texts: the same keys, each of the same kind, or it does not compile. */
export type SameTexts<Source extends Readonly<Record<string, Text>>> = {
  readonly [Key in keyof Source]: Source[Key] extends string
    ? string
    : { readonly one: string; readonly other: string };
};

/** `{name:s}` is the Swedish genitive: whose it is. */
const placeholder = /\{(\w+)(:s)?\}/g;

/**
 * Fills the placeholders of a text.
 * @throws RangeError when a placeholder has no fact: a sentence with a hole is a fault, never shown to anyone
 */
export function fillText(text: Text, facts: TextFacts = {}): string {
  const sentence = typeof text === 'string' ? text : facts['count'] === 1 ? text.one : text.other;
  return sentence.replace(placeholder, (_match, name: string, whose: string | undefined) => {
    const fact = facts[name];
    if (fact === undefined) throw new RangeError(`No fact for {${name}} in: ${sentence}`);
    return whose === undefined ? String(fact) : genitive(String(fact));
  });
}

/** "Almbys", but "Hallnäs": a name that ends in s, x or z is its own genitive in Swedish. */
function genitive(name: string): string {
  return /[sxz]$/i.test(name) ? name : `${name}s`;
}

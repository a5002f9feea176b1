import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'no-inline-style': 'error',
    // Own elements, htmx and the design system bring names that the standard does not know.
    'no-unknown-elements': 'off',
    // A list is sent as several fields of one name.
    'form-dup-name': 'off',
    // Matters of taste that a reader never meets.
    'doctype-style': 'off',
    'void-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attr-quotes': 'off',
  },
});

/** What a page breaks of the HTML standard, one line each: line, rule, message. */
export async function htmlFaults(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${String(line)} ${ruleId}: ${message}`),
  );
}

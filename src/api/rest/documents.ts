import type { RequestHandler } from 'express';
import { refusalCatalogue, type RefusalCode } from '../../domain/refusals/catalogue';
import type { RefusalEntry } from '../../domain/refusals/entry';
import { refusalTexts } from '../../i18n/refusal-text';
import { openApiDocument } from './openapi';

/** One row of the catalogue of refusals, with both texts; `{…}` stands where facts go. */
export interface ErrorRow {
  readonly code: RefusalCode;
  readonly status: number;
  readonly rule: string | null;
  readonly sv: string;
  readonly en: string;
}

/** Every refusal of the product, by status and code. */
export function errorRows(): ErrorRow[] {
  const codes = Object.keys(refusalCatalogue) as RefusalCode[];
  return codes
    .map((code) => {
      const entry: RefusalEntry = refusalCatalogue[code];
      return {
        code,
        status: entry.status,
        rule: entry.rule ?? null,
        sv: refusalTexts.sv[code],
        en: refusalTexts.en[code],
      };
    })
    .sort((a, b) => a.status - b.status || (a.code < b.code ? -1 : 1));
}

/** The catalogue as docs/errors.md. */
export function errorsMarkdown(): string {
  const head = [
    '# Refusals',
    '',
    'Generated from the refusal catalogue (`npm run docs`). A refusal is an answer, not a fault: pages show the sentence,',
    'JSON gives it as `application/problem+json` with `code`, `title`, `detail` and `rule`.',
    '',
  ];
  const rows = errorRows().flatMap(({ code, status, rule, sv, en }) => [
    `## ${code}`,
    '',
    `Status ${status}${rule === null ? '' : `, ${rule}`}`,
    '',
    `- sv: ${sv}`,
    `- en: ${en}`,
    '',
  ]);
  return `${[...head, ...rows].join('\n').trimEnd()}\n`;
}

/** `GET /api/errors`: what `type` in a problem leads to. */
export function errorsAsJson(): RequestHandler {
  return (_req, res) => {
    res.json({ errors: errorRows() });
  };
}

/** `GET /api/openapi.json`. */
export function openApiAsJson(): RequestHandler {
  let made: string | undefined;
  return (_req, res) => {
    made ??= JSON.stringify(openApiDocument());
    res.type('json').send(made);
  };
}

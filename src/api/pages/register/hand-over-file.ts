import { z } from 'zod';
import { addMonths, asDay } from '../../../domain/time/day';
import { documentsToHandOver, type HandedOver } from '../../../store/queries/register/hand-over';
import { forgiving } from '../../forgiving';
import { paths } from '../../paths';
import { file } from '../../route';
import { directionText, documentTag } from './words';

const day = forgiving(z.iso.date().transform(asDay).optional().catch(undefined));

/** The hand-over file of a series that is kept elsewhere: what its registrar enters there. In Swedish, for Swedish registers. */
export const handOverFile = file({
  path: paths.registerHandOver,
  permission: { act: 'matter.register', object: (_context, { bodyId }) => Promise.resolve({ bodyId }) },
  auditEvent: 'readHandOver',
  query: z.object({ fran: day, till: day }),
  view: async ({ em, today }, { bodyId }, query) => {
    const from = query.fran ?? addMonths(today, -1);
    const to = query.till ?? today;
    const rows = await documentsToHandOver(em, bodyId, from, to);
    return {
      bytes: new TextEncoder().encode(csvOf(rows)),
      mediaType: 'text/csv; charset=utf-8',
      name: `Överlämning ${from}–${to}.csv`,
      download: true,
    };
  },
});

const headings = [
  'Serie',
  'Diarienummer',
  'Ärendemening',
  'Riktning',
  'Datum',
  'Avsändare eller mottagare',
  'Läge',
  'SHA-256',
];

/** Semicolons and a byte order mark, as office programs in Sweden open without asking. */
function csvOf(rows: readonly HandedOver[]): string {
  const lines = rows.map((row) => [
    row.series,
    row.registryNumber ?? '',
    row.title,
    directionText('sv', row.direction),
    row.day,
    row.counterpart ?? '',
    documentTag('sv', row.state).text,
    row.sha256 ?? '',
  ]);
  return `\uFEFF${[headings, ...lines].map((line) => line.map(cellOf).join(';')).join('\r\n')}\r\n`;
}

/** Quoted; a cell that a spreadsheet would run as a formula is made text. */
function cellOf(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

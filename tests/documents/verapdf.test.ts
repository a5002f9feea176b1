import { appendFileSync } from 'node:fs';
import { mergePackage } from '../../src/documents/package/meeting-package';
import { renderOfficialMemo } from '../../src/documents/meetings/official-memo';
import { renderSummons } from '../../src/documents/meetings/summons';
import { prepareVeraPdf, runVeraPdf, type VeraPdf, type VeraVerdict } from '../support/verapdf';
import { everyDocument, options } from './support/every-document';
import { letterhead, memo, summons } from './support/meeting-2026-02-20';
import { scannedPdf, untaggedPdf } from './support/other-pdfs';
import { MOMENT, pdfOf, showcase } from './support/showcase';

/** What each file must prove: both claims for what we make ourselves, and for a package what its files allow. */
const demanded = new Map<string, readonly string[]>();
const files = new Map<string, Uint8Array>();
let vera: VeraPdf = { ready: false, reason: '' };
let verdicts: ReadonlyMap<string, VeraVerdict> = new Map();

const add = (title: string, bytes: Uint8Array, claims: readonly string[] = ['3a', 'ua1']): void => {
  files.set(title, bytes);
  demanded.set(title, claims);
};

beforeAll(async () => {
  for (const [kind, render] of everyDocument) add(kind, (await render()).pdf);
  add(
    'alla-delar',
    await pdfOf(showcase, { title: 'Å & <B> "C"', author: 'Nämnd & <råd>', subject: 'a<b & c' }),
  );
  const text = (await renderOfficialMemo(memo, options)).pdf;
  const merge = async (title: string, papers: readonly Uint8Array[]): Promise<void> => {
    const result = await mergePackage({
      letterhead,
      title: 'Handlingar & bilagor',
      reference: summons.reference,
      createdAt: MOMENT,
      summons: { title: 'Kallelse', bytes: (await renderSummons(summons, options)).pdf },
      items: [
        {
          number: '6',
          title: 'Talflödeshjälpmedel',
          papers: [
            { title: 'Tjänsteskrivelse', bytes: text },
            ...papers.map((bytes, at) => ({ title: `Bilaga ${at + 1}`, bytes })),
          ],
        },
        {
          number: '9',
          title: 'Årsredovisning',
          papers: [{ title: 'Tjänsteskrivelse', bytes: text }],
          missing: ['Årsredovisning 2025'],
        },
      ],
    });
    if (!result.ok) throw new Error(result.code);
    add(title, result.pdf, [...(result.claims.pdfA ? ['3a'] : []), ...(result.claims.pdfUa ? ['ua1'] : [])]);
  };
  await merge('handlingar', [await pdfOf(showcase)]);
  await merge('handlingar-med-inskannat', [await scannedPdf()]);
  await merge('handlingar-med-otaggat', [await untaggedPdf()]);
  vera = await prepareVeraPdf();
  if (vera.ready) verdicts = await runVeraPdf(files);
}, 300_000);

describe('veraPDF', () => {
  it('is there, or the run says what it did not check', () => {
    if (vera.ready) return;
    const line = `veraPDF: PDF/A-3a och PDF/UA-1 (${vera.reason}; den egna strukturkontrollen har körts)\n`;
    const notes = process.env['SAMRAD_NOT_CHECKED'];
    if (notes === undefined) process.stderr.write(`\nInte kontrollerat med ${line}`);
    else appendFileSync(notes, line);
    // A build that others rely on proves what the files claim.
    if (process.env['CI'] === 'true') throw new Error(`veraPDF behövs i CI: ${vera.reason}`);
  });

  it.each([
    ['kallelse', ['3a', 'ua1']],
    ['tjansteskrivelse', ['3a', 'ua1']],
    ['protokoll', ['3a', 'ua1']],
    ['protokollsutdrag', ['3a', 'ua1']],
    ['anslag', ['3a', 'ua1']],
    ['anslagsbevis', ['3a', 'ua1']],
    ['alla-delar', ['3a', 'ua1']],
    ['handlingar', ['3a', 'ua1']],
    ['handlingar-med-inskannat', ['ua1']],
    ['handlingar-med-otaggat', []],
  ])('passes "%s" in every profile that it claims', (title, claims) => {
    expect(demanded.get(title)).toEqual(claims);
    if (!vera.ready) return;
    const verdict = verdicts.get(title);
    expect([...(verdict?.passed ?? [])].sort()).toEqual(claims);
    // A file without any claim is tried as PDF/A-1b, whose answer is of no interest.
    if (claims.length > 0) expect(verdict?.failed).toEqual([]);
  });
});

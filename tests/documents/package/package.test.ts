import { PDFDict } from '@cantoo/pdf-lib';
import { inspectPdf } from '../../../src/documents/package/inspect-pdf';
import { mergePackage, type MeetingPackageInput } from '../../../src/documents/package/meeting-package';
import type { MergedPackage, PackagePaper } from '../../../src/documents/package/merge-package';
import { at, dictOf, listOf, name, textOf } from '../../../src/documents/package/pdf-objects';
import type { PdfCanvas } from '../../../src/documents/pdf/pdf-canvas';
import { renderOfficialMemo } from '../../../src/documents/meetings/official-memo';
import { renderSummons } from '../../../src/documents/meetings/summons';
import {
  bookmarksOf,
  elementsOf,
  openForTest,
  paintedText,
  readAloud,
  structureFindings,
  wordsOf,
} from '../../support/pdf-structure';
import { options } from '../support/every-document';
import { letterhead, memo, summons } from '../support/meeting-2026-02-20';
import { foreignPdf, scannedPdf, untaggedPdf } from '../support/other-pdfs';
import { MOMENT, pdfOf, showcase } from '../support/showcase';

const paper = (title: string, bytes: Uint8Array): PackagePaper => ({ title, bytes });

describe('the package of a meeting', () => {
  let input: MeetingPackageInput;
  let merged: MergedPackage;

  const merge = async (more: Partial<MeetingPackageInput> = {}): Promise<MergedPackage> => {
    const result = await mergePackage({ ...input, ...more });
    if (!result.ok) throw new Error(`${result.code}: ${result.paper}`);
    return result;
  };

  beforeAll(async () => {
    const letter = await renderSummons(summons, options);
    const text = await renderOfficialMemo(memo, options);
    input = {
      letterhead,
      title: 'Handlingar till Gemensam hjälpmedelsnämnd fredag 20 februari 2026',
      reference: summons.reference,
      createdAt: MOMENT,
      summons: paper('Kallelse/föredragningslista', letter.pdf),
      items: [
        {
          number: '6',
          title: 'Förslag borttagande av talflödeshjälpmedel',
          papers: [paper('Tjänsteskrivelse', text.pdf), paper('Alla delar', await pdfOf(showcase))],
        },
        {
          number: '9',
          title: 'Årsredovisning 2025',
          papers: [paper('Tjänsteskrivelse', text.pdf)],
          missing: ['Årsredovisning 2025 (väntas 17 februari)'],
        },
      ],
    };
    merged = await merge();
  });

  it('keeps the tags of its files: one part each, and every word of them', async () => {
    expect(await structureFindings(merged.pdf)).toEqual([]);
    const heard = await readAloud(merged.pdf);
    expect(heard.type).toBe('Document');
    expect(heard.kids.map((part) => part.type)).toEqual(['Part', 'Part', 'Part', 'Part', 'Part']);
    const alone = wordsOf(await readAloud(input.items[0]?.papers[1]?.bytes ?? new Uint8Array()));
    expect(wordsOf(heard.kids[3] ?? heard)).toEqual(alone);
  });

  it('claims PDF/A-3a and PDF/UA-1 when all of its files do', async () => {
    expect(merged.claims).toEqual({ pdfA: true, pdfUa: true });
    expect((await inspectPdf(merged.pdf)).holds).toEqual({ pdfA: true, pdfUa: true });
  });

  it('has bookmarks per item with its papers and their headings beneath', async () => {
    const bookmarks = await bookmarksOf(merged.pdf);
    expect(bookmarks.filter((line) => !line.startsWith(' '))).toEqual([
      'Kallelse/föredragningslista',
      'Handlingar som saknas',
      '6 Förslag borttagande av talflödeshjälpmedel',
      '9 Årsredovisning 2025',
    ]);
    expect(bookmarks).toEqual(
      expect.arrayContaining(['  Tjänsteskrivelse', '  Alla delar', '      Löpande text']),
    );
  });

  it('runs its page numbers through, with the item in front', async () => {
    const last = merged.papers.at(-1);
    expect(last).toMatchObject({
      section: '9 Årsredovisning 2025',
      title: 'Tjänsteskrivelse',
      readable: true,
    });
    expect(await paintedText(merged.pdf, 0)).toContain(`sida 1 (${merged.pages})`);
    expect(await paintedText(merged.pdf, (last?.firstPage ?? 0) - 1)).toContain(
      `punkt 9 · sida ${last?.firstPage ?? 0} (${merged.pages})`,
    );
    expect(wordsOf(await readAloud(merged.pdf)).join(' ')).not.toContain('punkt 9 · sida');
  });

  it('lists what is missing, and has no such page when nothing is', async () => {
    const words = wordsOf(await readAloud(merged.pdf));
    expect(words).toEqual(
      expect.arrayContaining(['Handlingar som saknas', 'Årsredovisning 2025 (väntas 17 februari)']),
    );
    const whole = await merge({
      items: input.items.map(({ number, title, papers }) => ({ number, title, papers })),
    });
    expect(whole.pages).toBe(merged.pages - 1);
    expect(await bookmarksOf(whole.pdf)).not.toContain('Handlingar som saknas');
  });

  it('is the same, byte for byte, when it is merged again', async () => {
    expect((await merge()).pdf.equals(merged.pdf)).toBe(true);
  });

  it('leads links within a file to the right page, though two files call their places alike', async () => {
    const twice = await merge({
      items: [
        {
          number: '1',
          title: 'A',
          papers: [paper('En', await pdfOf(showcase)), paper('Två', await pdfOf(showcase))],
        },
      ],
    });
    const document = await openForTest(twice.pdf);
    const targets = document.getPages().flatMap((page, index) =>
      listOf(document.context, page.node.get(name('Annots'))).flatMap((link) => {
        const target = listOf(document.context, dictOf(document.context.lookup(link))?.get(name('Dest')))[0];
        return target ? [document.getPages().findIndex((each) => each.ref === target) - index] : [];
      }),
    );
    expect(targets).toEqual([0, 0]);
  });

  it('gives a scan a picture with words for each page, and says that it cannot be read', async () => {
    const scan = await merge({
      items: [{ number: '4', title: 'Avtal', papers: [paper('Avtal (inskannat)', await scannedPdf())] }],
    });
    expect(scan.claims).toEqual({ pdfA: false, pdfUa: true });
    expect(scan.papers.at(-1)).toMatchObject({ title: 'Avtal (inskannat)', pages: 2, readable: false });
    expect(await structureFindings(scan.pdf)).toEqual([]);
    expect(elementsOf(await readAloud(scan.pdf), 'Figure').map((figure) => figure.alt)).toEqual([
      'Avtal (inskannat), sida 1 av 2. Sidan är inte taggad och kan inte läsas upp.',
      'Avtal (inskannat), sida 2 av 2. Sidan är inte taggad och kan inte läsas upp.',
    ]);
  });

  it('claims nothing for a file whose font is not embedded', async () => {
    const mixed = await merge({
      items: [{ number: '4', title: 'Avtal', papers: [paper('Avtal', await untaggedPdf())] }],
    });
    expect(mixed.claims).toEqual({ pdfA: false, pdfUa: false });
    expect((await inspectPdf(mixed.pdf)).claims).toEqual({});
  });

  it('makes one mark of a page whose own marks lost their tree', async () => {
    const orphaned = await foreignPdf((pdf) => {
      pdf.markContent('P', { mcid: 0 } as never);
      pdf.rect(50, 50, 100, 100).fill('#333333');
      pdf.endMarkedContent();
      pdf.markContent('Artifact', { type: 'Pagination' });
      pdf.rect(50, 700, 100, 5).fill('#333333');
      pdf.endMarkedContent();
    });
    const mixed = await merge({
      items: [{ number: '4', title: 'Ritning', papers: [paper('Ritning', orphaned)] }],
    });
    expect(await structureFindings(mixed.pdf)).toEqual([]);
  });

  it('brings no scripts and no actions along', async () => {
    const scripted = await foreignPdf((pdf) => {
      pdf.rect(0, 0, 595, 842).fill('#eeeeee');
      const action = (pdf as unknown as PdfCanvas).ref({ S: 'JavaScript', JS: new String('app.alert(1)') });
      pdf.annotate(10, 10, 100, 20, { Subtype: 'Link', A: action } as never);
      action.end();
      (pdf as unknown as { _root: { data: Record<string, unknown> } })._root.data['OpenAction'] = {
        S: 'JavaScript',
        JS: new String('app.alert(2)'),
      };
    });
    const mixed = await merge({ items: [{ number: '4', title: 'Fil', papers: [paper('Fil', scripted)] }] });
    expect(mixed.pdf.includes('JavaScript')).toBe(false);
  });

  it('names title, language and maker', async () => {
    const document = await openForTest(merged.pdf);
    expect(textOf(at(document.catalog, 'Lang'))).toBe('sv-SE');
    expect(document.getTitle()).toBe(input.title);
    expect(document.getAuthor()).toBe('Gemensam hjälpmedelsnämnd');
    expect(at(document.catalog, 'ViewerPreferences')).toBeInstanceOf(PDFDict);
  });
});

describe('a file that is handed in', () => {
  const base = { letterhead, title: 'Handlingar', reference: '2026-02-20', createdAt: MOMENT };
  let good: Buffer;
  beforeAll(async () => {
    good = await pdfOf('<h1>R</h1><p>text</p>');
  });

  const files: Readonly<Record<string, () => Promise<Uint8Array>>> = {
    'pdf-not-a-pdf': () => Promise.resolve(Buffer.from('<html>nej</html>')),
    'pdf-encrypted': () =>
      foreignPdf((pdf) => pdf.text('hemligt'), { userPassword: 'x', ownerPassword: 'y' }),
    'pdf-truncated': () => Promise.resolve(good.subarray(0, Math.floor(good.length * 0.7))),
    'pdf-broken': () =>
      Promise.resolve(Buffer.from(good.toString('latin1').replaceAll('/Pages', '/Sidor'), 'latin1')),
  };

  it.each(Object.keys(files))(
    'is refused with its code when it is "%s", and so is the package',
    async (code) => {
      const bytes = (await files[code]?.()) ?? new Uint8Array();
      const inspection = await inspectPdf(bytes);
      expect(inspection.reason).toBe(code);
      expect(inspection).toMatchObject({
        encrypted: code === 'pdf-encrypted',
        broken: code === 'pdf-broken' || code === 'pdf-truncated',
        holds: { pdfA: false, pdfUa: false },
      });
      const merged = await mergePackage({
        ...base,
        summons: paper('Kallelse', good),
        items: [{ number: '6', title: 'Ärende', papers: [paper('Bilaga 2', bytes)] }],
      });
      expect(merged).toEqual({ ok: false, code, section: '6 Ärende', paper: 'Bilaga 2' });
    },
  );

  it('is refused when a password opens it without being asked for, too', async () => {
    expect(
      (
        await inspectPdf(
          await foreignPdf((pdf) => pdf.text('läs'), {
            ownerPassword: 'y',
            permissions: { printing: 'lowResolution' },
          }),
        )
      ).reason,
    ).toBe('pdf-encrypted');
  });

  it('is told apart: scan, untagged text, tagged document', async () => {
    expect(await inspectPdf(await scannedPdf())).toMatchObject({
      pages: 2,
      tagged: false,
      picturesOnly: true,
      claims: {},
    });
    expect(await inspectPdf(await untaggedPdf())).toMatchObject({
      pages: 2,
      tagged: false,
      picturesOnly: false,
    });
    expect(await inspectPdf(good)).toMatchObject({
      pages: 1,
      tagged: true,
      claims: { pdfA: '3a', pdfUa: '1' },
    });
  });

  it('is not believed when it claims more than it holds', async () => {
    const untagged = await untaggedPdf();
    const lying = await foreignPdf((pdf) => pdf.text('otaggad'), { pdfVersion: '1.7', subset: 'PDF/A-3a' });
    expect((await inspectPdf(lying)).claims.pdfA).toBe('3a');
    expect((await inspectPdf(lying)).holds).toEqual({ pdfA: false, pdfUa: false });
    expect((await inspectPdf(untagged)).claims).toEqual({});
  });

  it('never makes the check fall over, whatever its bytes are', async () => {
    for (let at = 0; at < good.length; at += 997) {
      const bytes = Buffer.from(good);
      bytes.fill(0x20, at, at + 40);
      await expect(inspectPdf(bytes)).resolves.toHaveProperty('pages');
    }
  });
});

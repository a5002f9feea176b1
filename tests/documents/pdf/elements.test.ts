import {
  bookmarksOf,
  elementsOf,
  openForTest,
  paintedText,
  readAloud,
  structureFindings,
  wordsOf,
} from '../../support/pdf-structure';
import { dictOf, at, listOf, name, textOf } from '../../../src/documents/package/pdf-objects';
import { pdfOf, sentence, showcase } from '../support/showcase';

describe('a document with every element of the list', () => {
  let pdf: Buffer;
  beforeAll(async () => {
    pdf = await pdfOf(showcase, { title: 'Å & <B> "C"', author: 'Nämnd & <råd>', subject: 'a<b & c' });
  });

  it('passes the structure check of the product', async () => {
    expect(await structureFindings(pdf)).toEqual([]);
  });

  it('is the same, byte for byte, when it is made again of the same data and moment', async () => {
    const again = await pdfOf(showcase, {
      title: 'Å & <B> "C"',
      author: 'Nämnd & <råd>',
      subject: 'a<b & c',
    });
    expect(again.equals(pdf)).toBe(true);
  });

  it('differs when the moment differs', async () => {
    const later = await pdfOf(showcase, {
      title: 'Å & <B> "C"',
      createdAt: new Date('2026-02-13T08:00:01Z'),
    });
    expect(later.equals(pdf)).toBe(false);
  });

  it('reads its text aloud in the order in which it is written, links and spans within their sentence', async () => {
    const words = wordsOf(await readAloud(pdf));
    expect(words.slice(0, 3)).toEqual(['Alla delar & <tecken>', 'Ingress', 'HMC260004']);
    expect(words.find((text) => text.includes('Fet'))).toContain(
      'Fet, kursiv, båda, KL, in English. En länk som är så lång att den måste brytas över minst två rader på den här sidan och till avsnittet.',
    );
  });

  it('numbers nested lists from their start and says how', async () => {
    const lists = elementsOf(await readAloud(pdf), 'L');
    const ordered = lists.find((list) => elementsOf(list, 'Lbl').some((label) => label.text === '9.'));
    expect(ordered && elementsOf(ordered, 'Lbl').map((label) => label.text)).toEqual([
      '9.',
      '•',
      '1.',
      '10.',
    ]);
    expect(ordered && elementsOf(ordered, 'LBody')[0]?.kids.map((kid) => kid.type)).toEqual(['L']);
  });

  it('makes a list of terms a list whose labels are the terms', async () => {
    const [terms] = elementsOf(await readAloud(pdf), 'L');
    expect(
      terms?.kids.map((item) => item.kids.map((part) => `${part.type} ${wordsOf(part).join(' / ')}`)),
    ).toEqual([
      ['Lbl Datum', 'LBody fredag 20 februari 2026'],
      ['Lbl Plats', 'LBody Gripen / Västerdal'],
    ]);
  });

  it('repeats a table head on each page without saying it again', async () => {
    const heard = await readAloud(pdf);
    const [table] = elementsOf(heard, 'Table');
    const cells = table ? elementsOf(table, 'TH', 'TD') : [];
    const pages = new Set(cells.flatMap((cell) => [...cell.pages, ...cell.kids.flatMap((kid) => kid.pages)]));
    expect(pages.size).toBeGreaterThan(2);
    expect(table && elementsOf(table, 'THead')).toHaveLength(1);
    for (const page of pages) expect(await paintedText(pdf, page)).toContain('Anteckning');
  });

  it('cuts a row that is higher than a page, and keeps all of its text in its cell', async () => {
    const [table] = elementsOf(await readAloud(pdf), 'Table');
    const row = table && elementsOf(table, 'TR').find((each) => each.kids[0]?.text === 'Ledamot 31');
    const paragraphs = row ? elementsOf(row, 'P') : [];
    expect(paragraphs).toHaveLength(14);
    expect(new Set(paragraphs.flatMap((paragraph) => paragraph.pages)).size).toBeGreaterThan(1);
    for (const paragraph of paragraphs) expect(paragraph.text.trim()).toBe(sentence.repeat(4).trim());
  });

  it('writes bookmarks of the headings', async () => {
    expect(await bookmarksOf(pdf)).toEqual([
      'Alla delar & <tecken>',
      '  Löpande text',
      '    Beslut',
      '  Hålls ihop',
      '  Egen sida',
      '    Underrubrik',
      '      Minsta',
    ]);
  });

  it('gives each link words, an element and the page it stands on', async () => {
    const document = await openForTest(pdf);
    const links = document
      .getPages()
      .flatMap((page) =>
        listOf(document.context, page.node.get(name('Annots'))).map((link) =>
          dictOf(document.context.lookup(link)),
        ),
      );
    expect(links.length).toBeGreaterThanOrEqual(3);
    for (const link of links) expect(textOf(at(link, 'Contents'))).toMatch(/^(En länk|till avsnittet)/);
    expect(links.map((link) => textOf(at(dictOf(at(link, 'A')), 'URI')))).toContain(
      'https://example.se/p?a=1&b=%C3%A5',
    );
  });

  it('speaks for pictures, other languages and abbreviations', async () => {
    const heard = await readAloud(pdf);
    expect(elementsOf(heard, 'Figure').map((figure) => figure.alt)).toEqual([
      'Färgprov',
      'Stapeldiagram: 15 och 11',
    ]);
    expect(
      elementsOf(heard, 'P', 'Span')
        .filter((part) => part.lang)
        .map((part) => `${part.lang ?? ''} ${part.text}`),
    ).toEqual(['en in English', 'se Čoahkkin ☐ ☑']);
  });

  it('paints letterhead, registry number and "Sida x (y)" on every page as artifacts', async () => {
    const document = await openForTest(pdf);
    const pages = document.getPageCount();
    const spoken = wordsOf(await readAloud(pdf)).join(' ');
    for (let page = 0; page < pages; page += 1) {
      const painted = await paintedText(pdf, page);
      expect(painted).toContain(`Sida ${page + 1} (${pages})`);
      expect(painted).toContain('HMC260004');
    }
    expect(spoken).not.toContain('Sida 1');
  });
});

describe('a page break', () => {
  const fill = (lines: number): string => `<p>${'rad<br>'.repeat(lines)}rad</p>`;
  const pagesOf = (
    elements: readonly { readonly text: string; readonly pages: readonly number[] }[],
    words: string,
  ): number[] => [
    ...new Set(elements.filter((each) => each.text.startsWith(words)).flatMap((each) => each.pages)),
  ];

  it.each([36, 37, 38, 39, 40, 41, 42, 43])(
    'never leaves a heading alone at the foot of a page (%i lines before it)',
    async (lines) => {
      const heard = elementsOf(
        await readAloud(await pdfOf(`<h1>R</h1>${fill(lines)}<h2>Rubrik</h2><p>${sentence.repeat(5)}</p>`)),
        'H2',
        'P',
      );
      expect(pagesOf(heard, 'Rubrik')[0]).toBe(pagesOf(heard, 'Förvaltningen')[0]);
    },
  );

  it.each([34, 36, 38, 40, 42, 44])(
    'never parts the first or last line of a paragraph from the rest (%i lines before it)',
    async (lines) => {
      const pdf = await pdfOf(`<h1>R</h1>${fill(lines)}<p>alfa<br>beta<br>gamma<br>delta<br>epsilon</p>`);
      const first = await paintedText(pdf, 0);
      const there = ['alfa', 'beta', 'gamma', 'delta', 'epsilon'].filter((word) =>
        first.includes(word),
      ).length;
      expect([0, 2, 3, 5]).toContain(there);
    },
  );

  it('takes a link with it: two areas, one element, the right pages', async () => {
    const pdf = await pdfOf(
      `<h1>R</h1>${fill(36)}<p><a href="https://example.se/">${'en länk över sidan '.repeat(60)}</a></p>`,
    );
    expect(await structureFindings(pdf)).toEqual([]);
    const [link] = elementsOf(await readAloud(pdf), 'Link');
    expect(link?.pages).toEqual([0, 1]);
    const document = await openForTest(pdf);
    expect(
      document.getPages().map((page) => listOf(document.context, page.node.get(name('Annots'))).length > 0),
    ).toEqual([true, true]);
  });

  it('keeps a short box whole and lets a long one run on', async () => {
    const short = await readAloud(
      await pdfOf(
        `<h1>R</h1>${fill(38)}<section class="box"><h2>Beslut</h2><p>ett<br>två<br>tre<br>fyra<br>fem</p></section>`,
      ),
    );
    expect(elementsOf(short, 'P').at(-1)?.pages).toEqual([1]);
    const long = await readAloud(await pdfOf(`<h1>R</h1><section class="box">${fill(90)}</section>`));
    expect(elementsOf(long, 'P').at(-1)?.pages).toEqual([0, 1, 2]);
  });
});

describe('a link that the paper cannot follow', () => {
  it('is set as text when it leads within the system and no address of the system is known', async () => {
    const html = '<h1>R</h1><p>Se <a href="/arenden/12">ärendet</a> och <a href="#saknas">avsnittet</a>.</p>';
    expect(elementsOf(await readAloud(await pdfOf(html)), 'Link')).toHaveLength(0);
    const pdf = await pdfOf(html, { linkBase: 'https://samrad.example.se' });
    expect(elementsOf(await readAloud(pdf), 'Link').map((link) => link.text)).toEqual(['ärendet']);
    expect(await structureFindings(pdf)).toEqual([]);
  });
});

describe('an attachment', () => {
  it('lies in the PDF with its kind and its words', async () => {
    const document = await openForTest(
      await pdfOf('<h1>R</h1><p>x</p>', {
        attachments: [
          {
            name: 'uppgifter.json',
            mediaType: 'application/json',
            description: 'Uppgifterna',
            bytes: Buffer.from('{"a":1}'),
          },
        ],
      }),
    );
    const [file] = listOf(document.context, document.catalog.get(name('AF')));
    const entry = dictOf(file && document.context.lookup(file));
    expect(textOf(at(entry, 'UF'))).toBe('uppgifter.json');
    expect(at(entry, 'AFRelationship')?.toString()).toBe('/Data');
  });
});

describe('a document made after others', () => {
  it('says every letter, though an earlier one used the letter only as a part of another', async () => {
    await pdfOf('<h1>Ö</h1><p><strong>Ö ff</strong> <em>É</em></p>');
    const pdf = await pdfOf('<h1>Organ</h1><p><strong>Organ offert</strong> <em>Enkel</em></p>');
    expect(wordsOf(await readAloud(pdf))).toEqual(['Organ', 'Organ offert Enkel']);
  });

  it('is the same, byte for byte, as the first document of a new process', async () => {
    const html = '<h1>Organ</h1><p><strong>Organ offert</strong> <em>Enkel</em> 1 250 000 kr</p>';
    const later = await pdfOf(html);
    let first: Buffer | undefined;
    await jest.isolateModulesAsync(async () => {
      const fresh = jest.requireActual<{ pdfOf: typeof pdfOf }>('../support/showcase');
      first = await fresh.pdfOf(html);
    });
    expect(first?.equals(later)).toBe(true);
  });
});

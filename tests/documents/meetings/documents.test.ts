import { inspectPdf } from '../../../src/documents/package/inspect-pdf';
import { renderMinutes } from '../../../src/documents/meetings/minutes';
import { renderMinutesExtract } from '../../../src/documents/meetings/minutes-extract';
import { renderNotice } from '../../../src/documents/meetings/notice';
import { renderOfficialMemo } from '../../../src/documents/meetings/official-memo';
import { renderSummons } from '../../../src/documents/meetings/summons';
import { templateVersion } from '../../../src/documents/templates';
import {
  elementsOf,
  readAloud,
  structureFindings,
  wordsOf,
  type HeardElement,
} from '../../support/pdf-structure';
import { everyDocument, options } from '../support/every-document';
import { extract, memo, minutes, notice, summons } from '../support/meeting-2026-02-20';

const headings = (root: HeardElement): string[] =>
  elementsOf(root, 'H1', 'H2', 'H3').map((heading) => heading.text.replace(/[\s\u00a0]+/g, ' ').trim());

/** True if the sentences come in this order, with anything between them. */
const inOrder = (words: readonly string[], expected: readonly string[]): string[] => {
  let from = 0;
  return expected.filter((sentence) => {
    const found = words.findIndex((word, at) => at >= from && word.includes(sentence));
    if (found !== -1) from = found;
    return found === -1;
  });
};

describe.each(everyDocument)('the document "%s"', (_kind, render) => {
  it('is tagged, claims PDF/A-3a and PDF/UA-1, and breaks no rule that we can see', async () => {
    const { pdf } = await render();
    expect(await structureFindings(pdf)).toEqual([]);
    expect(await inspectPdf(pdf)).toMatchObject({
      tagged: true,
      claims: { pdfA: '3a', pdfUa: '1' },
      holds: { pdfA: true, pdfUa: true },
    });
  });

  it('is the same, byte for byte, when it is made again', async () => {
    const [one, other] = [await render(), await render()];
    expect(one.pdf.equals(other.pdf)).toBe(true);
    expect(one.html).toBe(other.html);
    expect(one.template).toMatch(/^[a-z-]+@[0-9a-f]{12}$/);
    expect(one.renderer).toBe('samrad-pdf 2');
  });

  it('says the same on the page and on paper', async () => {
    const { html, pdf } = await render();
    const page = html
      .replace(/<[^>]+>/g, ' ')
      .replace(/&nbsp;/g, ' ')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
      .replace(/[\s\u00a0]+/g, '');
    // Bullets and numbers of lists are the browser's on the page and ours on paper.
    const spoken = (element: HeardElement): string =>
      element.type === 'Lbl' && /^(•|\d+\.)$/.test(element.text)
        ? ''
        : element.text +
          element.kids
            .filter((kid) => kid.type !== 'Link' && kid.type !== 'Span')
            .map(spoken)
            .join('');
    expect(spoken(await readAloud(pdf)).replace(/[\s\u00a0]+/g, '')).toBe(page);
  });

  it('never says that a decision has legal force: only the court can', async () => {
    const { html } = await render();
    expect(html).not.toMatch(/laga kraft/i);
  });
});

describe('the summons', () => {
  it('has facts, order, headings and wording of the boards', async () => {
    const words = wordsOf(await readAloud((await renderSummons(summons, options)).pdf));
    expect(
      inOrder(words, [
        'Kallelse/föredragningslista',
        'Gemensam hjälpmedelsnämnd',
        'Datum',
        'Tid',
        'Plats',
        'Ledamöter',
        'Rikard Falkenäng (L), ordförande, Region Västerdal',
        'Ersättare',
        'Övriga',
        'Fastställande av föredragningslista',
        'Förslag till beslut',
        'Den preliminära föredragningslistan fastställs.',
        'Föregående protokoll',
        'Anmäls att protokoll från sammanträdet 2026-01-15 justerats i föreskriven ordning.',
        'Förslag borttagande av talflödeshjälpmedel',
        'HMC260004',
        'Ärendet i korthet',
        'Förslag till beslut',
        'Talflödeshjälpmedel tas bort som förskrivningsbart hjälpmedel.',
        'Expedieras till',
        'Beslutsunderlag',
        'Redovisning av delegeringsbeslut',
        'RV250028-1',
        'Anmälningar för kännedom',
        'Övriga frågor',
      ]),
    ).toEqual([]);
  });

  it('has 15 items, each a heading that a bookmark leads to (case 7)', async () => {
    const heard = await readAloud((await renderSummons(summons, options)).pdf);
    expect(headings(heard).filter((heading) => /^\d+ /.test(heading))).toHaveLength(15);
    expect(elementsOf(heard, 'L').filter((list) => list.kids.length === 15)).toHaveLength(2);
  });

  it('prints one proposal as a sentence and several as numbered points (case 15)', async () => {
    const { html } = await renderSummons(summons, options);
    expect(html).toContain(
      '<h3>Förslag till beslut</h3><p>Den preliminära föredragningslistan fastställs.</p>',
    );
    expect(html).toContain('<ol><li>Talflödeshjälpmedel tas bort som förskrivningsbart hjälpmedel.</li>');
  });

  it('tells what a new version changed', async () => {
    const heard = await readAloud(
      (
        await renderSummons(
          { ...summons, version: 'Version B, 16 februari 2026', changes: ['Punkt 14 har tillkommit.'] },
          options,
        )
      ).pdf,
    );
    expect(
      inOrder(wordsOf(heard), [
        'Version B, 16 februari 2026',
        'Ändrat sedan förra versionen:',
        'Punkt 14 har tillkommit.',
        'Datum',
      ]),
    ).toEqual([]);
  });

  it('prints sub-items with their own proposals (M-20)', async () => {
    const items = [
      {
        number: '5',
        title: 'Muntlig information',
        subItems: [
          {
            number: '5.1',
            title: 'Riktlinjer',
            presenter: 'Maria Söderhjelm',
            summary: 'Kort.',
            proposal: ['Informationen noteras.'],
          },
        ],
      },
    ];
    const { pdf } = await renderSummons({ ...summons, items }, options);
    expect(
      inOrder(wordsOf(await readAloud(pdf)), [
        'Muntlig information',
        'Riktlinjer',
        'Föredragande: Maria Söderhjelm',
        'Kort.',
        'Förslag till beslut',
        'Informationen noteras.',
      ]),
    ).toEqual([]);
    expect(await structureFindings(pdf)).toEqual([]);
  });
});

describe('the official memo', () => {
  it('has the sections of real memos in their order, with author and registry number at the head', async () => {
    const heard = await readAloud((await renderOfficialMemo(memo, options)).pdf);
    expect(
      inOrder(wordsOf(heard), [
        'Hälso- och sjukvårdsförvaltningen, Hjälpmedelscentrum',
        'Frida Westerlid',
        'Datum',
        '2026-01-30',
        'Vårt diarienummer',
        'HMC260004',
      ]),
    ).toEqual([]);
    expect(headings(heard)).toEqual([
      'Förslag borttagande av talflödeshjälpmedel',
      ...memo.sections.map((section) => section.heading),
      'Beslutet skickas till',
    ]);
  });

  it('carries the data it was made from when asked', async () => {
    expect((await renderOfficialMemo(memo, options)).pdf.includes('uppgifter.json')).toBe(true);
    expect(
      (await renderOfficialMemo(memo, { createdAt: options.createdAt })).pdf.includes('uppgifter.json'),
    ).toBe(false);
  });

  it('shows what was typed, not what it could do', async () => {
    const { html } = await renderOfficialMemo(
      {
        ...memo,
        title: '<img src=x> & "titel"',
        sections: [{ heading: '<b>', level: 2, content: '<script>x</script>' }],
      },
      options,
    );
    expect(html).toContain('<h1>&lt;img src&#x3D;x&gt; &amp; &quot;titel&quot;</h1>');
    expect(html).not.toMatch(/<(script|img|b)[ >]/);
  });
});

describe('the minutes', () => {
  it('have all that KL 5:65-67 asks for, in order', async () => {
    const words = wordsOf(await readAloud((await renderMinutes(minutes, options)).pdf));
    expect(
      inOrder(words, [
        'Protokoll',
        'kl. 09.00–11.52',
        'Paragrafer',
        '§§ 12–26',
        'Justerare',
        'Justering',
        'Underskrifter',
        'Sekreterare',
        'Eva Wilhelmsdal',
        'Ordförande',
        'Justerare',
        'Anslag och bevis',
        'Tas ned tidigast',
        'Protokollet förvaras',
        'Närvarolista',
        'Ledamöter',
        'Nils Bergvik',
        '§§ 14–26',
        'Anländer kl. 09.25',
        'Tjänstgörande ersättare',
        'Ersätter Camilla Rundkvist (S)',
        'Närvarande ersättare som inte tjänstgör',
        'Övriga närvarande',
        'Förslag borttagande av ADL-fotpall för barn',
        'HMC260005',
        'Sammanfattning',
        'Förslag till beslut',
        'Jäv',
        'Yrkanden',
        'Propositionsordning',
        'Votering',
        'Ja-röst för bifall',
        'Kenth Pålbrink',
        'Avstår',
        'Med 9 ja-röster mot 4 nej-röster',
        'Beslut',
        'ADL-fotpallar för barn tas bort',
        'Reservationer',
        'Kenth Pålbrink (SD) reserverar sig mot beslutet med följande motivering:',
        'Jag reserverar mig',
        'Bengt Svartlid (M) reserverar sig mot beslutet.',
        'Protokollsanteckningar',
        'Beslutsunderlag',
        'Expedieras till',
        'Ärendet återremitteras',
        'En beräkning av kostnaderna per huvudman ska redovisas vid sammanträdet fredag 22 maj 2026.',
      ]),
    ).toEqual([]);
  });

  it("print everybody's choice in an open roll call and only the result of a secret ballot (KL 5:66)", async () => {
    const rows = elementsOf(await readAloud((await renderMinutes(minutes, options)).pdf), 'Table').filter(
      (table) => elementsOf(table, 'TH').some((cell) => cell.text === 'Röst'),
    );
    expect(rows.map((table) => elementsOf(table, 'TR').length)).toEqual([15]);
    const secret = {
      number: '§ 12',
      title: 'Val',
      vote: { question: 'Sluten omröstning.', rows: [], result: '8 röster på A, 7 på B.' },
    };
    const { html } = await renderMinutes({ ...minutes, paragraphs: [secret] }, options);
    expect(html.slice(html.indexOf('Sluten omröstning'))).not.toContain('<table>');
  });

  it('have a line to sign on where nobody has signed, and the moment where somebody has', async () => {
    const { html } = await renderMinutes(minutes, options);
    expect(html.match(/<hr class="signature">/g)).toHaveLength(1);
    expect(html).toContain('Undertecknat inloggad 4 mars 2026 kl. 13.05');
  });

  it('name the original and its hash in a verified copy (R-3)', async () => {
    const { html } = await renderMinutes(
      { ...minutes, verifiedCopy: 'Kopia av original med sha-256 ab12.' },
      options,
    );
    expect(html).toContain('Kopia av original med sha-256 ab12.');
  });

  it('print a sub-item’s own decision and reservation in its item’s paragraph, a level below (M-20)', async () => {
    const { pdf, html } = await renderMinutes(minutes, options);
    expect(
      inOrder(wordsOf(await readAloud(pdf)), [
        'Muntlig information',
        'Informationen antecknas till protokollet.',
        '20.1 Samråd om fastmonterade hjälpmedel',
        'HMC260011',
        'Förslag till beslut',
        'Yrkanden',
        'Votering',
        'Beslut',
        'Nämnden ställer sig bakom texten.',
        'Villkor: Texten kompletteras.',
        'Annika Erixell (S) reserverar sig mot beslutet med följande motivering:',
        'Protokollsanteckningar',
        'Expedieras till',
        'Övriga frågor',
      ]),
    ).toEqual([]);
    expect(html).toContain('<h3>20.1 Samråd om fastmonterade hjälpmedel</h3>');
    expect(html).toContain('<h4>Votering</h4>');
    expect(await structureFindings(pdf)).toEqual([]);
  });

  it('stay right with a hundred paragraphs', async () => {
    const paragraphs = Array.from({ length: 100 }, (_paragraph, at) => ({
      number: `§ ${at + 1}`,
      title: 'Ärende',
      summary: 'Text.\n\n'.repeat(at % 9),
      decision: { points: ['Informationen noteras.'] },
    }));
    expect(await structureFindings((await renderMinutes({ ...minutes, paragraphs }, options)).pdf)).toEqual(
      [],
    );
  });
});

describe('the minutes extract (case 23)', () => {
  it('has summary, proposal and decision, is certified, and ends with "Paragrafen är justerad"', async () => {
    const heard = await readAloud((await renderMinutesExtract(extract, options)).pdf);
    expect(headings(heard).slice(1, 5)).toEqual([
      '§ 17 Förslag borttagande av talflödeshjälpmedel',
      'Sammanfattning',
      'Förslag till beslut',
      'Beslut',
    ]);
    expect(
      inOrder(wordsOf(heard), [
        'Paragrafen är justerad onsdag 4 mars 2026',
        'Rätt utdraget intygas',
        'Eva Wilhelmsdal, mötessekreterare',
      ]),
    ).toEqual([]);
  });
});

describe('the notice', () => {
  it('prints all that KL 8:12 and M-11 ask for', async () => {
    const words = wordsOf(await readAloud((await renderNotice(notice, options)).pdf));
    expect(
      inOrder(words, [
        'Anslag',
        'Organ',
        'Gemensam hjälpmedelsnämnd',
        'Sammanträdesdag',
        'Paragrafer',
        '§§ 12–26',
        'Justerat',
        'Anslagstavla',
        'Anslaget sattes upp',
        'fredag 6 mars 2026',
        'Tas ned tidigast',
        'Protokollet finns',
        'Hur man överklagar',
        'Förvaltningsrätten',
      ]),
    ).toEqual([]);
  });

  it('tells how to appeal only where something can be appealed (KL 13:2)', async () => {
    const { appeal, ...without } = notice;
    expect(appeal).toBeDefined();
    expect((await renderNotice(without, options)).html).not.toContain('överklagar');
  });
});

describe('a template', () => {
  it('has a version that is its own', () => {
    const versions = [
      'summons',
      'official-memo',
      'minutes',
      'minutes-extract',
      'notice',
      'notice-certificate',
    ].map((name) => templateVersion(name as 'summons'));
    expect(new Set(versions).size).toBe(6);
  });
});

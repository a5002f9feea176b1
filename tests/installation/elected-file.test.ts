import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { faultLine } from '../../src/installation/file/file-fault';
import { readCsv } from '../../src/installation/file/read-csv';
import { readElectedFile, type ElectedFile } from '../../src/installation/file/read-elected-file';
import { electedFile } from './example';

const HEADINGS = 'namn;e-post;huvudman;parti;uppdrag;ordning;presidium;från;till';
const ADA = 'Ada Ek;ada.ek@lunda.example;Lunda;S;ledamot;1;ordförande;2023-01-01;';

describe('CSV', () => {
  const values = (text: string) => readCsv('x.csv', text).rows.map((row) => row.map(({ value }) => value));

  it.each<[string, string, string[][]]>([
    [
      'fields between semicolons',
      'a;b\nc;d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'fields between commas, and no break at the end',
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'quoted fields with separators, quotes and breaks',
      'a;b\n"x;y";"s ""t""\nu"',
      [
        ['a', 'b'],
        ['x;y', 's "t"\nu'],
      ],
    ],
    [
      'empty fields, and rows without any text',
      ';b\n\n;;\n "" ;d;\n',
      [
        ['', 'b'],
        ['', 'd', ''],
      ],
    ],
    [
      'returns alone',
      'a;b\rc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['nothing', '', []],
  ])('is read with %s', (what, text, rows) => {
    // A field that does not begin with its quote is a fault; the row is read all the same.
    if (what.startsWith('empty')) expect(readCsv('x.csv', text).faults).toHaveLength(1);
    else expect([readCsv('x.csv', text).faults, values(text)]).toEqual([[], rows]);
  });

  it.each<[string, string, string]>([
    [
      'a quote that is not ended',
      'a;b\nc;"d\ne;f',
      'x.csv:2:3 citattecknet i början av fältet har inget i slutet',
    ],
    ['text after a quote', 'a;b\n"c"d;e', 'x.csv:2:4 efter citattecknet ska fältet vara slut'],
    [
      'a quote within a field',
      'a;b\nc;d "e"',
      'x.csv:2:3 en text med citattecken ska själv stå inom citattecken',
    ],
  ])('with %s is told where', (_what, text, expected) => {
    expect(readCsv('x.csv', text).faults.map(faultLine)).toEqual([expect.stringContaining(expected)]);
  });

  it('tells of each field where it stands, also after a break in quotes', () => {
    const [, , row] = readCsv('x.csv', 'a;b\n"c\nd";e\nf;g\n').rows;
    expect(row).toEqual([
      { value: 'f', line: 4, column: 1 },
      { value: 'g', line: 4, column: 3 },
    ]);
  });
});

describe('a file of the register of elected people', () => {
  let folder: string;
  beforeAll(() => {
    z.config(z.locales.sv());
    folder = mkdtempSync(path.join(tmpdir(), 'samrad-elected-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (content: string | Buffer): ElectedFile => {
    const file = path.join(folder, 'fv.csv');
    writeFileSync(file, content);
    return readElectedFile(file);
  };
  const faultsOf = (content: string | Buffer): string[] =>
    read(content).faults.map((fault) => faultLine(fault).slice(folder.length + 1));

  it('that is shipped as an example has no faults', () => {
    const { faults, rows } = readElectedFile(electedFile);
    expect([faults, rows.length]).toEqual([[], 6]);
  });

  it('is read with or without a byte order mark, with semicolons or commas, in any order of columns', () => {
    const ada = {
      name: 'Ada Ek',
      email: 'ada.ek@lunda.example',
      principal: 'Lunda',
      party: 'S',
      kind: 'member',
      ordinal: 1,
      office: 'chair',
      from: '2023-01-01',
      until: null,
    };
    const text = `${HEADINGS}\r\n${ADA}\r\n`;
    const turned =
      'Från,UPPDRAG,Ordning,E-post,Namn,Huvudman\n2023-01-01,Ledamot,1,Ada.Ek@lunda.example,"Ek, Ada",Lunda\n';
    expect(read(text).rows).toMatchObject([ada]);
    expect(read(`\uFEFF${text}`).rows).toMatchObject([ada]);
    expect(read(text.replaceAll(';', ',')).rows).toMatchObject([ada]);
    expect(read(turned)).toMatchObject({
      faults: [],
      rows: [{ ...ada, name: 'Ek, Ada', party: '', office: null }],
    });
  });

  it('tells all its faults at once, each with line, column and heading', () => {
    const faults = faultsOf(
      [
        HEADINGS,
        ADA,
        'A;ingen adress;;S;ordförande;0;chef;2023-02-30;snart',
        'Ada Ek;ada.ek@lunda.example;Lunda;S;ledamot;1;;2023-01-01;',
        'Ida Ek;ADA.EK@lunda.example;Lunda;S;ersättare;1;vice ordförande;2023-01-01;2022-12-31',
        'Bo Al;bo.al@lunda.example;Lunda',
        '"Cia\nLind";cia@lunda.example;Lunda;S;ersättare;2;;2023-01-01;',
      ].join('\n'),
    );
    expect(faults).toEqual([
      expect.stringMatching(/^fv\.csv:3:1 namn: /),
      expect.stringMatching(/^fv\.csv:3:3 e-post: /),
      'fv.csv:3:16 huvudman: fältet är tomt',
      'fv.csv:3:19 uppdrag: "ordförande" går inte att läsa; skriv ledamot eller ersättare',
      'fv.csv:3:30 ordning: skriv platsens nummer i organets lista, från 1',
      'fv.csv:3:32 presidium: "chef" går inte att läsa; skriv ordförande eller vice ordförande',
      'fv.csv:3:37 från: skriv dagen som 2026-02-20',
      'fv.csv:3:48 till: skriv dagen som 2026-02-20',
      'fv.csv:4:48 från: samma uppdrag står på rad 2; ta bort en av raderna',
      'fv.csv:5:1 namn: på en annan rad har adressen namnet "Ada Ek"',
      'fv.csv:5:49 presidium: bara en ledamot är ordförande eller vice ordförande',
      expect.stringMatching(/^fv\.csv:5:76 till: Uppdraget slutar lördag 31 december 2022, före det börjar/),
      'fv.csv:6:1 raden har 3 fält, men rubrikerna är 9',
      'fv.csv:7:1 namn: fältet har radbyten eller andra styrtecken; skriv det på en rad',
    ]);
  });

  it.each<[string, string | Buffer, string[]]>([
    [
      'headings that are wrong, missing or there twice',
      'namn;epost;namn;huvudman;uppdrag;ordning;personnummer\n',
      [
        'fv.csv:1:1 e-post: kolumnen saknas',
        'fv.csv:1:1 från: kolumnen saknas',
        'fv.csv:1:1 filen har inga rader under rubrikerna',
        'fv.csv:1:6 epost: "epost" finns inte bland kolumnerna; menas "e-post"?',
        'fv.csv:1:12 namn: kolumnen finns två gånger',
        'fv.csv:1:42 personnummer: "personnummer" finns inte bland kolumnerna; ta bort kolumnen eller rätta rubriken',
      ],
    ],
    [
      'another encoding',
      Buffer.from(`${HEADINGS}\n${ADA}`, 'latin1'),
      ['fv.csv:1:1 filen är inte skriven i UTF-8; spara den som "CSV UTF-8" i kalkylprogrammet'],
    ],
  ])('with %s says so', (_what, content, expected) => {
    expect(faultsOf(content)).toEqual(expected);
  });

  it('that is not there says so', () => {
    expect(readElectedFile(path.join(folder, 'borta.csv')).faults).toMatchObject([
      { message: 'filen finns inte' },
    ]);
  });
});

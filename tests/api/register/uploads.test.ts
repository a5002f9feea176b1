import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { foreignPdf } from '../../documents/support/other-pdfs';
import type { Browser, Shown } from '../support/browser';
import { aPdf, createRegisterApi, openMatter, type RegisterApi } from './office';

interface File {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
}

const text = (words: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(words));

/** What may not be taken in: the files, the refusal's status and code, and words of its Swedish sentence. */
const refused: readonly (readonly [
  what: string,
  files: () => Promise<readonly File[]>,
  status: number,
  code: string,
  words: RegExp,
])[] = [
  [
    'a file that is no PDF',
    () => Promise.resolve([{ bytes: text('Detta är en textfil.'), name: 'brev.txt' }]),
    415,
    'file-not-pdf',
    /brev\.txt är inte en PDF/,
  ],
  [
    'another kind of file that is called .pdf',
    () => Promise.resolve([{ bytes: text('PK\u0003\u0004 ett dokument'), name: 'rapport.pdf' }]),
    415,
    'file-not-pdf',
    /rapport\.pdf är inte en PDF/,
  ],
  [
    'an empty file',
    () => Promise.resolve([{ bytes: text(''), name: 'tom.pdf' }]),
    415,
    'file-not-pdf',
    /tom\.pdf är inte en PDF/,
  ],
  [
    'a PDF with a password',
    async () => [
      {
        bytes: Uint8Array.from(
          await foreignPdf((pdf) => pdf.text('hemligt'), { userPassword: 'x', ownerPassword: 'y' }),
        ),
        name: 'hemlig.pdf',
      },
    ],
    422,
    'file-encrypted',
    /hemlig\.pdf.*lösenord/,
  ],
  [
    'a PDF that is cut off',
    async () => {
      const whole = await aPdf('Avkortad');
      return [{ bytes: whole.slice(0, Math.floor(whole.length / 2)), name: 'halv.pdf' }];
    },
    422,
    'file-broken',
    /halv\.pdf/,
  ],
  [
    'a file of more than 50 MB',
    () => Promise.resolve([{ bytes: new Uint8Array(50 * 1024 * 1024 + 1), name: 'stor.pdf' }]),
    413,
    'body-too-large',
    /50 MB/,
  ],
  ['no file', () => Promise.resolve([]), 400, 'input-invalid', /Välj en fil|Fyll i eller välj något här/],
  [
    'two files where one is asked for',
    async () => [
      { bytes: await aPdf('Ett'), name: 'ett.pdf' },
      { bytes: await aPdf('Två'), name: 'tva.pdf' },
    ],
    400,
    'input-invalid',
    /Välj en fil/,
  ],
  [
    'a good file beside one that is no PDF',
    async () => [
      { bytes: await aPdf('Ett'), name: 'ett.pdf' },
      { bytes: text('nej'), name: 'tva.pdf' },
    ],
    415,
    'file-not-pdf',
    /tva\.pdf är inte en PDF/,
  ],
];

describe('files that cannot be taken in', () => {
  let api: RegisterApi;
  let browser: Browser;
  let matter: string;
  let form: Shown;
  beforeAll(async () => {
    api = await createRegisterApi();
    browser = await api.visitor().signIn(api.world.people.official);
    matter = await openMatter(browser, 'Fel filer');
    form = await browser.get(`${matter}/handlingar`);
  });
  afterAll(async () => {
    await api.close();
  });

  /** Everything that an upload could have left: rows, bytes, temporary folders (removed just after the answer). */
  const kept = async () => {
    // Of this process: others on the machine read forms too.
    const own = `samrad-form-${process.pid}-`;
    const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith(own));
    for (let times = 0; folders().length > 0 && times < 500; times += 1) await wait(10);
    const rows = await api.sql(
      'select (select count(*) from document) as documents, (select count(*) from document_version) as versions, (select count(*) from blob) as blobs',
    );
    return { rows, folders: folders() };
  };
  const lastRow = () =>
    api.sql<{ actor: string; result: string; code: string }>(
      "select actor, result, code from audit_event where act = 'uploadDocument' order by seq desc limit 1",
    );
  const formOf = (fields: Readonly<Record<string, string>>, files: readonly File[]): FormData => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    for (const { bytes, name } of files)
      data.append('file', new Blob([bytes], { type: 'application/pdf' }), name);
    return data;
  };
  const audited = (code: string) => [
    { actor: `person:${api.world.people.official.id}`, result: 'refused', code },
  ];

  it.each(refused)(
    'by the page, %s is told in Swedish with what was typed kept, an audit row and nothing else',
    async (_what, files, status, code, words) => {
      const before = await kept();
      const found = form.$('form#uploadDocument').first();
      const hidden = Object.fromEntries(found.serializeArray().map(({ name, value }) => [name, value]));
      const answer = await browser.ask(found.attr('action') ?? '', {
        method: 'POST',
        body: formOf({ ...hidden, title: 'Min ärendemening', direction: 'drawnUp' }, await files()),
        headers: { origin: browser.url, 'sec-fetch-site': 'same-origin' },
      });
      expect(answer.status).toBe(status);
      expect(answer.$('main').text().replace(/\s+/g, ' ')).toMatch(words);
      expect(answer.$('#uploadDocument-title').val()).toBe('Min ärendemening');
      expect(await lastRow()).toEqual(audited(code));
      expect(await kept()).toEqual(before);
    },
    60_000,
  );

  it.each(refused)(
    'by JSON, %s is told as a problem in Swedish with an audit row and nothing else',
    async (_what, files, status, code, words) => {
      const before = await kept();
      const { body: session } = await browser.json('/api/session');
      const input = { matterId: matter.split('/').at(-1) ?? '', title: 'Bilaga', direction: 'drawnUp' };
      const answer = await browser.raw('/api/commands/uploadDocument', {
        method: 'POST',
        body: formOf(input, await files()),
        headers: { 'x-csrf-token': String(session?.['csrfToken']) },
      });
      expect(answer.headers.get('content-type')).toMatch(/problem\+json/);
      const problem = (await answer.json()) as { status: number; code: string; detail: string };
      expect([answer.status, problem.status, problem.code]).toEqual([status, status, code]);
      expect(problem.detail).toMatch(words);
      expect(await lastRow()).toEqual(audited(code));
      expect(await kept()).toEqual(before);
    },
    60_000,
  );
});

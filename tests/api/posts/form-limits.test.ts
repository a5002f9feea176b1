import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request, type ClientRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { load } from 'cheerio';
import { refuse } from '../../../src/domain/refusals/refusal';
import { refusalText } from '../../../src/i18n/refusal-text';
import { aPdf, createRegisterApi, openMatter, type RegisterApi } from '../register/office';
import type { Browser } from '../support/browser';
import { PASSWORD } from '../support/world';

const MB = 1024 * 1024;
const part = (name: string, file?: string): string =>
  `\r\n--q\r\ncontent-disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"\r\ncontent-type: application/pdf`}\r\n\r\n`;

interface Answer {
  readonly status: number;
  readonly words: string;
}

describe('how much of a form is read', () => {
  let api: RegisterApi;
  let browser: Browser;
  let matter: string;
  const tempBefore = process.env['TMPDIR'];
  let temp: string;
  beforeAll(async () => {
    temp = mkdtempSync(join(tmpdir(), 'samrad-limits-'));
    process.env['TMPDIR'] = temp;
    api = await createRegisterApi();
    browser = await api.visitor().signIn(api.world.people.official);
    matter = await openMatter(browser, 'Stora formulär');
  });
  afterAll(async () => {
    if (tempBefore === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = tempBefore;
    await api.close();
    rmSync(temp, { recursive: true });
  });

  /** A form whose sender goes on as long as it likes, and listens meanwhile. */
  const begin = (
    who: Browser,
    headers: Record<string, string> = {},
    path = '/gor/uploadDocument',
  ): { sending: ClientRequest; answer: Promise<Answer> } => {
    const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sending = request(new URL(path, api.url), {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=q', origin: api.url, cookie, ...headers },
    });
    const answer = new Promise<Answer>((done, failed) => {
      sending.once('error', failed).once('response', (response) => {
        let html = '';
        response.setEncoding('utf8').on('data', (words: string) => (html += words));
        response.once('end', () => done({ status: response.statusCode ?? 0, words: textOf(html) }));
      });
    });
    return { sending, answer };
  };
  const textOf = (html: string): string => load(html)('body').text().replace(/\s+/g, ' ');
  const write = (sending: ClientRequest, what: string | Buffer): Promise<void> =>
    new Promise((done) => sending.write(what, () => done()));
  const lastCode = async (): Promise<string | undefined> =>
    (
      await api.sql<{ code: string }>(
        "select code from audit_event where act = 'uploadDocument' and result = 'refused' order by seq desc limit 1",
      )
    )[0]?.code;
  /** Waits for the folders that are removed just after the answer. */
  const leftBehind = async (): Promise<readonly string[]> => {
    for (let times = 0; readdirSync(temp).length > 0 && times < 500; times += 1) await wait(10);
    return readdirSync(temp);
  };
  const formOf = async (): Promise<FormData> => {
    const page = await browser.get(`${matter}/handlingar`);
    const form = new FormData();
    for (const { name, value } of page.$('form#uploadDocument').first().serializeArray())
      form.set(name, value);
    form.set('title', 'Min ärendemening');
    return form;
  };
  const send = (who: Browser, body: FormData) =>
    who.ask('/gor/uploadDocument', { method: 'POST', body, headers: { origin: api.url } });

  it.each([
    ['somebody unknown', () => api.visitor()],
    ['somebody signed in', () => browser],
  ])(
    'texts of more than 1 MB together are refused in words before the rest is read, from %s',
    async (_who, one) => {
      const { sending, answer } = begin(one());
      for (let at = 0; at < 4; at += 1) await write(sending, `${part(`a${at}`)}${'x'.repeat(MB / 2)}`);
      // The form never ends.
      expect(await answer).toEqual({
        status: 413,
        words: expect.stringContaining('Gränsen är 1 MB') as string,
      });
      sending.destroy();
      expect(await lastCode()).toBe('body-too-large');
      expect(await leftBehind()).toEqual([]);
    },
  );

  it('a form that says itself to be too long is refused in words without being read, by page and by JSON', async () => {
    const { body } = await browser.json('/api/session');
    for (const path of ['/gor/uploadDocument', '/api/commands/uploadDocument']) {
      const headers = { 'content-length': String(10_000 * MB), 'x-csrf-token': String(body?.['csrfToken']) };
      const { sending, answer } = begin(browser, headers, path);
      sending.flushHeaders();
      expect(await answer).toEqual({
        status: 413,
        words: expect.stringContaining('Gränsen är 50 MB') as string,
      });
      sending.destroy();
    }
  });

  it('a form without length is read no further than the largest one, and refused in words', async () => {
    const { sending, answer } = begin(api.visitor());
    await write(sending, part('file', 'utan slut.pdf'));
    for (let sent = 0; sent < 54; sent += 1) await write(sending, Buffer.alloc(MB, 37));
    expect(await answer).toEqual({
      status: 413,
      words: expect.stringContaining('Gränsen är 50 MB') as string,
    });
    sending.destroy();
    expect(await leftBehind()).toEqual([]);
  }, 60_000);

  it('files of more than 50 MB together are refused, with what was typed kept', async () => {
    const form = await formOf();
    const whole = await aPdf('Ett');
    form.set('file', new Blob([whole]), 'ett.pdf');
    form.append('file', new Blob([new Uint8Array(50 * MB - whole.length + 1)]), 'tva.pdf');
    const answer = await send(browser, form);
    expect([answer.status, await lastCode()]).toEqual([413, 'body-too-large']);
    expect(answer.$('#uploadDocument-title').val()).toBe('Min ärendemening');
    expect(await leftBehind()).toEqual([]);
  }, 60_000);

  it.each([
    ['somebody unknown', () => ({ one: api.visitor(), status: 401 })],
    ['a form without the token of the session', () => ({ one: browser, status: 403 })],
  ])('no file is taken from %s', async (_whose, of) => {
    const { one, status } = of();
    const { sending, answer } = begin(one);
    await write(sending, `${part('title')}Bilaga${part('file', 'stor.pdf')}`);
    await write(sending, Buffer.alloc(2 * MB, 37));
    await wait(300);
    expect(readdirSync(temp).flatMap((folder) => readdirSync(join(temp, folder)))).toEqual([]);
    sending.end('\r\n--q--\r\n');
    expect((await answer).status).toBe(status);
    expect(await leftBehind()).toEqual([]);
  });

  it('a form with a file whose session has ended waits with its texts, and its writer chooses the file again', async () => {
    const person = api.world.people.official;
    const form = await formOf();
    form.set('file', new Blob([await aPdf('Bilagan')]), 'bilaga.pdf');
    // The browser forgets the cookie when the session's time is out.
    const barred = await send(api.visitor(), form);
    expect(barred.status).toBe(401);
    expect(barred.$('main').text()).toContain('Det du skrev är sparat');
    const later = api.visitor();
    const back = await later.send(barred, 'form[action="/logga-in"]', {
      email: person.email,
      password: PASSWORD,
    });
    expect(back.$('#uploadDocument-title').val()).toBe('Min ärendemening');
    expect(back.$('.sam-errors').text()).toContain(refusalText('sv', refuse('file-not-kept')));
  });
});

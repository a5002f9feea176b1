import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import express from 'express';
import { readForm } from '../../../src/api/posts/read-form';
import { Upload } from '../../../src/contracts/upload';
import { untaggedPdf } from '../../documents/support/other-pdfs';

describe('reading a form with files', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    const app = express();
    app.post('/', async (req, res) => {
      const posted = await readForm(req, { known: true, mayHandIn: () => true });
      const file = [posted.uploads['file']].flat().at(0);
      const bytes = file instanceof Upload ? (await readFile(file.path)).length : 0;
      await posted.done();
      res.json({
        values: posted.values,
        refusal: posted.refusal,
        file,
        pdf: file instanceof Upload ? file.pdf : null,
        bytes,
      });
    });
    server = createServer(app);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => new Promise((closed) => server.close(closed).closeAllConnections()));

  interface Answer {
    readonly values: Record<string, unknown>;
    readonly refusal: { readonly code: string; readonly facts: Record<string, unknown> } | null;
    readonly file: Record<string, unknown> | undefined;
    readonly pdf: Record<string, unknown> | null;
    readonly bytes: number;
  }
  const send = async (bytes: Uint8Array<ArrayBuffer> | Buffer, name = 'bilaga å.pdf'): Promise<Answer> => {
    const form = new FormData();
    form.append('title', 'Taklyftar');
    form.append('file', new Blob([Uint8Array.from(bytes)], { type: 'application/pdf' }), name);
    form.append('toString', 'x');
    return (await (await fetch(url, { method: 'POST', body: form })).json()) as Answer;
  };
  /** Of this process: others on the machine read forms too. */
  const leftBehind = () =>
    readdirSync(tmpdir()).filter((name) => name.startsWith(`samrad-form-${process.pid}-`));

  it('takes a whole PDF with its name, size, hash and what it is, and leaves nothing behind', async () => {
    const bytes = await untaggedPdf();
    const before = leftBehind();
    const { values, refusal, file, pdf, bytes: kept } = await send(bytes);
    expect(refusal).toBeNull();
    expect(values).toEqual({ title: 'Taklyftar', toString: 'x' });
    expect(file).toEqual({
      fileName: 'bilaga å.pdf',
      size: bytes.length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    });
    expect(pdf).toMatchObject({ tagged: false, claims: [] });
    expect(kept).toBe(bytes.length);
    expect(leftBehind()).toEqual(before);
  });

  it('refuses what is no PDF, and keeps the texts', async () => {
    const { refusal, values } = await send(Buffer.from('hej'), 'anteckning.txt');
    expect(refusal).toMatchObject({ code: 'file-not-pdf', facts: { name: 'anteckning.txt' } });
    expect(values['title']).toBe('Taklyftar');
  });

  it('refuses a PDF that is cut off', async () => {
    const bytes = await untaggedPdf();
    expect((await send(bytes.subarray(0, Math.floor(bytes.length / 2)))).refusal).toMatchObject({
      code: 'file-broken',
    });
  });

  it('takes no notice of a file field that nobody filled in', async () => {
    const form = new FormData();
    form.append('file', new Blob([]), '');
    const answer = (await (await fetch(url, { method: 'POST', body: form })).json()) as Answer;
    expect([answer.refusal, answer.file]).toEqual([null, undefined]);
  });

  it('refuses a file that is too large without reading it into memory', async () => {
    const { refusal } = await send(Buffer.alloc(51 * 1024 * 1024, 37));
    expect(refusal).toMatchObject({ code: 'body-too-large', facts: { limit: '50 MB' } });
  }, 60_000);

  it.each([
    ['no boundary', 'multipart/form-data', 'x'],
    [
      'a body that breaks off',
      'multipart/form-data; boundary=q',
      '--q\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7',
    ],
  ])('answers a broken form as unreadable: %s', async (_what, type, body) => {
    const before = leftBehind();
    const answer = (await (
      await fetch(url, { method: 'POST', body, headers: { 'content-type': type } })
    ).json()) as Answer;
    expect(answer.refusal?.code).toMatch(/request-unreadable|file-broken/);
    expect(leftBehind()).toEqual(before);
  });
});

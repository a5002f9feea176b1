import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Request } from 'express';
import { MOST_UPLOADED, Upload } from '../../contracts/upload';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import type { FormValues } from '../context';
import { lookInside } from './look-inside';

/** What a form sent: texts by name, files by name; `done` removes the files' temporary places. */
export interface PostedFields {
  readonly values: FormValues;
  readonly uploads: Readonly<Record<string, Upload | readonly Upload[]>>;
  /** A file or field that was not taken in; the texts are there nevertheless. */
  readonly refusal: Refusal | null;
  /** A file was sent, taken or not. */
  readonly hadFiles: boolean;
  readonly done: () => Promise<void>;
}

/** All texts of a form together, as of one without files (`FORM_LIMIT` of the app). */
const MOST_TEXT = 1024 * 1024;
/** How far the body of somebody unknown is read: as far as the texts of a form whose file is as large as it may be. */
const MOST_OF_UNKNOWN = MOST_UPLOADED + 2 * MOST_TEXT;
/** How far anybody's is: what was typed below a file that is too large is not to be lost. */
const MOST_READ = 4 * MOST_UPLOADED;
const tooLong = refuse('body-too-large', { limit: '1 MB' });
const tooLarge = refuse('body-too-large', { limit: '50 MB' });

const limits = {
  fields: 5000,
  fieldSize: MOST_TEXT,
  fieldNameSize: 200,
  files: 20,
  fileSize: MOST_UPLOADED,
  parts: 5020,
};
const nothingToRemove = (): Promise<void> => Promise.resolve();

/** Whose form is read. */
export interface Sender {
  /** Signed in: for others no file is taken, and less is read. */
  readonly known: boolean;
  /** Asked when a file begins, with the texts before it. What is not taken runs past, neither written nor held. */
  readonly mayHandIn: (texts: FormValues) => boolean;
}

/**
 * Reads a form, with files streamed to a temporary folder: nothing large is held in memory. Texts, files and the whole
 * have a limit each; beyond the last one nothing is read, and the answer says so.
 */
export async function readForm(req: Request, sender: Sender): Promise<PostedFields> {
  const none = { values: {}, uploads: {}, hadFiles: false, done: nothingToRemove };
  if (req.is('multipart/form-data') !== 'multipart/form-data')
    return { ...none, values: textValues(req.body), refusal: null };
  const most = sender.known ? MOST_READ : MOST_OF_UNKNOWN;
  if (Number(req.get('content-length') ?? 0) > most) return { ...none, refusal: tooLarge };
  const folder = await mkdtemp(join(tmpdir(), `samrad-form-${process.pid}-`));
  const done = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const reader = new MultipartReader(folder, sender, most);
    await reader.read(req);
    return {
      values: Object.fromEntries(reader.texts),
      uploads: Object.fromEntries(reader.uploads),
      refusal: reader.refusal,
      hadFiles: reader.hadFiles,
      done,
    };
  } catch {
    // The rest of the form runs past: the connection is there for the answer.
    req.resume();
    await done();
    return { ...none, refusal: refuse('request-unreadable') };
  }
}

function textValues(body: unknown): FormValues {
  if (body === null || typeof body !== 'object') return {};
  const texts = Object.entries(body).map(([name, value]: [string, unknown]): [string, string | string[]] => [
    name,
    Array.isArray(value) ? value.map(String) : String(value),
  ]);
  return Object.fromEntries(texts);
}

class MultipartReader {
  readonly texts = new Map<string, string | string[]>();
  readonly uploads = new Map<string, Upload | Upload[]>();
  refusal: Refusal | null = null;
  hadFiles = false;
  private textBytes = 0;
  private fileBytes = 0;
  private stop: () => void = () => undefined;
  private readonly files: Promise<void>[] = [];

  constructor(
    private readonly folder: string,
    private readonly sender: Sender,
    private readonly most: number,
  ) {}

  async read(req: Request): Promise<void> {
    const parser = busboy({ headers: req.headers, limits, defParamCharset: 'utf8' });
    parser.on('field', (name, value, info) => {
      this.textBytes += Buffer.byteLength(name) + Buffer.byteLength(value);
      if (info.valueTruncated || info.nameTruncated) this.refuseOnce(tooLong);
      if (this.textBytes <= MOST_TEXT) add(this.texts, name, value);
      else this.stopWith(tooLong);
    });
    parser.on('file', (name, stream, info) => {
      // A form that breaks off is told by the reading of the whole; its files only have to end.
      const taken = this.sender.mayHandIn(Object.fromEntries(this.texts))
        ? this.take(name, stream, info.filename, info.mimeType)
        : this.letPast(stream, info.filename);
      this.files.push(taken.catch(() => this.refuseOnce(refuse('request-unreadable'))));
    });
    const tooMany = (): void => this.refuseOnce(refuse('body-too-large', { limit: `${limits.files} filer` }));
    parser.on('filesLimit', tooMany).on('partsLimit', tooMany).on('fieldsLimit', tooMany);
    await this.passOn(req, parser);
    await Promise.all(this.files);
  }

  /** The body to the parser, until it ends or is longer than may be read. A pipeline would hang up before the answer. */
  private passOn(req: Request, parser: busboy.Busboy): Promise<void> {
    return new Promise((done, failed) => {
      const brokeOff = new Error('The form broke off');
      if (req.destroyed) {
        failed(brokeOff);
        return;
      }
      let read = 0;
      const count = (chunk: Buffer): void => {
        read += chunk.length;
        if (read > this.most) this.stopWith(tooLarge);
      };
      this.stop = () => {
        req.off('data', count).unpipe(parser);
        req.resume();
        // It may be in the middle of a chunk; that the form is not whole is no news.
        setImmediate(() => parser.off('error', failed).on('error', done).destroy());
      };
      req.on('data', count).once('close', () => {
        if (!req.readableEnded) parser.destroy(brokeOff);
      });
      parser.once('error', failed).once('close', done);
      req.pipe(parser);
    });
  }

  private async take(
    name: string,
    stream: Readable & { truncated?: boolean },
    fileName: string | undefined,
    mediaType: string,
  ): Promise<void> {
    const place = join(this.folder, String(this.files.length));
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform: (chunk: Buffer, _encoding, pass) => {
        hash.update(chunk);
        size += chunk.length;
        this.fileBytes += chunk.length;
        if (this.fileBytes <= MOST_UPLOADED) pass(null, chunk);
        else pass();
      },
    });
    await pipeline(stream, measure, createWriteStream(place));
    // A file field that nobody filled in comes as a file without name and bytes.
    if (size === 0 && isUnnamed(fileName)) return;
    this.hadFiles = true;
    const called = (fileName ?? name).slice(-200);
    if (stream.truncated === true || this.fileBytes > MOST_UPLOADED) {
      this.refuseOnce(tooLarge);
      return;
    }
    const look = await lookInside(await readFile(place), called);
    if (!look.ok) {
      this.refuseOnce(look);
      return;
    }
    add(this.uploads, name, new Upload(place, called, mediaType, size, hash.digest('hex'), look.pdf));
  }

  /** Nothing of it is kept. */
  private async letPast(stream: Readable, fileName: string | undefined): Promise<void> {
    let size = 0;
    for await (const chunk of stream) size += (chunk as Buffer).length;
    if (size === 0 && isUnnamed(fileName)) return;
    this.hadFiles = true;
    this.refuseOnce(refuse(this.sender.known ? 'form-expired' : 'sign-in-needed'));
  }

  private stopWith(refusal: Refusal): void {
    this.refuseOnce(refusal);
    this.stop();
  }

  private refuseOnce(refusal: Refusal): void {
    this.refusal ??= refusal;
  }
}

function isUnnamed(fileName: string | undefined): boolean {
  return fileName === undefined || fileName === '';
}

function add<Value>(into: Map<string, Value | Value[]>, name: string, value: Value): void {
  const before = into.get(name);
  into.set(name, before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]);
}

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
  readonly done: () => Promise<void>;
}

const limits = {
  fields: 5000,
  fieldSize: 1024 * 1024,
  fieldNameSize: 200,
  files: 20,
  fileSize: MOST_UPLOADED,
  parts: 5020,
};
const nothingToRemove = (): Promise<void> => Promise.resolve();

/** Reads a form, with files streamed to a temporary folder: nothing large is held in memory. */
export async function readForm(req: Request): Promise<PostedFields> {
  if (req.is('multipart/form-data') !== 'multipart/form-data') {
    return { values: textValues(req.body), uploads: {}, refusal: null, done: nothingToRemove };
  }
  const folder = await mkdtemp(join(tmpdir(), 'samrad-form-'));
  const done = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const reader = new MultipartReader(folder);
    await reader.read(req);
    return {
      values: Object.fromEntries(reader.texts),
      uploads: Object.fromEntries(reader.uploads),
      refusal: reader.refusal,
      done,
    };
  } catch {
    await done();
    return { values: {}, uploads: {}, refusal: refuse('request-unreadable'), done: nothingToRemove };
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
  private readonly files: Promise<void>[] = [];

  constructor(private readonly folder: string) {}

  async read(req: Request): Promise<void> {
    const parser = busboy({ headers: req.headers, limits, defParamCharset: 'utf8' });
    parser.on('field', (name, value, info) => {
      if (info.valueTruncated || info.nameTruncated)
        this.refuseOnce(refuse('body-too-large', { limit: '1 MB' }));
      add(this.texts, name, value);
    });
    parser.on('file', (name, stream, info) => {
      // A form that breaks off is told by the reading of the whole; its files only have to end.
      const taken = this.take(name, stream, info.filename, info.mimeType);
      this.files.push(taken.catch(() => this.refuseOnce(refuse('request-unreadable'))));
    });
    const tooMany = (): void => this.refuseOnce(refuse('body-too-large', { limit: `${limits.files} filer` }));
    parser.on('filesLimit', tooMany).on('partsLimit', tooMany).on('fieldsLimit', tooMany);
    await pipeline(req, parser);
    await Promise.all(this.files);
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
      transform(chunk: Buffer, _encoding, pass) {
        hash.update(chunk);
        size += chunk.length;
        pass(null, chunk);
      },
    });
    await pipeline(stream, measure, createWriteStream(place));
    // A file field that nobody filled in comes as a file without name and bytes.
    if (size === 0 && (fileName === undefined || fileName === '')) return;
    const called = (fileName ?? name).slice(-200);
    if (stream.truncated === true) {
      this.refuseOnce(refuse('body-too-large', { limit: '50 MB' }));
      return;
    }
    const look = await lookInside(await readFile(place), called);
    if (!look.ok) {
      this.refuseOnce(look);
      return;
    }
    add(this.uploads, name, new Upload(place, called, mediaType, size, hash.digest('hex'), look.pdf));
  }

  private refuseOnce(refusal: Refusal): void {
    this.refusal ??= refusal;
  }
}

function add<Value>(into: Map<string, Value | Value[]>, name: string, value: Value): void {
  const before = into.get(name);
  into.set(name, before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]);
}

import { z } from 'zod';

/** Largest file that is taken in, in bytes. */
export const MOST_UPLOADED = 50 * 1024 * 1024;

/** What a look inside a PDF told, before any command sees it. */
export interface PdfFacts {
  readonly pages: number;
  readonly tagged: boolean;
  /** What the file claims and was not seen to break: 'PDF/A-3a', 'PDF/UA-1'. */
  readonly claims: readonly string[];
}

/**
 * A file as a form handed it in: in a temporary place until the request is over. Only the form reader makes one, so
 * that nobody can name a file of the server's in JSON.
 */
export class Upload {
  constructor(
    /** Where the bytes are while the command runs. */
    readonly path: string,
    /** The file's name as its sender called it. */
    readonly fileName: string,
    readonly mediaType: string,
    /** Size in bytes. */
    readonly size: number,
    /** SHA-256 of the bytes, hex. */
    readonly sha256: string,
    /** Set for PDFs. */
    readonly pdf: PdfFacts | null,
  ) {}

  /** What makes the same request recognised (`Idempotency-Key`): the content, never the temporary place. */
  toJSON(): Readonly<Record<string, string | number>> {
    return { fileName: this.fileName, size: this.size, sha256: this.sha256 };
  }
}

/** A file field of a contract. */
export const UploadField = z
  .custom<Upload>((given) => given instanceof Upload, { params: { format: 'file' } })
  .meta({
    description: 'A file, sent as multipart/form-data',
    override: { type: 'string', format: 'binary' },
  });

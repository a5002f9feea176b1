import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

/** One delivery, as it was received. */
interface Delivery {
  readonly number: number;
  readonly receivedAt: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly messageId: string;
}

/** A mail, once, however many times it was delivered. */
export interface CaughtMail {
  /** Short and the same after a restart: made from the Message-ID and the recipient. */
  readonly id: string;
  readonly messageId: string;
  /** How many times the same mail came; more than one means that it went again after a crash. */
  readonly deliveries: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly date: string;
  readonly receivedAt: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { fileName: string; contentType: string; size: number }[];
}

/** The mails that the catcher has taken, kept as files so that a restart keeps them. */
export class CaughtMails {
  private readonly deliveries: Delivery[];

  /** @param folder one `.eml` with the bytes and one `.json` with the envelope for each delivery */
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    this.deliveries = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Delivery)
      .sort((a, b) => a.number - b.number);
  }

  /** Stores a mail on disk; when this returns it may be acknowledged. */
  async take(
    bytes: Buffer,
    envelope: { from: string; to: readonly string[]; receivedAt: Date },
  ): Promise<void> {
    const parsed = await PostalMime.parse(bytes);
    const number = (this.deliveries.at(-1)?.number ?? 0) + 1;
    const delivery: Delivery = {
      number,
      receivedAt: envelope.receivedAt.toISOString(),
      from: envelope.from,
      to: envelope.to,
      messageId: parsed.messageId ?? createHash('sha256').update(bytes).digest('hex'),
    };
    this.deliveries.push(delivery);
    writeFileSync(this.file(number, 'eml'), bytes);
    // The envelope is what makes a delivery known: written last and whole.
    writeFileSync(this.file(number, 'next'), JSON.stringify(delivery));
    renameSync(this.file(number, 'next'), this.file(number, 'json'));
  }

  /** Every mail once, newest first. */
  async list(): Promise<CaughtMail[]> {
    const groups = new Map<string, Delivery[]>();
    for (const delivery of this.deliveries) {
      const id = idOf(delivery);
      groups.set(id, [...(groups.get(id) ?? []), delivery]);
    }
    const mails = await Promise.all([...groups].map(([id, group]) => this.describe(id, group)));
    return mails.reverse();
  }

  /** One mail; undefined when there is none with the id. */
  async find(id: string): Promise<CaughtMail | undefined> {
    const group = this.deliveries.filter((delivery) => idOf(delivery) === id);
    return group.length === 0 ? undefined : await this.describe(id, group);
  }

  /** One attachment of a mail, by its place (from 0). */
  async attachment(
    id: string,
    place: number,
  ): Promise<{ fileName: string; contentType: string; content: Buffer } | undefined> {
    const delivery = this.deliveries.find((candidate) => idOf(candidate) === id);
    if (delivery === undefined) return undefined;
    const file = (await this.parse(delivery)).attachments[place];
    if (file === undefined) return undefined;
    return {
      fileName: file.filename ?? 'bilaga',
      contentType: file.mimeType,
      content: bytesOf(file.content),
    };
  }

  private async describe(id: string, group: readonly Delivery[]): Promise<CaughtMail> {
    const [first] = group;
    if (first === undefined) throw new Error('a mail without a delivery');
    const email = await this.parse(first);
    return {
      id,
      messageId: first.messageId,
      deliveries: group.length,
      from: email.from?.address ?? first.from,
      to: first.to,
      subject: email.subject ?? '',
      date: email.date ?? '',
      receivedAt: first.receivedAt,
      text: email.text ?? '',
      html: email.html ?? '',
      headers: Object.fromEntries(email.headers.map(({ key, value }) => [key, value])),
      attachments: email.attachments.map((file) => ({
        fileName: file.filename ?? 'bilaga',
        contentType: file.mimeType,
        size: bytesOf(file.content).length,
      })),
    };
  }

  private async parse(delivery: Delivery): Promise<Email> {
    return await PostalMime.parse(readFileSync(this.file(delivery.number, 'eml')));
  }

  private file(number: number, ending: string): string {
    return join(this.folder, `${String(number).padStart(6, '0')}.${ending}`);
  }
}

function idOf({ messageId, to }: Delivery): string {
  return createHash('sha256')
    .update(`${messageId} ${to.join(',')}`)
    .digest('hex')
    .slice(0, 16);
}

function bytesOf(content: string | ArrayBuffer | Uint8Array): Buffer {
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as Uint8Array);
}

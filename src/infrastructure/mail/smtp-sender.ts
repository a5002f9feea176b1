import { createTransport } from 'nodemailer';

/** A file that goes with a mail. */
export interface MailAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** One mail to one recipient, ready to go. */
export interface OutgoingMail {
  /** Derived from the mail row's key, with angle brackets: the same again when the mail goes again after a crash. */
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where it comes back to when another server gives it up after ours has taken it; `from` where nothing is said. */
  readonly returnTo?: string | null;
  /** The Date header, by the case's clock. */
  readonly date: Date;
  readonly headers?: Readonly<Record<string, string>>;
  readonly attachments?: readonly MailAttachment[];
}

/** What the mail server said: it took the mail, or will never take it for this recipient (its reply code, 5xx). */
export type SendResult =
  { readonly outcome: 'accepted' } | { readonly outcome: 'bounced'; readonly code: number };

export interface Mailer {
  /**
   * Hands a mail to the mail server.
   * @throws when the server is away or asks to be tried later (4xx): the same mail may be sent again
   */
  send(mail: OutgoingMail): Promise<SendResult>;
  close(): void;
}

/**
 * A server that says nothing is given up within the sender's lease (loops/mail-sender.ts), so that no other sender hands
 * the same letter over meanwhile. Milliseconds.
 */
const defaults = { pool: 'true', connectionTimeout: '8000', greetingTimeout: '8000', socketTimeout: '12000' };

/**
 * A pool of connections to one SMTP server.
 * @param smtpUrl such as `smtp://127.0.0.1:2525` or `smtps://user:password@mail.example.se`
 */
export function createMailer(smtpUrl: string): Mailer {
  const url = new URL(smtpUrl);
  for (const [name, value] of Object.entries(defaults))
    if (!url.searchParams.has(name)) url.searchParams.set(name, value);
  const transport = createTransport(url.toString(), { disableFileAccess: true, disableUrlAccess: true });
  return {
    async send(mail) {
      try {
        await transport.sendMail({
          messageId: mail.messageId,
          from: mail.from,
          to: mail.to,
          ...(mail.returnTo == null ? {} : { envelope: { from: mail.returnTo, to: mail.to } }),
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          date: mail.date,
          headers: { ...mail.headers },
          attachments: (mail.attachments ?? []).map((file) => ({
            filename: file.fileName,
            contentType: file.contentType,
            content: file.content,
          })),
        });
        return { outcome: 'accepted' };
      } catch (error) {
        const code = permanentRefusal(error);
        if (code === undefined) throw error;
        return { outcome: 'bounced', code };
      }
    },
    close: () => transport.close(),
  };
}

/** The reply code when the server refuses this recipient or message for good; a refused sign-in is no bounce. */
function permanentRefusal(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const { responseCode, code } = error as Error & { responseCode?: number; code?: string };
  const aboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return aboutMail && responseCode !== undefined && responseCode >= 500 ? responseCode : undefined;
}

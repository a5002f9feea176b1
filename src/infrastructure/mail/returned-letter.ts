import PostalMime, { type Attachment } from 'postal-mime';
import { returnedStatus, type DeliveryFields } from '../../domain/notifications/delivery-report';

/** A letter of ours that came back. */
export interface ReturnedLetter {
  /** The Message-IDs, with angle brackets, that it may be known by; ours cannot be guessed by whoever has not had the letter. */
  readonly messageIds: readonly string[];
  /** Why, such as `5.1.1`. */
  readonly code: string;
}

/** As ours are written; a stranger's that looks otherwise is none of ours. */
const MESSAGE_ID = /<[\w.+-]{1,200}@[\w.-]{1,100}>/gu;
const MOST_IDS = 20;

/**
 * Reads a letter in the mailbox of returned letters.
 * @returns null when it is something else: an automatic reply, a person's answer, a delay, a report that names no letter, or bytes
 *   that are no letter
 */
export async function readReturnedLetter(bytes: Buffer): Promise<ReturnedLetter | null> {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true }).catch(() => null);
  if (mail === null) return null;
  const status = mail.attachments.find(({ mimeType }) =>
    /^message\/(global-)?delivery-status$/.test(mimeType),
  );
  if (status === undefined) return null;
  const code = returnedStatus(recipientsOf(text(status)));
  if (code === null) return null;
  const headers = mail.attachments.find(({ mimeType }) =>
    /^(message\/(rfc822|global)|text\/rfc822-headers)/.test(mimeType),
  );
  const messageIds = [
    ...(headers === undefined ? [] : messageIdsIn(text(headers))),
    ...(`${mail.inReplyTo ?? ''} ${mail.references ?? ''}`.match(MESSAGE_ID) ?? []),
  ];
  return messageIds.length === 0 ? null : { code, messageIds: messageIds.slice(0, MOST_IDS) };
}

/** The report's groups of fields after its first, which is about the server (RFC 3464 2.1); a field may go over several lines. */
function recipientsOf(report: string): DeliveryFields[] {
  return report
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/u)
    .map((group) => {
      const lines = group.replaceAll(/\n[ \t]+/gu, ' ').split('\n');
      return new Map(
        lines.flatMap((line): [string, string][] => {
          const [, name, value] = /^([\w-]+):(.*)$/u.exec(line) ?? [];
          return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()]];
        }),
      );
    });
}

/** The Message-ID among the headers of the letter that came back; what stands in its text is nobody's proof. */
function messageIdsIn(letter: string): string[] {
  const [head = ''] = letter.replaceAll('\r\n', '\n').split('\n\n', 1);
  const line = head
    .replaceAll(/\n[ \t]+/gu, ' ')
    .split('\n')
    .find((header) => /^message-id:/iu.test(header));
  return line?.match(MESSAGE_ID) ?? [];
}

function text({ content }: Attachment): string {
  return typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8');
}

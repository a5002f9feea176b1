import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The proof in a one-time link's address that its reader got the letter. It is made from the subject, so that a letter made
 * again after a crash has the same link, and the link works until the act is done.
 */
export function linkToken(secret: string, kind: 'posting' | 'receipt', id: string): string {
  return createHmac('sha256', secret).update(`${kind}/${id}`).digest('hex').slice(0, 40);
}

/** What the subject's row keeps of the proof, so that the page of the link can be read without the secret. */
export function linkTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether the link's proof is the one that the letter carried. @param kept null where no letter has gone */
export function isLinkToken(kept: string | null | undefined, token: string): boolean {
  const expected = Buffer.from(kept ?? '');
  const given = Buffer.from(linkTokenHash(token));
  return expected.length === given.length && timingSafeEqual(expected, given);
}

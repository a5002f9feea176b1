import { allowed, refuse, type Verdict } from '../refusals/refusal';

/** Fewest and most characters of a password. Length is what protects; no other composition is asked for. */
export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

/**
 * May this be the password of this person? Long enough, and not made of the person's own name or address.
 * @param own the person's name and e-mail address
 */
export function passwordHolds(password: string, own: readonly string[]): Verdict {
  if (Array.from(password).length < PASSWORD_LENGTH.least)
    return refuse('password-too-short', { least: PASSWORD_LENGTH.least });
  const bare = password.toLowerCase();
  const parts = own.flatMap((text) => text.toLowerCase().split(/[\s@.]+/)).filter((part) => part.length >= 4);
  const rest = parts.reduce((text, part) => text.replaceAll(part, ''), bare);
  if (rest.length < PASSWORD_LENGTH.least / 2 || new Set(rest).size < 4) return refuse('password-too-easy');
  return allowed;
}

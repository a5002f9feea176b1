import { z } from 'zod';
import { letterChoices } from '../domain/notifications/letters-that-wait';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const token = z.string().regex(/^[\w-]{43}$/);

/** A session that the API has made a cookie for: only the token's hash is known here. */
export const NewSession = z.object({ id: hash, csrfToken: token, hours: z.number().int().positive() });
export type NewSession = z.infer<typeof NewSession>;

/** A try to sign in or to be sent a link, counted before it is made. Keys are keyed hashes of account and address. */
export const NoteSignInAttempt = z.object({
  account: hash,
  address: hash,
  kind: z.enum(['password', 'link']),
});
export type NoteSignInAttempt = z.infer<typeof NoteSignInAttempt>;

export const SignIn = z.object({
  email: z.string().max(320),
  password: z.string().max(200),
  account: hash,
  session: NewSession,
});
export type SignIn = z.infer<typeof SignIn>;

export const SignInAs = z.object({ personId: z.uuid(), session: NewSession });
export type SignInAs = z.infer<typeof SignInAs>;

export const SignedIn = z.object({ personId: z.uuid() });
export type SignedIn = z.infer<typeof SignedIn>;

export const OpenSignInLink = z.object({
  email: z.string().max(320),
  tokenHash: hash,
  /** A local path; it stands sealed in the letter's row. */
  link: z.string().startsWith('/').max(500),
  /** Where to go on to: a local address. */
  target: z.string().startsWith('/').max(255),
  minutes: z.number().int().positive(),
});
export type OpenSignInLink = z.infer<typeof OpenSignInLink>;

export const UseSignInLink = z.object({ tokenHash: hash, session: NewSession });
export type UseSignInLink = z.infer<typeof UseSignInLink>;

export const LinkUsed = z.object({ personId: z.uuid(), target: z.string() });
export type LinkUsed = z.infer<typeof LinkUsed>;

export const OneSession = z.object({ sessionId: hash });
export type OneSession = z.infer<typeof OneSession>;

/** A person's own details; roles and address are kept by the administrator. */
export const ChangeMyDetails = z.object({
  version: z.number().int().min(1),
  name: z.string().trim().min(2).max(200),
  phone: z.string().trim().max(50).nullable(),
  language: z.enum(['sv', 'en']),
  /** How the letters that can wait are to come; left out, it stays as it is. */
  letters: z.enum(letterChoices).optional(),
});
export type ChangeMyDetails = z.infer<typeof ChangeMyDetails>;

export const SetMyPassword = z.object({
  current: z.string().max(200).optional(),
  password: z.string().min(1).max(200),
});
export type SetMyPassword = z.infer<typeof SetMyPassword>;

export const NewVersion = z.object({ version: z.number().int() });
export type NewVersion = z.infer<typeof NewVersion>;

/** An act that gives nothing back but that it is done. */
export const Nothing = z.object({});
export type Nothing = z.infer<typeof Nothing>;

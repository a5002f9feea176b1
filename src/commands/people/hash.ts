import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's own choice) with 19 MiB, two passes, one lane (OWASP's least): about 20 ms, so that guessing costs more than signing in. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let dummy: Promise<string> | undefined;

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), settings);
}

/**
 * Whether the password is the account's. Takes as long where there is no account or no password: the time tells nothing.
 * @param stored the account's hash, or null
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  dummy ??= hashPassword('nobody has this password');
  const matches = await verify(stored ?? (await dummy), password.normalize('NFKC'));
  return matches && stored !== null;
}

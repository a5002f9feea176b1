import { mkdirSync } from 'node:fs';
import { readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A mailbox that a mail server delivers into and any number of readers empty. */
export interface Mailbox {
  /** Names of letters that nobody has taken care of, at most `limit`. */
  waiting(limit: number): Promise<string[]>;
  /** The letter's bytes; null when another reader has taken it, or it is larger than a returned letter is. */
  read(name: string): Promise<Buffer | null>;
  /** Puts a letter away: as read, or as unread for a person who opens the mailbox. One that is gone is left so. */
  putAway(name: string, as: 'read' | 'unread'): Promise<void>;
}

/** Bytes: a returned letter holds the letter at most, and ours have links instead of files. */
const LARGEST = 5_000_000;

/**
 * A folder in Maildir form: `new` holds what has come, whole since it was renamed there, `cur` what has been taken care of.
 * Every mail server can deliver so, and a mailbox elsewhere can be fetched to one.
 * @throws when the folder can neither be found nor made
 */
export function openMaildir(folder: string): Mailbox {
  for (const part of ['tmp', 'new', 'cur']) mkdirSync(join(folder, part), { recursive: true });
  return {
    waiting: async (limit) => (await readdir(join(folder, 'new'))).sort().slice(0, limit),
    read: async (name) => {
      const file = join(folder, 'new', name);
      try {
        return (await stat(file)).size > LARGEST ? null : await readFile(file);
      } catch (error) {
        return gone(error, null);
      }
    },
    putAway: async (name, as) => {
      try {
        await rename(join(folder, 'new', name), join(folder, 'cur', `${name}:2,${as === 'read' ? 'S' : ''}`));
      } catch (error) {
        gone(error, undefined);
      }
    },
  };
}

function gone<T>(error: unknown, instead: T): T {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return instead;
  throw error;
}

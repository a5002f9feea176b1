import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';

/** The SHA-256 of bytes in hex: the name under which they are stored. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Stores bytes under their hash, in the transaction of the row that points at them. The same bytes are stored once.
 * @returns the hash
 */
export async function putBlob(em: EntityManager, bytes: Uint8Array, at: Date): Promise<string> {
  const sha256 = sha256Of(bytes);
  await em.execute(
    'insert into blob (sha256, bytes, size, created_at) values (?, ?, ?, ?) on conflict (sha256) do nothing',
    [sha256, Buffer.from(bytes), bytes.byteLength, at],
  );
  return sha256;
}

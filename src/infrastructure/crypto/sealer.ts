import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Sealer } from '../../contracts/ports';

const NONCE = 12;
const TAG = 16;
/** A form of at most 1 MB, with room for how it is written down. */
const MOST_OPENED = 8 * 1024 * 1024;

/**
 * AES-256-GCM with one key per purpose, derived from the installation's secret (HKDF).
 * @param secretHex SAMRAD_SECRET: at least 32 bytes in hex
 */
export function createSealer(secretHex: string): Sealer {
  const secret = Buffer.from(secretHex, 'hex');
  if (secret.length < 32) throw new RangeError('The secret is at least 32 bytes in hex');
  const keys = new Map<string, Buffer>();
  const keyFor = (purpose: string): Buffer => {
    const known = keys.get(purpose);
    if (known !== undefined) return known;
    const key = Buffer.from(hkdfSync('sha256', secret, '', `samrad/${purpose}`, 32));
    keys.set(purpose, key);
    return key;
  };
  return {
    seal(purpose, text) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce);
      const body = Buffer.concat([cipher.update(deflateRawSync(text)), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length <= NONCE + TAG) return null;
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, NONCE), {
        authTagLength: TAG,
      });
      decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      try {
        const packed = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
        return inflateRawSync(packed, { maxOutputLength: MOST_OPENED }).toString('utf8');
      } catch {
        return null;
      }
    },
    fingerprint: (purpose, text) => createHmac('sha256', keyFor(purpose)).update(text).digest('hex'),
  };
}

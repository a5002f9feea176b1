import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { METADATA_ENCODING_KEY, type Payload, type PayloadCodec, ValueError } from '@temporalio/common';
import { temporal } from '@temporalio/proto';

const ENCODING = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Keys by id; the first is the one that encrypts, the others still decrypt (T-3: keys rotate). */
export type PayloadKeys = ReadonlyMap<string, Buffer>;

/** Encrypts each payload with AES-256-GCM over the whole Payload message, so that the workflow server stores no plain text. */
export function createCodec(keys: PayloadKeys): PayloadCodec {
  const current = [...keys.entries()][0];
  if (current === undefined) throw new Error('no payload key');
  return {
    encode: (payloads) =>
      Promise.resolve().then(() => payloads.map((payload) => encrypt(payload, current[0], current[1]))),
    decode: (payloads) => Promise.resolve().then(() => payloads.map((payload) => decrypt(payload, keys))),
  };
}

function encrypt(payload: Payload, keyId: string, key: Buffer): Payload {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const plain = temporal.api.common.v1.Payload.encode(payload).finish();
  const data = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { metadata: { [METADATA_ENCODING_KEY]: Buffer.from(ENCODING), [KEY_ID]: Buffer.from(keyId) }, data };
}

function decrypt(payload: Payload, keys: PayloadKeys): Payload {
  const encoding = payload.metadata?.[METADATA_ENCODING_KEY];
  if (encoding === undefined || encoding === null || Buffer.from(encoding).toString() !== ENCODING)
    return payload;
  const keyId = Buffer.from(payload.metadata?.[KEY_ID] ?? []).toString();
  const key = keys.get(keyId);
  if (key === undefined) throw new ValueError(`unknown payload key ${keyId}`);
  const data = Buffer.from(payload.data ?? []);
  const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, IV_BYTES));
  decipher.setAuthTag(data.subarray(data.length - TAG_BYTES));
  const plain = Buffer.concat([
    decipher.update(data.subarray(IV_BYTES, data.length - TAG_BYTES)),
    decipher.final(),
  ]);
  return temporal.api.common.v1.Payload.decode(plain);
}

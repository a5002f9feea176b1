import { gunzipSync, inflateRawSync } from 'node:zlib';

/**
 * One file out of a zip archive (a wheel is one).
 * @param matches tells by its path whether an entry is the wanted one
 * @returns undefined when no entry matches
 * @throws Error when the bytes are not a whole zip archive
 */
export function fileFromZip(zip: Buffer, matches: (path: string) => boolean): Buffer | undefined {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('not a whole zip archive');
  const entries = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries; entry += 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('broken zip directory');
    const method = zip.readUInt16LE(at + 10);
    const packedSize = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const path = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (matches(path)) {
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const packed = zip.subarray(start, start + packedSize);
      return method === 0 ? Buffer.from(packed) : inflateRawSync(packed);
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return undefined;
}

const block = 512;

/**
 * One file out of a gzipped tar archive.
 * @param matches tells by its path whether an entry is the wanted one
 * @returns undefined when no entry matches
 * @throws Error when the bytes are not gzip
 */
export function fileFromTarGz(archive: Buffer, matches: (path: string) => boolean): Buffer | undefined {
  const tar = gunzipSync(archive);
  for (let at = 0; at + block <= tar.length;) {
    const name = text(tar, at, 100);
    if (name === '') return undefined;
    const prefix = text(tar, at + 345, 155);
    const size = Number.parseInt(text(tar, at + 124, 12).trim(), 8);
    const type = String.fromCharCode(tar[at + 156] ?? 0);
    const path = prefix === '' ? name : `${prefix}/${name}`;
    if ((type === '0' || type === '\0') && matches(path))
      return Buffer.from(tar.subarray(at + block, at + block + size));
    at += block + Math.ceil(size / block) * block;
  }
  return undefined;
}

function text(tar: Buffer, start: number, length: number): string {
  const field = tar.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}

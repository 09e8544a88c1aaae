/**
 * Seals single fields (telephone numbers) with a key that is kept outside the database: AES-256-GCM, a version byte first, so that a key
 * or suite can be changed later while old fields stay readable. The record's id is bound in: a sealed field moved to another row does not open.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export type FieldCipher = {
  seal(text: string, recordId: string): Buffer;
  /** Throws where the key is another one or the bytes were changed. */
  open(sealed: Buffer, recordId: string): string;
  /** A keyed hash: tells whether two are the same without telling what they are, not even to a guesser with the database. */
  fingerprint(text: string | Buffer): Buffer;
};

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

export function createFieldCipher(key: Buffer): FieldCipher {
  if (key.length !== 32) throw new RangeError('the field key must have 32 bytes');
  const hashKey = Buffer.from(hkdfSync('sha256', key, '', 'zhengyou fingerprint', 32));
  return {
    seal(text, recordId) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(recordId));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, recordId) {
      if (sealed[0] !== VERSION) throw new RangeError(`a field sealed by an unknown suite (${sealed[0]})`);
      const nonce = sealed.subarray(1, 1 + NONCE);
      const tag = sealed.subarray(1 + NONCE, 1 + NONCE + TAG);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(recordId)).setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()]).toString('utf8');
    },
    fingerprint: (text) => createHmac('sha256', hashKey).update(text).digest(),
  };
}

/** `ZHENGYOU_FIELD_KEY` (64 hex digits), or a key made at first start and kept readable by its owner alone. */
export async function loadFieldKey(dataFolder: string, given = process.env['ZHENGYOU_FIELD_KEY']): Promise<Buffer> {
  if (given) {
    if (!/^[0-9a-f]{64}$/i.test(given)) throw new RangeError('ZHENGYOU_FIELD_KEY must be 64 hexadecimal digits');
    return Buffer.from(given, 'hex');
  }
  const file = join(dataFolder, 'keys', 'field.key');
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (kept) return Buffer.from(kept.trim(), 'hex');
  const key = randomBytes(32);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, key.toString('hex'), { mode: 0o600, flag: 'wx' });
  return key;
}

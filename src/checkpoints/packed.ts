import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { deflateRaw, inflateRaw } from 'node:zlib';

const HASH_BYTES = 32;
/** Speed: it is written again and again. */
const LEVEL = { level: 1 };

const deflate = promisify(deflateRaw) as (data: Uint8Array, options: typeof LEVEL) => Promise<Buffer>;
const inflate = promisify(inflateRaw) as (data: Uint8Array) => Promise<Buffer>;

/** Plain data (maps and sets, too) as bytes that know their own hash. */
export async function packed(value: unknown): Promise<Buffer> {
  const data = await deflate(serialize(value), LEVEL);
  return Buffer.concat([createHash('sha256').update(data).digest(), data]);
}

/** Throws where a byte is another one, or missing. */
export async function unpacked(bytes: Uint8Array): Promise<unknown> {
  const data = bytes.subarray(HASH_BYTES);
  const hash = createHash('sha256').update(data).digest();
  if (!hash.equals(bytes.subarray(0, HASH_BYTES)))
    throw new Error('its bytes have another hash than they claim');
  return deserialize(await inflate(data));
}

/** Whose name is made of the content: the same is written once. */
export const nameOf = (bytes: Buffer): string => bytes.subarray(0, 16).toString('hex');

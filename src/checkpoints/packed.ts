import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { deflateRaw, deflateRawSync, inflateRaw, inflateRawSync } from 'node:zlib';
import type { Packing } from '../standings/putting-away.ts';

const HASH_BYTES = 32;
/** Speed: it is written again and again. */
const LEVEL = { level: 1 };

const deflate = promisify(deflateRaw) as (data: Uint8Array, options: typeof LEVEL) => Promise<Buffer>;
const inflate = promisify(inflateRaw) as (data: Uint8Array) => Promise<Buffer>;

/** Plain data (maps and sets, too) as compressed bytes that know their own hash. */
export const packed = async (value: unknown): Promise<Buffer> =>
  withHash(await deflate(serialize(value), LEVEL));

/** Throws where a byte is another one, or missing. */
export const unpacked = async (bytes: Uint8Array): Promise<unknown> =>
  deserialize(await inflate(proven(bytes)));

/** The same at once, for the core. */
export const PACKING: Packing = {
  pack: (data) => withHash(deflateRawSync(serialize(data), LEVEL)),
  unpack: (bytes) => deserialize(inflateRawSync(proven(bytes))),
};

function withHash(data: Uint8Array): Buffer {
  return Buffer.concat([createHash('sha256').update(data).digest(), data]);
}

/** What is behind the hash. Throws where that is not its own. */
export function proven(bytes: Uint8Array): Uint8Array {
  const data = bytes.subarray(HASH_BYTES);
  const hash = createHash('sha256').update(data).digest();
  if (!hash.equals(bytes.subarray(0, HASH_BYTES)))
    throw new Error('its bytes have another hash than they claim');
  return data;
}

/** Whose name is made of the content: the same is written once. */
export const nameOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 16)).toString('hex');

/** The bucket REVISIONS: a key for each revision; its number in the bucket's stream is the generation. */
import type { KV } from '@nats-io/kv';
import { isApiError, WRONG_LAST_SEQUENCE } from './streams.ts';
import { tokenOf } from './subjects.ts';

/** Engines of one revision that start together get one number: only one of them can make the key. */
export async function generationIn(bucket: KV, revision: string, anew: boolean): Promise<number> {
  const key = tokenOf(revision);
  if (anew) return bucket.put(key, '');
  try {
    return await bucket.create(key, '');
  } catch (error) {
    if (!isApiError(error, WRONG_LAST_SEQUENCE)) throw error;
  }
  const found = await bucket.get(key);
  return found === null ? bucket.put(key, '') : found.revision;
}

/** The bucket REVISIONS: a key for each revision, with its generation. */
import type { KV } from '@nats-io/kv';
import type { NumberedRevision, Numbering } from '../broker.ts';
import { isApiError, WRONG_LAST_SEQUENCE } from './error-mapping.ts';
import { CUT_KEY, HISTORY_KEY } from './history.ts';
import { nameOf, tokenOf } from './subjects.ts';

/** Engines of one revision that start together get one number: only one of them can make the key. */
export async function generationIn(
  bucket: KV,
  revision: string,
  { anew = false, had }: Numbering,
): Promise<number> {
  const key = tokenOf(revision);
  const known = anew ? null : await numberUnder(bucket, key);
  if (known !== null) return known;
  const number = had ?? ((await newestRevisionIn(bucket))?.generation ?? 0) + 1;
  if (anew) {
    await bucket.put(key, String(number));
    return number;
  }
  try {
    await bucket.create(key, String(number));
    return number;
  } catch (error) {
    if (!isApiError(error, WRONG_LAST_SEQUENCE)) throw error;
  }
  return (await numberUnder(bucket, key)) ?? number;
}

export async function newestRevisionIn(bucket: KV): Promise<NumberedRevision | null> {
  let newest: NumberedRevision | null = null;
  for await (const key of await bucket.keys()) {
    if (key === HISTORY_KEY || key === CUT_KEY) continue;
    const generation = (await numberUnder(bucket, key)) ?? 0;
    if (generation > (newest?.generation ?? 0)) newest = { revision: nameOf(key), generation };
  }
  return newest;
}

async function numberUnder(bucket: KV, key: string): Promise<number | null> {
  const found = await bucket.get(key);
  if (found === null || found.operation !== 'PUT') return null;
  const number = Number(found.string());
  return Number.isSafeInteger(number) && number > 0 ? number : found.revision;
}

/**
 * When the history began that epochs are made of: with stream VENUE, or when somebody found that the broker had come back with less. That
 * stands under a key of the bucket REVISIONS, with the broker's time; it is the same for all who ask.
 */
import type { KV } from '@nats-io/kv';
import type { Instant } from '../../model/fact.ts';
import { isApiError, WRONG_LAST_SEQUENCE } from './error-mapping.ts';

/** No revision can be called so: a dot is escaped in those. */
export const HISTORY_KEY = 'history.began';
/** What was cut from VENUE (`cuts.ts`). */
export const CUT_KEY = 'history.cut';
const MILLISECOND = 1_000;

/** `venueCreated`: of the stream as it is now. */
export async function historyIn(revisions: KV, venueCreated: Instant): Promise<Instant> {
  const found = await revisions.get(HISTORY_KEY);
  return found === null ? venueCreated : Math.max(venueCreated, begunWith(found));
}

/**
 * A history that is newer than `known`. Of several programs that find the same loss one makes it, and the others find it; when the
 * broker's clock has gone back it is newer all the same, to the millisecond that counts in an epoch.
 */
export async function newerHistory(revisions: KV, venueCreated: Instant, known: Instant): Promise<Instant> {
  for (;;) {
    const began = await historyIn(revisions, venueCreated);
    if (began > known) return began;
    const found = await revisions.get(HISTORY_KEY);
    try {
      await revisions.put(HISTORY_KEY, String(known + MILLISECOND), { previousSeq: found?.revision ?? 0 });
    } catch (error) {
      if (!isApiError(error, WRONG_LAST_SEQUENCE)) throw error;
    }
  }
}

function begunWith({ created, value }: { created: Date; value: Uint8Array }): Instant {
  const least = Number(Buffer.from(value).toString('utf8'));
  return Math.max(created.getTime() * MILLISECOND, Number.isSafeInteger(least) ? least : 0);
}

import type { JetStreamManager } from '@nats-io/jetstream';
import type { Instant } from '../../model/fact.ts';
import { pause } from './asking.ts';
import { instantOf } from './opening.ts';
import { isApiError, STREAM_NOT_FOUND, VENUE } from './streams.ts';

const ASK_AGAIN_MS = 500;
/** A server that has just started may not have found its streams yet. */
const TIMES_NOT_FOUND = 10;

/**
 * After a reconnect: whether the broker still is the one that was left. One that comes back with an empty store, or
 * whose stream VENUE was made anew, holds other facts, and nothing that was learnt from the old one is true of it.
 * Asks until there is an answer, or `isOver`.
 */
export async function hasOtherMemory(
  jsm: JetStreamManager,
  venueCreatedAt: Instant,
  isOver: () => boolean,
): Promise<boolean> {
  for (let missing = 0; !isOver(); ) {
    try {
      const { created } = await jsm.streams.info(VENUE);
      return instantOf(created) !== venueCreatedAt;
    } catch (error) {
      missing = isApiError(error, STREAM_NOT_FOUND) ? missing + 1 : 0;
      if (missing === TIMES_NOT_FOUND) return true;
    }
    await pause(ASK_AGAIN_MS);
  }
  return false;
}

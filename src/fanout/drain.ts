import type { Timing } from '../timing.ts';
import { CLOSE, closeReason } from './connections/close-codes.ts';
import type { Screen } from './screens/screen.ts';

/** Screens are closed in slices, so that those who take them over do not get them all in one moment. */
const SLICE_MS = 50;
const MS_PER_SCREEN = 0.3;
/** A process that is told to end has about five seconds. */
const DRAIN_MS_MAX = 3_000;
/** Within which a screen that was closed picks its moment to come back. */
const WINDOW_MS = 2_000;

/** Tells every screen to come back, a slice at a time (SC16). Resolves when the last one has been told. */
export async function drain(screens: ReadonlySet<Screen>, timing: Timing): Promise<void> {
  const reason = closeReason(CLOSE.DRAINING, `server stops; reconnect within 0-${WINDOW_MS} ms`);
  const leaving = [...screens];
  const drainMs = Math.min(DRAIN_MS_MAX, leaving.length * MS_PER_SCREEN);
  const perSlice = Math.ceil(leaving.length / Math.max(1, Math.ceil(drainMs / SLICE_MS)));
  for (let from = 0; from < leaving.length; from += perSlice) {
    if (from > 0) await new Promise<void>((resolve) => timing.after(SLICE_MS, resolve));
    for (const screen of leaving.slice(from, from + perSlice)) screen.close(reason);
  }
}

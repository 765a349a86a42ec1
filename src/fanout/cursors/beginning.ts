import type { Position } from '../../model/position.ts';
import type { AnyCursor } from './any-cursor.ts';
import type { Reach, Upstream } from './reach.ts';

/** How a cursor begins where a screen says that it stands, and whether everything comes from there on (SC8). */
export interface Beginning {
  readonly complete: boolean;
  readonly start: () => void;
}

/** At once in mode `live`; in mode `every` the stream is looked at. */
export function beginningOf(
  upstream: Upstream,
  cursor: AnyCursor,
  position: Position,
  reach: Reach,
): Beginning | Promise<Beginning> {
  if (cursor.mode === 'live') {
    const isTaken = reach !== 'foreign' && cursor.resume(position);
    return { complete: isTaken && reach === 'reached', start: () => cursor.begin() };
  }
  if (reach === 'foreign') return { complete: false, start: () => cursor.beginAfresh(position) };
  const start = (): void => cursor.resume(position);
  // Without a broker there may be versions that nobody here has heard of.
  if (reach === 'unknown' || !upstream.isFed()) return { complete: false, start };
  return cursor.missingAfter(position).then((gap) => ({ complete: gap === null, start }));
}

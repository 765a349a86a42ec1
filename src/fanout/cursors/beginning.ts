import type { Position } from '../../model/position.ts';
import type { Gap } from '../../model/server-words.ts';
import type { Hub } from '../hub.ts';
import type { Screen } from '../screens/screen.ts';
import type { AnyCursor } from '../screens/screen-cursors.ts';
import type { EveryCursor } from './every-cursor.ts';
import type { Reach } from './reach.ts';

/** How a follower begins where a screen stands, and whether everything comes from there on (SC8). */
export interface Beginning {
  readonly complete: boolean;
  readonly start: () => void;
}

/** At once in mode `live`; in mode `every` the stream is looked at. */
export function beginningOf(
  hub: Hub,
  screen: Screen,
  follower: AnyCursor,
  position: Position,
  reach: Reach,
): Beginning | Promise<Beginning> {
  if (follower.mode === 'live') {
    const isTaken = reach !== 'foreign' && follower.resume(position);
    return { complete: isTaken && reach === 'reached', start: () => follower.begin() };
  }
  if (reach === 'foreign') return afresh(screen, follower, position);
  const start = (): void => follower.resume(position);
  // Without a broker there may be versions that nobody here has heard of.
  if (reach === 'unknown' || !hub.isFed()) return { complete: false, start };
  return missing(screen, follower, position).then((gap) => ({ complete: gap === null, start }));
}

/** Nothing leads on from there: the rest of that epoch is named as missing, and the newest begins. */
function afresh(screen: Screen, follower: EveryCursor, { epoch, version }: Position): Beginning {
  const { channel, subscription } = follower;
  const start = (): void => {
    screen.sayGap(subscription.id, channel.channel, { epoch, from: version + 1, to: null });
    follower.begin();
  };
  return { complete: false, start };
}

async function missing(screen: Screen, follower: EveryCursor, position: Position): Promise<Gap | null> {
  try {
    return await follower.missingAfter(position);
  } catch (error) {
    screen.historyFailed(error);
    return { epoch: position.epoch, from: position.version + 1, to: follower.channel.current.version };
  }
}

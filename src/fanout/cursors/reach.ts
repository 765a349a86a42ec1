import type { Channel } from '../../model/document.ts';
import { choiceOf, epochBehind } from '../../model/epoch.ts';
import type { Position } from '../../model/position.ts';
import type { ChannelOnAir } from '../channels/channel-on-air.ts';
import type { View } from '../channels/view.ts';

/** What is above all screens of this edge. */
export interface Upstream {
  /** What comes, as it comes. */
  readonly live: ReadonlyMap<Channel, ChannelOnAir>;
  /** Reads on in the stream, for a screen that has been further than this edge; fails when the broker cannot be asked. */
  readonly catchUp: (channel: Channel, position: Position) => Promise<void>;
  /** Whether what is published can reach this edge at all. */
  readonly isFed: () => boolean;
}

/**
 * Whether the history that this edge has reaches a position that a screen gives (SC8). A screen can have been
 * further, on another edge: then the stream is asked. `foreign`: the stream has no such version, so what the
 * screen has is of another history. `unknown`: the stream cannot be asked.
 */
export type Reach = 'reached' | 'foreign' | 'unknown';

/** At once where nothing has to be asked, which is nearly always: screens come back by the thousand. */
export function reachOf(
  upstream: Upstream,
  view: View,
  channel: Channel,
  position: Position,
): Reach | Promise<Reach> {
  const epoch = epochIn(view, position);
  if (epoch === null) return 'foreign';
  const known = (): Reach | null => {
    if (isReached(upstream, view, channel, position, epoch)) return 'reached';
    const shown = view.channels.get(channel)?.current;
    // Delayed, a channel that has epochs still to come can come by that position, or has it behind.
    return shown !== undefined && !isLive(upstream, channel, epochIn(view, shown)) ? 'unknown' : null;
  };
  return (
    known() ??
    upstream.catchUp(channel, { epoch, version: position.version }).then(
      () => known() ?? 'foreign',
      () => known() ?? 'unknown',
    )
  );
}

/** The same for each position of a subscription in a channel that this edge knows. */
export async function reachesOf(
  upstream: Upstream,
  { view, positions }: { view: View; positions: ReadonlyMap<Channel, Position> },
): Promise<ReadonlyMap<Channel, Reach>> {
  const reaches = new Map<Channel, Reach>();
  const asked: Promise<unknown>[] = [];
  for (const [channel, position] of positions) {
    if (!view.channels.has(channel)) continue;
    const reach = reachOf(upstream, view, channel, position);
    if (typeof reach === 'string') reaches.set(channel, reach);
    else asked.push(reach.then((answer) => reaches.set(channel, answer)));
  }
  await Promise.all(asked);
  return reaches;
}

/** Of chosen rows (SC18), the epoch of the document; null when the position is of other rows. */
const epochIn = ({ rows }: View, { epoch }: Pick<Position, 'epoch'>): string | null =>
  choiceOf(epoch) === rows?.tag ? epochBehind(epoch) : null;

const isLive = (upstream: Upstream, channel: Channel, epoch: string | null): boolean =>
  upstream.live.get(channel)?.current.epoch === epoch;

function isReached(
  upstream: Upstream,
  view: View,
  channel: Channel,
  position: Position,
  epoch: string,
): boolean {
  const live = upstream.live.get(channel)?.current;
  if (live?.epoch === epoch) return position.version <= live.version;
  // Delayed, a channel is in the epoch before for a while.
  const shown = view.channels.get(channel)?.current;
  return shown?.epoch === position.epoch && position.version <= shown.version;
}

import type { Channel, Document } from '../../model/document.ts';
import { secondsOf } from '../../model/missing.ts';
import type { Position } from '../../model/position.ts';
import type { Keepalive } from '../../model/server-words.ts';
import type { Timing } from '../../timing.ts';
import type { ChannelOnAir } from '../channels/channel-on-air.ts';
import type { SourceHealth } from '../channels/source-health.ts';

/** With more channels than this a keep-alive lists only those that changed lately. */
const CHANNELS_MOST = 200;

/** What a keep-alive says depends on. */
export interface KeptAlive {
  /** Screens with the same key follow the same. */
  readonly followsKey: string;
  readonly cursors: ReadonlyMap<Channel, { readonly channel: ChannelOnAir }>;
}

/** The keep-alives of a round (SC12, SC13): screens that follow the same share one text. */
export class Keepalives {
  readonly everyMs: number;
  readonly #sources: SourceHealth;
  readonly #timing: Timing;
  readonly #texts = new Map<string, string>();

  constructor(everyMs: number, sources: SourceHealth, timing: Timing) {
    this.everyMs = everyMs;
    this.#sources = sources;
    this.#timing = timing;
  }

  /** What was said before is old. */
  newRound(): void {
    this.#texts.clear();
  }

  textFor(screen: KeptAlive, isFirst: boolean): string {
    const key = screen.followsKey + (isFirst ? ' 1' : '');
    let text = this.#texts.get(key);
    if (text === undefined) {
      text = JSON.stringify({ keepalive: this.#keepalive(screen, isFirst) });
      this.#texts.set(key, text);
    }
    return text;
  }

  #keepalive({ cursors }: KeptAlive, isFirst: boolean): Keepalive {
    const [now, elapsed] = [this.#timing.now(), this.#timing.elapsed()];
    const followed = [...cursors.values()].map(({ channel }) => channel);
    const isPartial = !isFirst && followed.length > CHANNELS_MOST;
    const since = now - 2 * this.everyMs;
    const listed = isPartial ? followed.filter(({ changedAt }) => changedAt >= since) : followed;
    return {
      at: new Date(now).toISOString(),
      behind: secondsOf(this.#sources.behindMs(elapsed)),
      sources: this.#sources.of(documentsOf(followed), elapsed),
      positions: positionsOf(listed),
      ...(isPartial ? { partial: true } : {}),
    };
  }
}

function* documentsOf(channels: readonly ChannelOnAir[]): Generator<Document> {
  for (const { current } of channels) yield current;
}

function positionsOf(channels: readonly ChannelOnAir[]): Record<Channel, Position> {
  const positions: Record<Channel, Position> = {};
  for (const { channel, current } of channels)
    positions[channel] = { epoch: current.epoch, version: current.version };
  return positions;
}

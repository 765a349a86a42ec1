import type { Channel, Document } from '../model/document.ts';
import type { Position } from '../model/position.ts';
import type { Keepalive } from '../model/server-words.ts';
import { ChannelOnAir } from './channel-on-air.ts';
import type { ChannelPattern } from './channel-pattern.ts';
import type { EdgeCounts } from './edge-counts.ts';
import type { History } from './history.ts';
import type { Limits } from './limits.ts';
import type { Link } from './link.ts';
import { Paces } from './pace.ts';
import { Screen } from './screen.ts';
import type { Shelf } from './shelf.ts';
import type { SourceHealth } from './source-health.ts';
import type { EncoderOf, StreamFormat } from './stream-format.ts';
import type { Timing } from './timing.ts';
import { FRAGMENT_BYTES } from './websocket-frame.ts';
import { type Packing, wireOf } from './wire.ts';

export interface HubOptions {
  readonly serverId: string;
  readonly shelf: Shelf;
  readonly history: History;
  readonly encoderOf: EncoderOf;
  readonly sourceHealth: SourceHealth;
  readonly limits: Limits;
  readonly keepaliveMs: number;
  readonly timing: Timing;
  readonly counts: EdgeCounts;
  /** What went wrong and was survived, for the log. */
  readonly report: (what: string, error: unknown) => void;
}

/** With more channels than this a keep-alive lists only those that changed lately. */
const KEEPALIVE_CHANNELS = 200;

/** Brings channels and screens together: who follows what, and who has something to be sent. */
export class Hub {
  readonly serverId: string;
  readonly history: History;
  readonly encoderOf: EncoderOf;
  readonly limits: Limits;
  readonly keepaliveMs: number;
  readonly timing: Timing;
  readonly counts: EdgeCounts;
  readonly report: HubOptions['report'];
  readonly paces: Paces;
  readonly fragmentBytes: number;
  readonly #shelf: Shelf;
  readonly #sourceHealth: SourceHealth;
  readonly #channels = new Map<Channel, ChannelOnAir>();
  readonly #screens = new Set<Screen>();
  readonly #keepalives = new Map<string, string>();
  #due: Screen[] = [];
  #stopTicking: () => void;

  constructor(options: HubOptions) {
    this.serverId = options.serverId;
    this.history = options.history;
    this.encoderOf = options.encoderOf;
    this.limits = options.limits;
    this.keepaliveMs = options.keepaliveMs;
    this.timing = options.timing;
    this.counts = options.counts;
    this.report = options.report;
    this.paces = new Paces(options.timing);
    this.fragmentBytes = Math.min(FRAGMENT_BYTES, Math.floor(options.limits.outboundBytes / 4));
    this.#shelf = options.shelf;
    this.#sourceHealth = options.sourceHealth;
    this.#stopTicking = this.timing.every(Math.max(1, Math.floor(this.keepaliveMs / 20)), () => this.#tick());
  }

  get screens(): ReadonlySet<Screen> {
    return this.#screens;
  }

  get channels(): ReadonlyMap<Channel, ChannelOnAir> {
    return this.#channels;
  }

  add(link: Link, format: StreamFormat, packing: Packing = 'plain'): Screen {
    const screen = new Screen(this, link, wireOf(format, packing));
    this.#screens.add(screen);
    this.counts.opened += 1;
    return screen;
  }

  remove(screen: Screen): void {
    this.#screens.delete(screen);
  }

  /** The shelf holds a newer version of the channel. */
  renewed(channel: Channel): void {
    const held = this.#shelf.held(channel);
    if (held === null) return;
    this.counts.versions += 1;
    const now = this.timing.now();
    const onAir = this.#channels.get(channel);
    if (onAir !== undefined) {
      onAir.renew(held, now);
      return;
    }
    const created = new ChannelOnAir(channel, held, this.encoderOf, this.fragmentBytes);
    created.changedAt = now;
    this.#channels.set(channel, created);
    for (const screen of this.#screens) screen.joinNew(created);
  }

  matching(pattern: ChannelPattern): ChannelOnAir[] {
    if (pattern.channel !== null) {
      const onAir = this.#channels.get(pattern.channel);
      return onAir === undefined ? [] : [onAir];
    }
    return [...this.#channels.values()].filter(({ channel }) => pattern.matches(channel));
  }

  /** Notes a screen with something to send; all of them are served at the end of the tick. */
  due(screen: Screen): void {
    this.#due.push(screen);
    if (this.#due.length === 1) this.timing.soon(() => this.#flush());
  }

  /** The keep-alive of a screen; screens that follow the same share the text of one tick. */
  keepaliveFor(screen: Screen, isFirst: boolean): string {
    const key =
      [...screen.subscriptions.values()].map(({ pattern }) => pattern.text).join(' ') + (isFirst ? ' 1' : '');
    let text = this.#keepalives.get(key);
    if (text === undefined) {
      text = JSON.stringify({ keepalive: this.#keepalive(screen, isFirst) });
      this.#keepalives.set(key, text);
    }
    return text;
  }

  stop(): void {
    this.#stopTicking();
  }

  #keepalive(screen: Screen, isFirst: boolean): Keepalive {
    const now = this.timing.now();
    const followed = [...screen.followers.values()].map(({ channel }) => channel);
    const isPartial = !isFirst && followed.length > KEEPALIVE_CHANNELS;
    const since = now - 2 * this.keepaliveMs;
    const listed = isPartial ? followed.filter(({ changedAt }) => changedAt >= since) : followed;
    return {
      at: new Date(now).toISOString(),
      sources: this.#sourceHealth.of(documentsOf(followed), now),
      positions: positionsOf(listed),
      ...(isPartial ? { partial: true } : {}),
    };
  }

  #tick(): void {
    this.#keepalives.clear();
    const now = this.timing.now();
    for (const screen of this.#screens) screen.tick(now);
  }

  #flush(): void {
    const due = this.#due;
    this.#due = [];
    for (const screen of due) screen.flush();
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

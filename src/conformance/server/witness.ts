import { contentHash } from '../stated/content-hash.ts';
import { applied, type Copy, type StatedDelta } from '../stated/copy.ts';
import type { Told } from '../stated/read-frame.ts';
import type { Run } from './run.ts';

export interface Position {
  readonly epoch: string;
  readonly version: number;
}

export interface SubscribeOptions {
  readonly id: number;
  readonly channel: string;
  readonly mode?: 'live' | 'every';
  readonly delta?: boolean;
  readonly after?: Position;
  readonly positions?: Readonly<Record<string, Position>>;
  readonly ratePerSecond?: number;
  readonly delayMs?: number;
  readonly rows?: object;
}

/** One version as it came: whole, or as a delta from `base`. */
export interface Update extends Position {
  readonly channel: string;
  readonly hash: string;
  readonly base: number | null;
  /** Null where it could not be rebuilt (ODF, or a delta that does not fit). */
  readonly copy: Copy | null;
  /** Milliseconds of a monotonic clock. */
  readonly at: number;
}

/** Where a channel stands on one connection. */
interface Place {
  readonly last: Position;
  /** In mode `every`: what has to come next; null where it may be anything. */
  readonly next: number | null;
}

/**
 * Holds what one connection is told against the rules that are to hold at all times: every state leads to its hash
 * (SC9), order is never reversed (SC6), `every` has no hole (SC7), `resumed: true` keeps its promise (SC8).
 */
export class Witness {
  readonly copies: Map<string, Copy>;
  readonly #run: Run;
  readonly #subscriptions = new Map<number, SubscribeOptions>();
  readonly #places = new Map<string, Place>();
  /** Of what came last, by channel. */
  readonly #epochs = new Map<string, string>();
  readonly #resyncing = new Set<string>();
  /** Positions that went ahead of `subscribe`, by its id. */
  readonly #ahead = new Map<number, Map<string, Position>>();

  /** `holding`: what the screen has from an earlier connection. */
  constructor(run: Run, holding: ReadonlyMap<string, Copy> = new Map()) {
    this.#run = run;
    this.copies = new Map(holding);
  }

  said(word: {
    subscribe?: SubscribeOptions;
    resync?: { channel: string };
    positions?: { id: number; epoch: string; versions: Readonly<Record<string, number>> };
  }): void {
    if (word.positions !== undefined) {
      const { id, epoch, versions } = word.positions;
      const ahead = this.#ahead.get(id) ?? new Map<string, Position>();
      for (const [channel, version] of Object.entries(versions)) ahead.set(channel, { epoch, version });
      this.#ahead.set(id, ahead);
    }
    if (word.subscribe !== undefined) this.#subscriptions.set(word.subscribe.id, word.subscribe);
    if (word.resync !== undefined) this.#resyncing.add(word.resync.channel);
  }

  subscribed({ id, resumed }: { id: number; resumed: boolean }): void {
    const said = this.#subscriptions.get(id);
    if (said === undefined) return;
    const positions = new Map([...(this.#ahead.get(id) ?? []), ...Object.entries(said.positions ?? {})]);
    this.#ahead.delete(id);
    if (said.after !== undefined) positions.set(said.channel, said.after);
    if (resumed && positions.size === 0) this.#run.complain('SC8', 'resumed: true without a position');
    for (const [channel, last] of positions) {
      if (!resumed || this.#places.has(channel)) continue;
      this.#run.saw('resumed: true');
      this.#places.set(channel, { last, next: said.mode === 'every' ? last.version + 1 : null });
    }
  }

  gap({
    channel,
    epoch,
    from,
    to,
  }: {
    channel: string;
    epoch: string;
    from: number;
    to: number | null;
  }): void {
    const place = this.#places.get(channel);
    if (place?.next != null && place.next !== from && place.last.epoch === epoch)
      this.#run.complain('SC8', `gap from ${from} where ${place.next} was to come (${channel})`);
    this.#places.set(channel, {
      last: { epoch, version: to ?? 0 },
      next: to === null ? null : to + 1,
    });
  }

  unsubscribed({ id }: { id: number }): void {
    this.#subscriptions.delete(id);
    for (const channel of this.#places.keys())
      if (this.subscriptionOf(channel) === null) this.#places.delete(channel);
  }

  /** A position says at least what was sent, and none is left out (SC13). */
  keepalive(positions: Readonly<Record<string, Position>>, isPartial: boolean): void {
    for (const [channel, { last }] of this.#places) {
      if (this.subscriptionOf(channel) === null) continue;
      const position = positions[channel];
      if (position === undefined) {
        if (!isPartial)
          this.#run.complain('SC13', `a keep-alive does not name ${channel}, which is followed`);
      } else if (position.epoch === last.epoch && position.version < last.version)
        this.#run.complain(
          'SC13',
          `a keep-alive says ${position.version} after ${last.version} was sent (${channel})`,
        );
      else this.#run.saw('keep-alive names a followed channel');
    }
  }

  /** The oldest subscription that means the channel. */
  subscriptionOf(channel: string): SubscribeOptions | null {
    for (const said of this.#subscriptions.values()) if (means(said.channel, channel)) return said;
    return null;
  }

  take(told: Told, at: number): Update {
    const update = 'document' in told ? this.#whole(told.document, at) : this.#delta(told.delta, at);
    this.#step(update);
    return update;
  }

  /** A version of which only the line is read (ODF). */
  takeLine(position: Position & { channel: string; hash: string }, at: number): Update {
    const update = { ...position, base: null, copy: null, at };
    this.#step(update);
    return update;
  }

  #whole(document: Copy, at: number): Update {
    const { channel, epoch, version, hash } = document;
    this.#prove(document);
    this.copies.set(channel, document);
    return { channel, epoch, version, hash, base: null, copy: document, at };
  }

  #delta(delta: StatedDelta, at: number): Update {
    const { channel, epoch, version, hash, base } = delta;
    const before = this.copies.get(channel);
    let copy: Copy | null = null;
    if (before === undefined || before.epoch !== epoch || before.version !== base) {
      const has = before === undefined ? 'nothing' : `${before.epoch} ${before.version}`;
      this.#run.complain('SC9', `a delta from ${epoch} ${base} to a screen that has ${has} (${channel})`);
    } else {
      try {
        copy = applied(before, delta);
        this.#prove(copy);
        this.#run.saw('delta applied');
      } catch (error) {
        this.#run.complain('SC9', `a delta that cannot be applied: ${(error as Error).message}`);
      }
    }
    if (copy === null) this.copies.delete(channel);
    else this.copies.set(channel, copy);
    return { channel, epoch, version, hash, base, copy, at };
  }

  #prove(copy: Copy): void {
    const hash = contentHash(copy);
    if (hash === copy.hash) this.#run.saw('hash proved');
    else this.#run.complain('SC9', `${copy.channel} ${copy.version} says ${copy.hash} and has ${hash}`);
  }

  /** One version after the other. */
  #step({ channel, epoch, version, base }: Update): void {
    const subscription = this.subscriptionOf(channel);
    if (subscription === null) this.#run.complain('SC5', `${channel} came and no subscription means it`);
    const place = this.#places.get(channel);
    const isSameEpoch = place?.last.epoch === epoch;
    const isResync = this.#resyncing.delete(channel);
    const shown = this.#epochs.get(channel) ?? '';
    if (ordered(epoch) < ordered(shown))
      this.#run.complain('SC20', `${channel} goes back from ${shown} to ${epoch}`);
    this.#epochs.set(channel, epoch);
    if (place !== undefined && isSameEpoch) {
      const { last } = place;
      if (version < last.version || (version === last.version && !isResync))
        this.#run.complain('SC6', `${channel} ${version} after ${last.version}`);
      else this.#run.saw('versions in order');
    }
    if (isResync && base !== null) this.#run.complain('SC11', `a delta where resync was said (${channel})`);
    const isEvery = subscription?.mode === 'every';
    if (isEvery && base !== null) this.#run.complain('SC7', `a delta in mode every (${channel})`);
    if (isEvery && place?.next != null && isSameEpoch) {
      if (version === place.next) this.#run.saw('every: the next version');
      else
        this.#run.complain('SC7', `${channel} ${version} where ${place.next} was to come, and no gap said`);
    }
    this.#places.set(channel, { last: { epoch, version }, next: isEvery ? version + 1 : null });
  }
}

/** Of two epochs the greater text is the newer one; what follows `~` is a choice of rows (SC20). */
const ordered = (epoch: string): string => epoch.replace(/~.*$/, '');

/** `*` at the end of a part stands for its rest; a pattern with a star takes in all subcodes of its type (SC5). */
export function means(pattern: string, channel: string): boolean {
  if (!pattern.includes('*')) return pattern === channel;
  const [unit = '', type = '*', subcode = '*'] = pattern.split('/');
  const parts = channel.split('/');
  return [unit, type, subcode].every((part, index) => {
    const text = parts[index] ?? '';
    return part.endsWith('*') ? text.startsWith(part.slice(0, -1)) : text === part;
  });
}

import { type Channel, channelOf, type Document } from '../model/document.ts';
import type { Position } from '../model/position.ts';
import type { Gap } from '../model/server-words.ts';
import { ContentHash } from '../versions/content-hash.ts';
import { EveryOrder, type Shown } from './every-order.ts';

/** What a version in mode `every` brings: what can be shown now, in order; null when it does not have its hash. */
export interface Taken {
  readonly channel: Channel;
  readonly shown: readonly Shown[] | null;
}

/** All channels that are followed in mode `every`, each version proved by its hash. */
export class EveryDocuments {
  readonly #orders = new Map<Channel, EveryOrder>();

  get(channel: Channel): EveryOrder | null {
    return this.#orders.get(channel) ?? null;
  }

  /** The caller has seen everything up to here. */
  begin(channel: Channel, after: Position): void {
    if (!this.#orders.has(channel)) this.#order(channel, after);
  }

  positions(matches: (channel: Channel) => boolean): Record<Channel, Position> {
    const positions: Record<Channel, Position> = {};
    for (const [channel, { position }] of this.#orders) {
      if (position !== null && matches(channel)) positions[channel] = position;
    }
    return positions;
  }

  take(document: Document): Taken {
    const channel = channelOf(document.header);
    const order = this.#orders.get(channel) ?? this.#order(channel, null);
    if (new ContentHash(document.header, document.rows).text === document.hash)
      return { channel, shown: order.take(document) };
    order.exists(document);
    return { channel, shown: null };
  }

  cannot(channel: Channel, edge: number, gap: Gap): void {
    this.#orders.get(channel)?.cannot(edge, gap);
  }

  /** Channels where something is missing that the edge may have been about to bring. */
  lost(edge: number): Channel[] {
    const open: Channel[] = [];
    for (const [channel, order] of this.#orders) {
      order.lost(edge);
      if (order.hasHole) open.push(channel);
    }
    return open;
  }

  /** Nobody follows the channel any more. */
  forget(channel: Channel): void {
    this.#orders.delete(channel);
  }

  channels(): Iterable<Channel> {
    return this.#orders.keys();
  }

  #order(channel: Channel, after: Position | null): EveryOrder {
    const order = new EveryOrder(after);
    this.#orders.set(channel, order);
    return order;
  }
}

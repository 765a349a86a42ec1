import type { Channel } from '../model/document.ts';

/** What is known of a state when it is asked which of two is the newer one. */
interface Standing {
  readonly epoch: string;
  /** RFC 3339 UTC with milliseconds: text order is time order. */
  readonly asOf: string;
}

/**
 * Which epoch of a channel counts while several edges serve it. Epochs have no order of their own, so it goes by
 * what edges were seen to do: an edge that serves another epoch than before has left the old one, and an epoch that
 * was left does not come back through an edge that is late. Only when every edge serves it again it has really
 * come back.
 */
export class Epochs {
  readonly #edges: number;
  readonly #left = new Map<Channel, Set<string>>();
  /** By edge: the epoch of its last data, over all its connections: an edge that comes back is complete by then. */
  readonly #shown = new Map<number, Map<Channel, string>>();
  /** By edge: the epoch that it is known to serve now, by data, keep-alive or a resumed subscription. */
  readonly #serves = new Map<number, Map<Channel, string>>();

  constructor(edges: number) {
    this.#edges = edges;
  }

  /** Data of this epoch came from the edge. */
  shown(edge: number, channel: Channel, epoch: string): void {
    const shown = inner(this.#shown, edge);
    const before = shown.get(channel);
    if (before !== undefined && before !== epoch) this.#leave(channel, before);
    shown.set(channel, epoch);
    this.serves(edge, channel, epoch);
  }

  /** The edge says that this is its epoch. Control overtakes data, so this is no proof of an order. */
  serves(edge: number, channel: Channel, epoch: string): void {
    inner(this.#serves, edge).set(channel, epoch);
  }

  /** Whether what `edge` serves replaces what is held in another epoch. */
  replaces(edge: number, channel: Channel, held: Standing, offered: Standing): boolean {
    const left = this.#left.get(channel);
    if (left?.has(offered.epoch) === true) return !this.isLeft(channel, offered.epoch);
    if (left?.has(held.epoch) === true) return true;
    // Neither edge was seen to move: what another one vouches for stays, unless the offer knows newer facts.
    return !this.#isServedByOther(edge, channel, held.epoch) || offered.asOf > held.asOf;
  }

  /** An edge was seen to leave the epoch, and not all are back. */
  isLeft(channel: Channel, epoch: string): boolean {
    return this.#left.get(channel)?.has(epoch) === true && this.#servedBy(channel, epoch) < this.#edges;
  }

  /** The epoch counts from now on, instead of `before`. */
  adopt(channel: Channel, epoch: string, before: string): void {
    this.#leave(channel, before);
    this.#left.get(channel)?.delete(epoch);
  }

  /** The connection to the edge ended: what it serves is not known any more. */
  lost(edge: number): void {
    this.#serves.delete(edge);
  }

  /** The channel is followed anew, perhaps with other rows, which have an epoch of their own (SC18). */
  forget(channel: Channel): void {
    this.#left.delete(channel);
    for (const shown of this.#shown.values()) shown.delete(channel);
    for (const serves of this.#serves.values()) serves.delete(channel);
  }

  #leave(channel: Channel, epoch: string): void {
    const left = this.#left.get(channel);
    if (left === undefined) this.#left.set(channel, new Set([epoch]));
    else left.add(epoch);
  }

  #servedBy(channel: Channel, epoch: string): number {
    let edges = 0;
    for (const serves of this.#serves.values()) if (serves.get(channel) === epoch) edges += 1;
    return edges;
  }

  #isServedByOther(edge: number, channel: Channel, epoch: string): boolean {
    for (const [other, serves] of this.#serves) {
      if (other !== edge && serves.get(channel) === epoch) return true;
    }
    return false;
  }
}

function inner(outer: Map<number, Map<Channel, string>>, edge: number): Map<Channel, string> {
  let map = outer.get(edge);
  if (map === undefined) {
    map = new Map();
    outer.set(edge, map);
  }
  return map;
}

import type { Decoded } from '../encode/decoded.ts';
import type { Delta } from '../model/delta.ts';
import { type Channel, channelOf, type Document } from '../model/document.ts';
import { isNewerEpoch } from '../model/epoch.ts';
import type { Position } from '../model/position.ts';
import { ContentHash } from '../versions/content-hash.ts';
import { VersionedDocument } from '../versions/versioned.ts';

/** What a data frame did to the copy. */
export type Update =
  | {
      readonly kind: 'document';
      readonly channel: Channel;
      readonly document: Document;
      readonly delta: null;
    }
  | { readonly kind: 'delta'; readonly channel: Channel; readonly document: Document; readonly delta: Delta }
  /** Not newer than the copy. */
  | { readonly kind: 'known'; readonly channel: Channel }
  /** Does not lead to its hash: the edge that sent it must send the document whole. Said once until it comes. */
  | { readonly kind: 'mismatch'; readonly channel: Channel };

/** A whole document that one edge was asked for. */
interface Awaited {
  readonly edge: number;
  /** The caller wants to be shown it even when it is no newer than the copy. */
  readonly isWanted: boolean;
  /** Asked lately: nobody else is asked yet. */
  isFresh: boolean;
}

/**
 * The subscriber's copies, each proved by its hash, shared by all edges. The first copy of a version wins. An
 * edge's delta can begin at an older version than the copy and leads to the right state all the same, since it
 * names everything that changed since (D7); what begins at a newer one means that something of that edge was lost.
 */
export class Copies {
  readonly #copies = new Map<Channel, VersionedDocument>();
  readonly #awaited = new Map<Channel, Awaited>();

  get(channel: Channel): Document | null {
    return this.#copies.get(channel)?.current ?? null;
  }

  channels(): Iterable<Channel> {
    return this.#copies.keys();
  }

  positions(matches: (channel: Channel) => boolean): Record<Channel, Position> {
    const positions: Record<Channel, Position> = {};
    for (const [channel, { current }] of this.#copies) {
      if (matches(channel)) positions[channel] = { epoch: current.epoch, version: current.version };
    }
    return positions;
  }

  /** What changed since the version; null when the copy has not seen it. */
  deltaSince(channel: Channel, { epoch, version }: Position): Delta | null {
    const copy = this.#copies.get(channel);
    return copy?.current.epoch === epoch ? copy.deltaSince(version) : null;
  }

  /** The edge is asked for the document whole; `isWanted`: it is an update whatever its version. */
  await(channel: Channel, edge: number, isWanted = false): void {
    this.#awaited.set(channel, { edge, isWanted, isFresh: true });
  }

  /** True when another edge was asked since this was asked last: it gets time to answer. */
  isAskedElsewhere(channel: Channel, edge: number): boolean {
    const awaited = this.#awaited.get(channel);
    if (awaited === undefined || awaited.edge === edge || !awaited.isFresh) return false;
    awaited.isFresh = false;
    return true;
  }

  /** The edge's connection ended: what it was asked for will not come, and has to be asked for elsewhere. */
  lost(edge: number): Channel[] {
    const channels: Channel[] = [];
    for (const [channel, awaited] of this.#awaited) {
      if (awaited.edge !== edge) continue;
      this.#awaited.delete(channel);
      channels.push(channel);
    }
    return channels;
  }

  /** The edge is not expected to answer for these channels any more. */
  release(edge: number, matches: (channel: Channel) => boolean): void {
    for (const [channel, awaited] of this.#awaited)
      if (awaited.edge === edge && matches(channel)) this.#awaited.delete(channel);
  }

  /** `edge`: who sent it. */
  take(frame: Decoded, edge = 0): Update {
    return 'document' in frame ? this.#whole(frame.document, edge) : this.#delta(frame, edge);
  }

  #whole(document: Document, edge: number): Update {
    const channel = channelOf(document.header);
    const copy = this.#copies.get(channel)?.current;
    const awaited = this.#awaitedFrom(channel, edge);
    if (copy !== undefined && !this.#isNews(channel, copy, document, edge)) {
      if (awaited !== null) this.#awaited.delete(channel);
      return { kind: 'known', channel };
    }
    if (new ContentHash(document.header, document.rows).text !== document.hash)
      return this.#mismatch(channel, edge);
    if (awaited !== null) this.#awaited.delete(channel);
    this.#copies.set(channel, new VersionedDocument(document));
    const isRepeated = copy?.epoch === document.epoch && copy.version === document.version;
    if (isRepeated && awaited?.isWanted !== true) return { kind: 'known', channel };
    return { kind: 'document', channel, document, delta: null };
  }

  /** What was asked for replaces its own version, too: the copy may be what was wrong. */
  #isNews(channel: Channel, copy: Document, document: Document, edge: number): boolean {
    if (copy.epoch !== document.epoch) return isNewerEpoch(document.epoch, copy.epoch);
    if (document.version === copy.version) return this.#awaitedFrom(channel, edge) !== null;
    return document.version > copy.version;
  }

  #delta({ delta, channel, epoch }: { delta: Delta; channel: Channel; epoch: string }, edge: number): Update {
    const copy = this.#copies.get(channel);
    if (copy === undefined) return this.#mismatch(channel, edge);
    const before = copy.current;
    if (before.epoch !== epoch)
      return isNewerEpoch(epoch, before.epoch) ? this.#mismatch(channel, edge) : { kind: 'known', channel };
    if (delta.version <= before.version) return { kind: 'known', channel };
    if (!copy.apply(delta)) return this.#mismatch(channel, edge);
    const shown = delta.base === before.version ? delta : (copy.deltaSince(before.version) ?? delta);
    return { kind: 'delta', channel, document: copy.current, delta: shown };
  }

  #awaitedFrom(channel: Channel, edge: number): Awaited | null {
    const awaited = this.#awaited.get(channel);
    return awaited?.edge === edge ? awaited : null;
  }

  #mismatch(channel: Channel, edge: number): Update {
    if (this.#awaited.has(channel)) return { kind: 'known', channel };
    this.await(channel, edge);
    return { kind: 'mismatch', channel };
  }
}

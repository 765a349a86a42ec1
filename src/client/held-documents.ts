import type { Decoded } from '../encode/decode.ts';
import type { Delta } from '../model/delta.ts';
import { type Channel, channelOf, type Document } from '../model/document.ts';
import type { Position } from '../model/position.ts';
import { ContentHash } from '../standings/content-hash.ts';
import { VersionedDocument } from '../standings/versioned.ts';

/** What a data frame did to the copy held. */
export type Update =
  | {
      readonly kind: 'document';
      readonly channel: Channel;
      readonly document: Document;
      readonly delta: null;
    }
  | { readonly kind: 'delta'; readonly channel: Channel; readonly document: Document; readonly delta: Delta }
  /** Not newer than what is held. */
  | { readonly kind: 'known'; readonly channel: Channel }
  /** Does not lead to its hash: the server must send the document whole. Said once until it comes. */
  | { readonly kind: 'mismatch'; readonly channel: Channel };

/** The subscriber's copies, each proved by its hash. */
export class HeldDocuments {
  readonly #held = new Map<Channel, VersionedDocument>();
  /** Asked for whole; deltas still under way mean nothing until it comes. */
  readonly #awaited = new Set<Channel>();

  get(channel: Channel): Document | null {
    return this.#held.get(channel)?.current ?? null;
  }

  channels(): Iterable<Channel> {
    return this.#held.keys();
  }

  positions(matches: (channel: Channel) => boolean): Record<Channel, Position> {
    const positions: Record<Channel, Position> = {};
    for (const [channel, { current }] of this.#held) {
      if (matches(channel)) positions[channel] = { epoch: current.epoch, version: current.version };
    }
    return positions;
  }

  /** Nothing is known of the channel until a whole document comes. */
  forget(channel: Channel): void {
    this.#held.delete(channel);
    this.#awaited.add(channel);
  }

  /** A new connection starts from what is held. */
  startOver(): void {
    this.#awaited.clear();
  }

  take(frame: Decoded): Update {
    return 'document' in frame ? this.#whole(frame.document) : this.#delta(frame);
  }

  #whole(document: Document): Update {
    const channel = channelOf(document.header);
    const held = this.#held.get(channel)?.current;
    if (held !== undefined && held.epoch === document.epoch && held.version >= document.version) {
      return { kind: 'known', channel };
    }
    if (new ContentHash(document.header, document.rows).text !== document.hash)
      return this.#mismatch(channel);
    this.#awaited.delete(channel);
    this.#held.set(channel, new VersionedDocument(document));
    return { kind: 'document', channel, document, delta: null };
  }

  #delta({ delta, channel, epoch }: { delta: Delta; channel: Channel; epoch: string }): Update {
    const held = this.#held.get(channel);
    if (held === undefined || held.current.epoch !== epoch) return this.#mismatch(channel);
    if (delta.version <= held.current.version) return { kind: 'known', channel };
    if (!held.apply(delta)) return this.#mismatch(channel);
    return { kind: 'delta', channel, document: held.current, delta };
  }

  #mismatch(channel: Channel): Update {
    const isAwaited = this.#awaited.has(channel);
    this.forget(channel);
    return { kind: isAwaited ? 'known' : 'mismatch', channel };
  }
}

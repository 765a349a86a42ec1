/** The bucket DOCUMENTS: one whole document per channel, never replaced by an older one. */
import type { KV } from '@nats-io/kv';
import type { Channel } from '../../model/document.ts';
import type { KeptDocument } from '../broker.ts';
import { isLaterKept, type KeptOrder } from '../kept-order.ts';
import { keptBytes, keptIn, keptOf } from './entries.ts';
import { isApiError, WRONG_LAST_SEQUENCE } from './error-mapping.ts';
import { all, type Connected } from './ordered-consumer.ts';
import { ours } from './ours.ts';
import type { Readings } from './readings.ts';
import { channelKey } from './subjects.ts';

const ATTEMPTS_MAX = 20;

/** What this program last saw in the bucket for a channel. */
interface Seen extends KeptOrder {
  readonly revision: number;
}

const NOTHING: Seen = { revision: 0, epoch: '', streamSeq: -1 };

export class KeptDocuments {
  readonly #bucket: KV;
  readonly #readings: Readings;
  readonly #connected: Connected;
  readonly #seen = new Map<Channel, Seen>();

  constructor(bucket: KV, readings: Readings, connected: Connected) {
    this.#bucket = bucket;
    this.#readings = readings;
    this.#connected = connected;
  }

  async all(): Promise<KeptDocument[]> {
    const found: KeptDocument[] = [];
    await this.#readings.read({ ...all('KV_DOCUMENTS', '$KV.DOCUMENTS.>'), from: 'newest' }, (entry) =>
      ours(this.#connected, entry, keptIn(entry), (document) => found.push(document)),
    );
    return found;
  }

  async get(channel: Channel): Promise<KeptDocument | null> {
    const found = await this.#bucket.get(channelKey(channel));
    return found === null || found.operation !== 'PUT' ? null : keptOf(found.value);
  }

  /**
   * Engines keep the same documents side by side, and one may be behind. The bucket's revision makes
   * sure that nobody else wrote between our look and our write.
   */
  async keep(document: KeptDocument): Promise<void> {
    const { channel, epoch, streamSeq } = document;
    const bytes = await keptBytes(document);
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      const seen = this.#seen.get(channel) ?? (await this.#look(channel));
      if (!isLaterKept(document, seen)) return;
      const revision = await this.#writeOver(channel, bytes, seen);
      if (revision !== null) {
        this.#seen.set(channel, { revision, epoch, streamSeq });
        return;
      }
      this.#seen.delete(channel);
    }
    throw new Error(`${channel}: others kept writing for ${ATTEMPTS_MAX} attempts`);
  }

  /** The new revision, or null when somebody else wrote since we looked. */
  async #writeOver(channel: Channel, bytes: Uint8Array, seen: Seen): Promise<number | null> {
    try {
      return await this.#bucket.put(channelKey(channel), bytes, { previousSeq: seen.revision });
    } catch (error) {
      if (isApiError(error, WRONG_LAST_SEQUENCE)) return null;
      throw error;
    }
  }

  async #look(channel: Channel): Promise<Seen> {
    const found = await this.#bucket.get(channelKey(channel));
    if (found === null) return NOTHING;
    const kept = found.operation === 'PUT' ? keptOf(found.value) : null;
    return { revision: found.revision, epoch: kept?.epoch ?? '', streamSeq: kept?.streamSeq ?? -1 };
  }
}

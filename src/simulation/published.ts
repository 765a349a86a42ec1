import type { ResultMessage } from '../broker/broker.ts';
import type { Delta } from '../model/delta.ts';
import type { Channel, Document } from '../model/document.ts';
import { VersionedDocument } from '../versions/versioned.ts';
import type { Reading } from './reading.ts';

/** The documents in the messages of engines, each version once. */
export class Published {
  readonly #documents = new Map<Channel, Document[]>();
  /** By channel and epoch. */
  readonly #copies = new Map<string, VersionedDocument>();

  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  note({ channel, epoch, data }: ResultMessage): void {
    const of = `${channel} ${epoch}`;
    for (const decoded of this.#reading.result(data)) {
      const copy = this.#copies.get(of);
      const led =
        'document' in decoded
          ? new VersionedDocument(decoded.document)
          : this.#led(channel, epoch, decoded.delta, copy);
      if (led === null) return;
      if (led.current.version > (this.#copies.get(of)?.current.version ?? 0)) this.#copies.set(of, led);
      this.#add(channel, led.current);
    }
  }

  /**
   * From the newest version, as mostly. Otherwise from any that it was made against: what was refused of one engine is followed by what comes
   * before it from another, and engines that know of different losses have different versions of one number.
   */
  #led(
    channel: Channel,
    epoch: string,
    delta: Delta,
    copy: VersionedDocument | undefined,
  ): VersionedDocument | null {
    if (copy?.current.version === delta.base && copy.apply(delta)) return copy;
    for (const base of this.of(channel)) {
      if (base.epoch !== epoch || base.version !== delta.base) continue;
      const led = new VersionedDocument(base);
      if (led.apply(delta)) return led;
    }
    return null;
  }

  #add(channel: Channel, document: Document): void {
    const documents = this.#documents.get(channel) ?? [];
    documents.push(document);
    this.#documents.set(channel, documents);
  }

  of(channel: Channel): readonly Document[] {
    return this.#documents.get(channel) ?? [];
  }
}

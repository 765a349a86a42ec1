import type { ResultMessage } from '../broker/broker.ts';
import type { Delta } from '../model/delta.ts';
import type { Channel, Document } from '../model/document.ts';
import type { Position } from '../model/position.ts';
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

  /** The versions in the message; none after one to which nothing that was noted leads. */
  note({ channel, epoch, first, version, hash, data }: ResultMessage): readonly Document[] {
    // What two engines say alike is read once.
    const known = first === version ? this.#known(channel, { epoch, version, hash }) : undefined;
    if (known !== undefined) return [known];
    const of = `${channel} ${epoch}`;
    const noted: Document[] = [];
    for (const decoded of this.#reading.result(data)) {
      const copy = this.#copies.get(of);
      const led =
        'document' in decoded
          ? new VersionedDocument(decoded.document)
          : this.#led(channel, epoch, decoded.delta, copy);
      if (led === null) break;
      if (led.current.version > (this.#copies.get(of)?.current.version ?? 0)) this.#copies.set(of, led);
      noted.push(led.current);
      this.#documents.set(channel, [...this.of(channel), led.current]);
    }
    return noted;
  }

  #known(channel: Channel, { epoch, version, hash }: Position & { hash: string }): Document | undefined {
    return this.of(channel).find(
      (document) => document.version === version && document.hash === hash && document.epoch === epoch,
    );
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

  of(channel: Channel): readonly Document[] {
    return this.#documents.get(channel) ?? [];
  }
}

import type { ResultMessage } from '../broker/broker.ts';
import type { Decoded } from '../encode/decoded.ts';
import { versionIn } from '../encode/result-codec.ts';
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
      if (versionIn(decoded) <= (copy?.current.version ?? 0)) {
        this.#noteLate(channel, epoch, decoded);
        continue;
      }
      if ('document' in decoded) this.#copies.set(of, new VersionedDocument(decoded.document));
      else if (copy?.apply(decoded.delta) !== true) return;
      this.#add(channel, this.#copies.get(of)!.current);
    }
  }

  /** Engines that begin with another version each: what was refused of one is followed by what comes before it from another. */
  #noteLate(channel: Channel, epoch: string, decoded: Decoded): void {
    if ('document' in decoded) {
      this.#add(channel, decoded.document);
      return;
    }
    const { delta } = decoded;
    const base = this.of(channel).find((each) => each.epoch === epoch && each.version === delta.base);
    const led = base === undefined ? null : new VersionedDocument(base);
    if (led?.apply(delta) === true) this.#add(channel, led.current);
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

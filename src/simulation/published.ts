import type { ResultMessage } from '../broker/broker.ts';
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

  note({ channel, epoch, version, data }: ResultMessage): void {
    const of = `${channel} ${epoch}`;
    if (version <= (this.#copies.get(of)?.current.version ?? 0)) return;
    for (const decoded of this.#reading.result(data)) {
      const copy = this.#copies.get(of);
      if (versionIn(decoded) <= (copy?.current.version ?? 0)) continue;
      if ('document' in decoded) this.#copies.set(of, new VersionedDocument(decoded.document));
      else if (copy?.apply(decoded.delta) !== true) return;
      const documents = this.#documents.get(channel) ?? [];
      documents.push(this.#copies.get(of)!.current);
      this.#documents.set(channel, documents);
    }
  }

  of(channel: Channel): readonly Document[] {
    return this.#documents.get(channel) ?? [];
  }
}

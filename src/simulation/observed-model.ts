import type { ResultMessage, Stored, StoredVenueMessage, VenueMessage } from '../broker/broker.ts';
import type { Channel, Document } from '../model/document.ts';
import { BrokerModel } from './broker/model.ts';
import { Expected } from './expected.ts';
import { Published } from './published.ts';

/** A broker that remembers all that was ever stored in it, and what the facts in it now come to. */
export class ObservedModel extends BrokerModel {
  #expected = new Expected();
  readonly #sent = new Published();
  readonly #stored = new Published();
  #folded: StoredVenueMessage[] = [];

  override publishFact(message: VenueMessage): Stored {
    const stored = super.publishFact(message);
    this.#fold();
    return stored;
  }

  override publishResult(message: ResultMessage, after: number | undefined): Stored {
    // What is refused is heard on the short path all the same.
    this.#sent.note(message);
    const stored = super.publishResult(message, after);
    if (!stored.duplicate) this.#stored.note(message);
    return stored;
  }

  /** Everything that was ever stored on a channel, in the order of its versions. */
  readonly truth = (channel: Channel): readonly Document[] => this.#stored.of(channel);

  /** Everything that an engine ever sent. */
  readonly sent = (channel: Channel): readonly Document[] => this.#sent.of(channel);

  get expected(): Expected {
    this.#fold();
    return this.#expected;
  }

  /** Facts that a disk has lost count no more: everything is folded again. */
  #fold(): void {
    const { stored } = this.facts;
    const isOther = this.#folded.some((message, index) => stored[index] !== message);
    if (isOther) {
      this.#folded = [];
      this.#expected = new Expected();
    }
    for (const message of stored.slice(this.#folded.length)) {
      this.#folded.push(message);
      this.#expected.take(message);
    }
  }
}

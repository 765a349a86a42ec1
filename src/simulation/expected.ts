import type { StoredVenueMessage } from '../broker/broker.ts';
import { Intake } from '../ingest/intake.ts';
import { type Channel, channelOf, type Document } from '../model/document.ts';
import { OfflineCompetition } from '../offline-competition.ts';
import { race } from './race.ts';

/** What `rank` makes of the facts that the broker has. */
export class Expected {
  readonly #intake = new Intake();
  readonly #competition = new OfflineCompetition([race]);
  readonly #hashes = new Map<Channel, string>();

  take(message: StoredVenueMessage): void {
    const taken = this.#intake.take(message);
    if (taken.outcome !== 'fact') return;
    this.#competition.take(taken.fact);
    for (const document of this.#competition.documents())
      this.#hashes.set(channelOf(document.header), document.hash);
  }

  get channels(): readonly Channel[] {
    return [...this.#hashes.keys()];
  }

  /** Channels that show something else than they should. */
  others(shown: (channel: Channel) => Document | null): string[] {
    const wrong: string[] = [];
    for (const [channel, hash] of this.#hashes) {
      const document = shown(channel);
      if (document?.hash !== hash)
        wrong.push(
          `${channel}: ${document === null ? 'nothing' : `${document.epoch} ${document.version} ${document.hash}`}`,
        );
    }
    return wrong;
  }
}

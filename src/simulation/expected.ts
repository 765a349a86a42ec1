import type { StoredVenueMessage } from '../broker/broker.ts';
import type { LostFacts } from '../broker/loss.ts';
import type { FactCore } from '../engine/fact-desk.ts';
import { Intake } from '../ingest/intake.ts';
import { type Channel, channelOf, type Document } from '../model/document.ts';
import { MedalTable } from '../standings/medal-table.ts';

/** It is in no hash. */
const ANY_EPOCH = '';

/** What `rank` makes of the facts that the broker has. */
export class Expected {
  readonly #intake: Intake;
  readonly #competition: ReturnType<FactCore['competition']>;
  readonly #medals: MedalTable;
  readonly #hashes = new Map<Channel, string>();

  constructor(core: FactCore) {
    this.#intake = new Intake(core.decode);
    this.#competition = core.competition(ANY_EPOCH);
    this.#medals = new MedalTable(ANY_EPOCH);
  }

  take(message: StoredVenueMessage): void {
    const taken = this.#intake.take(message);
    if (taken.outcome !== 'fact') return;
    for (const { document } of this.#competition.take(taken.fact).versions) this.#shows(document);
  }

  /** Numbers of the source up to there have come, or are said to be missing. */
  hasComeTo({ source, epoch, to }: LostFacts): boolean {
    return this.#intake.hasComeTo(source, epoch, to);
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

  #shows(document: Document): void {
    this.#hashes.set(channelOf(document.header), document.hash);
    if (document.header.type !== 'MEDALLISTS') return;
    const table = this.#medals.take(document);
    if (table !== null) this.#shows(table.document);
  }
}

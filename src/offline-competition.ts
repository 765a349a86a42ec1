import { isRejection } from './ingest/rejection.ts';
import type { WireFact } from './ingest/wire.ts';
import { type Channel, channelOf, type Document, isListOfStarters } from './model/document.ts';
import type { Fact } from './model/fact.ts';
import type { Sport } from './rules/contract.ts';
import { SPORTS } from './sports.ts';
import { Competition } from './standings/competition.ts';
import { MedalTable } from './standings/medal-table.ts';
import { factOfLine } from './venue/feed-file.ts';

/** Documents that were never published have no epoch of a stream. */
const EPOCH = 'offline';

/** Why a fact is refused or held, by its stable code. */
export interface Complaint {
  readonly code: string;
  readonly message: string;
}

/**
 * A competition without broker and clock: the engine's own decoding and standings over facts from
 * a file. Place in the file stands for place in the stream, `sentAt` for the time of storing.
 */
export class OfflineCompetition {
  readonly #competition: Competition;
  readonly #medals = new MedalTable(EPOCH);
  readonly #startLists = new Map<Channel, Document>();
  #count = 0;

  constructor(sports: readonly Sport[] = SPORTS) {
    this.#competition = new Competition({ epoch: EPOCH, sports });
  }

  /** Takes a fact as it would travel, through the decoder of the live engine. Null, or why it has no effect (yet). */
  takeWire(wire: WireFact): Complaint | null {
    const outcome = factOfLine(Buffer.from(JSON.stringify(wire)), this.#count + 1);
    if (!isRejection(outcome)) return this.take(outcome);
    this.#count += 1;
    return outcome;
  }

  take(fact: Fact): Complaint | null {
    return this.refusalsAfter(fact).find((refusal) => refusal.fact === fact) ?? null;
  }

  /** Takes a fact, and says which facts have no effect: itself, or older ones that have waited too long. */
  refusalsAfter(fact: Fact): readonly (Complaint & { readonly fact: Fact })[] {
    this.#count += 1;
    const { versions, refusals, faults } = this.#competition.take(fact);
    for (const { document } of versions) {
      if (document.header.type === 'MEDALLISTS') this.#medals.take(document);
      if (isListOfStarters(document)) this.#startLists.set(channelOf(document.header), document);
    }
    const stopped = faults.map(({ unit, error }) => ({
      code: 'UNIT_STOPPED',
      message: `${unit}: ${String(error)}`,
      fact,
    }));
    return [...refusals, ...stopped];
  }

  /** The newest version of every document. */
  *documents(): Generator<Document> {
    for (const { current } of this.#competition.documents.values()) yield current;
    for (const { current } of this.#medals.series.documents.values()) yield current;
  }

  /** The last start list of each unit: its result may have gone on from there. */
  startLists(): Iterable<Document> {
    return this.#startLists.values();
  }
}

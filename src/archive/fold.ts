import type { StoredVenueMessage } from '../broker/broker.ts';
import { FactDesk } from '../engine/fact-desk.ts';
import { Intake } from '../ingest/intake.ts';
import { type Channel, channelOf, type Document, isListOfStarters } from '../model/document.ts';
import type { Rsc } from '../model/rsc.ts';
import type { Sport } from '../rules/contract.ts';
import { Competition } from '../standings/competition.ts';

/** What facts lead to, as every engine computes it: the facts of VENUE from the first on, each once and in order. */
export class Fold {
  readonly #desk: FactDesk;
  readonly #newest = new Map<Channel, Document>();
  #startLists = new Map<Channel, Document>();
  /** The hash of each version, by channel; the first is version 1. */
  readonly #hashes = new Map<Channel, string[]>();

  constructor({ epoch, sports }: { epoch: string; sports: Iterable<Sport> }) {
    this.#desk = new FactDesk({
      intake: new Intake(),
      competition: new Competition({ epoch, sports }),
      disciplines: null,
      onStop: () => {},
    });
  }

  /** Takes a fact; the channels whose documents are other ones now. */
  take(message: StoredVenueMessage): Set<Channel> {
    const changed = new Set<Channel>();
    for (const { document } of this.#desk.take(message).versions) {
      const channel = channelOf(document.header);
      const hashes = this.#hashes.get(channel) ?? [];
      hashes[document.version - 1] = document.hash;
      this.#hashes.set(channel, hashes);
      this.#newest.set(channel, document);
      if (isListOfStarters(document)) this.#startLists.set(channel, document);
      changed.add(channel);
    }
    return changed;
  }

  /** Every document as it stands now. */
  get documents(): ReadonlyMap<Channel, Document> {
    return this.#newest;
  }

  /** The last start list of each unit of which one was made since this was asked before: its result may have gone on from there. */
  takeStartLists(): ReadonlyMap<Channel, Document> {
    const taken = this.#startLists;
    this.#startLists = new Map();
    return taken;
  }

  /** Undefined where no such version was made. */
  hashOf(channel: Channel, version: number): string | undefined {
    return this.#hashes.get(channel)?.[version - 1];
  }

  /** The venue has called its result official. */
  isFinished(unit: Rsc): boolean {
    return this.#newest.get(`${unit}/RESULT`)?.header.status === 'OFFICIAL';
  }
}

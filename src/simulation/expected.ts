import type { StoredVenueMessage } from '../broker/broker.ts';
import type { LostFacts } from '../broker/loss.ts';
import type { FactCore } from '../engine/fact-desk.ts';
import { Intake } from '../ingest/intake.ts';
import { type Channel, channelOf, type Document } from '../model/document.ts';
import type { Instant } from '../model/fact.ts';
import { MedalTable } from '../standings/medal-table.ts';

/** It is in no hash. */
const ANY_EPOCH = '';

const MICROS_PER_MS = 1_000;

/** What somebody shows of a channel and should not any more. */
export interface Old {
  readonly channel: Channel;
  /** Null for nothing. */
  readonly document: Document | null;
  /** When the fact was stored that made it old; null where it was never right. */
  readonly sinceMs: number | null;
}

/** What `rank` makes of the facts that the broker has. */
export class Expected {
  readonly #intake: Intake;
  readonly #competition: ReturnType<FactCore['competition']>;
  readonly #medals: MedalTable;
  readonly #hashes = new Map<Channel, string>();
  /** When which hash ceased to be right, by channel. */
  readonly #ceased = new Map<Channel, Map<string, number>>();

  constructor(core: FactCore) {
    this.#intake = new Intake(core.decode);
    this.#competition = core.competition(ANY_EPOCH);
    this.#medals = new MedalTable(ANY_EPOCH);
  }

  take(message: StoredVenueMessage): void {
    const taken = this.#intake.take(message);
    if (taken.outcome !== 'fact') return;
    for (const { document } of this.#competition.take(taken.fact).versions)
      this.#shows(document, message.storedAt);
  }

  /** Numbers of the source up to there have come, or are said to be missing. */
  hasComeTo({ source, epoch, to }: LostFacts): boolean {
    return this.#intake.hasComeTo(source, epoch, to);
  }

  /** Channels that show something else than they should, in words. */
  others(shown: (channel: Channel) => Document | null): string[] {
    return this.old(shown).map(
      ({ channel, document }) =>
        `${channel}: ${document === null ? 'nothing' : `${document.epoch} ${document.version} ${document.hash}`}`,
    );
  }

  /** The same: what was right once, or never. */
  old(shown: (channel: Channel) => Document | null): Old[] {
    const old: Old[] = [];
    for (const [channel, right] of this.#hashes) {
      const document = shown(channel);
      if (document?.hash === right) continue;
      const since = document === null ? undefined : this.#ceased.get(channel)?.get(document.hash);
      old.push({ channel, document, sinceMs: since === undefined ? null : since / MICROS_PER_MS });
    }
    return old;
  }

  #shows(document: Document, at: Instant): void {
    const channel = channelOf(document.header);
    const before = this.#hashes.get(channel);
    const ceased = this.#ceased.get(channel) ?? new Map<string, number>();
    this.#ceased.set(channel, ceased);
    if (before !== undefined) ceased.set(before, at);
    ceased.delete(document.hash);
    this.#hashes.set(channel, document.hash);
    if (document.header.type !== 'MEDALLISTS') return;
    const table = this.#medals.take(document);
    if (table !== null) this.#shows(table.document, at);
  }
}

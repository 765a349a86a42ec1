import type { RejectionMessage, StoredVenueMessage } from '../broker/broker.ts';
import type { HeldFact, RefusedFact } from '../incidents/measured.ts';
import { decodeBytes } from '../ingest/decode.ts';
import { FEED_LIMITS } from '../ingest/limits.ts';
import { isRejection } from '../ingest/rejection.ts';
import { type Fact, originText } from '../model/fact.ts';
import { keyOf } from '../model/fact-key.ts';

/** So many are known; of more the oldest are forgotten, and documents still say `HELD`. */
const HELD_MOST = 1_000;
const REFUSED_MOST = 200;
/** Of so many that were let through, withdrawn or replaced it is known what became of them. */
const SETTLED_MOST = 1_000;

export const HELD_CODE = 'FACT_HELD';

/** What became of a fact that was held. */
export type Settled =
  | { readonly how: 'RELEASED'; readonly by: string }
  | { readonly how: 'WITHDRAWN' }
  | { readonly how: 'REPLACED'; readonly seq: number };

interface Held {
  readonly shown: HeldFact;
  readonly key: string;
}

/**
 * The facts that engines refuse or hold, and what became of those that are held: from rejections and, of their units, the facts that come
 * after. By the names of facts (`<source>:<epoch>:<seq>`).
 */
export class HeldFacts {
  readonly #held = new Map<string, Held>();
  readonly #settled = new Map<string, Settled>();
  readonly #refused: RefusedFact[] = [];

  /** The newest first. */
  get refused(): readonly RefusedFact[] {
    return this.#refused.toReversed();
  }

  get held(): readonly HeldFact[] {
    return [...this.#held.values()].map(({ shown }) => shown);
  }

  heldAs(name: string): HeldFact | null {
    return this.#held.get(name)?.shown ?? null;
  }

  /** What became of it; null where it is not known, or still held. */
  settledAs(name: string): Settled | null {
    return this.#settled.get(name) ?? null;
  }

  /** Gives the fact, unless it is held. */
  rejected(rejection: RejectionMessage): RefusedFact | null {
    const fact = factIn(rejection, rejection.venueStreamSeq);
    const { code, message: reason, venue, unit, venueStreamSeq: streamSeq } = rejection;
    const { source = '', epoch = '', seq = null } = fact ?? {};
    const shown = { source, epoch, seq, venue, unit, code, reason, streamSeq };
    if (code === HELD_CODE && fact !== null) {
      this.#hold(fact, { ...shown, seq: fact.seq });
      return null;
    }
    this.#refused.push(shown);
    if (this.#refused.length > REFUSED_MOST) this.#refused.shift();
    return shown;
  }

  /** A fact has come. */
  said(message: StoredVenueMessage): void {
    if (!this.#isAboutHeld(message.unit)) return;
    const fact = factIn(message, message.streamSeq);
    if (fact === null) return;
    if (fact.kind === 'release') this.#settle(nameIn(fact), { how: 'RELEASED', by: fact.content.by });
    else if (fact.kind === 'void') this.#settle(nameIn(fact), { how: 'WITHDRAWN' });
    else this.#replaced(fact, message.streamSeq);
  }

  #hold(fact: Fact, shown: HeldFact): void {
    const name = originText(fact);
    // Engines that start again say it again of a fact that was let through meanwhile.
    if (this.#settled.has(name)) return;
    this.#held.set(name, { shown, key: keyOf(fact) });
    if (this.#held.size > HELD_MOST) this.#held.delete(this.#held.keys().next().value!);
  }

  /** Of one source the highest number holds, between sources the later word. */
  #replaced(fact: Fact, streamSeq: number): void {
    const key = keyOf(fact);
    if (key === '') return;
    for (const [name, { shown, key: of }] of this.#held) {
      if (of !== key || shown.unit !== fact.unit || shown.streamSeq >= streamSeq) continue;
      const isSame = shown.source === fact.source && shown.epoch === fact.epoch;
      if (!isSame || fact.seq > shown.seq) this.#settle(name, { how: 'REPLACED', seq: fact.seq });
    }
  }

  #settle(name: string, settled: Settled): void {
    if (!this.#held.delete(name)) return;
    this.#settled.set(name, settled);
    if (this.#settled.size > SETTLED_MOST) this.#settled.delete(this.#settled.keys().next().value!);
  }

  #isAboutHeld(unit: string): boolean {
    for (const { shown } of this.#held.values()) if (shown.unit === unit) return true;
    return false;
  }
}

/** The fact that a `void` or a `release` is about: epoch and, of a `void`, source are its own where they are not said. */
function nameIn({ source, epoch, content }: Extract<Fact, { kind: 'void' | 'release' }>): string {
  return originText({ source: content.source ?? source, epoch: content.epoch ?? epoch, seq: content.seq });
}

/** Null for what cannot be read. */
function factIn(
  { data, contentType, unit }: Pick<StoredVenueMessage, 'data' | 'contentType' | 'unit'>,
  streamSeq: number,
): Fact | null {
  const read = decodeBytes(data, contentType, { streamSeq, storedAt: 0, unit }, FEED_LIMITS);
  return isRejection(read) ? null : read;
}

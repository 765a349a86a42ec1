import type { EngineWord } from '../../broker/broker.ts';
import { Lag } from '../../broker/lag.ts';
import type { Channel } from '../../model/document.ts';
import { isNewerEpoch, isOfEarlierHistory } from '../../model/epoch.ts';
import type { Instant } from '../../model/fact.ts';
import type { Missing } from '../../model/missing.ts';

/** Engines say once a second how far they are; after so long without a word nobody knows. */
const HEARD_MS = 5_000;
/** A word stands for this long; from then on who said it falls behind with every millisecond, until the next one. */
const STANDS_MS = 1_500;

/** What this edge shows, and how far it has read. */
export interface Shown {
  /** Of the facts, as this edge knows the broker. */
  readonly historyBegan: Instant;
  /** The newest epoch of a document; null as long as there is none. */
  epoch(): string | null;
  /** Of its documents. */
  disciplines(): Iterable<string>;
  /** Up to which place in the results stream this edge has read. */
  readUntil(): number;
  /** Channels of which a stored version cannot be shown. */
  frozen(): readonly Channel[];
}

interface Heard {
  readonly word: EngineWord;
  readonly at: number;
}

/** How far what is shown is behind the facts; null where nobody can know. */
export interface Behind {
  readonly ms: number | null;
  readonly facts: number | null;
  readonly missing: readonly Missing[];
}

/**
 * What the engines say of themselves, held against what this edge shows: an engine that keeps up says nothing of documents that it does not
 * make. Those of the newest epoch count, for each discipline the one that is least behind, because it publishes first; the
 * discipline that is worst stands for the edge. To that comes how long the edge has known of results that it has not read.
 * Times in milliseconds of a clock that only goes forward.
 */
export class EnginesHeard {
  readonly #own = new Lag({ isQueued: true });
  readonly #shown: Shown;
  readonly #heard = new Map<string, Heard>();
  /** What stands in the broker when an edge starts can be the word of an engine that is long gone. */
  #first: EngineWord | null = null;

  constructor(shown: Shown) {
    this.#shown = shown;
  }

  /** False: the word may be an old one, and says nothing; of an earlier history it names places that the broker has lost. */
  take(word: EngineWord, now: number): boolean {
    if (isOfEarlierHistory(word.epoch, this.#shown.historyBegan)) return false;
    this.#first ??= word;
    if (word.engine === this.#first.engine && word.at === this.#first.at) return false;
    this.#own.done(this.#shown.readUntil());
    this.#own.noted(word.resultsSeq, now);
    this.#heard.set(word.engine, { word, at: now });
    return true;
  }

  /** How many engines are heard. */
  count(now: number): number {
    return this.#current(now).length;
  }

  behind(now: number): Behind {
    const words = this.#current(now);
    if (words.length === 0)
      return unknown('no word from an engine for 5 s: none runs, or none can write to the broker');
    const epoch = this.#shown.epoch();
    const serving = words.filter((word) => epoch === null || !isNewerEpoch(epoch, word.epoch));
    if (serving.length === 0)
      return unknown(`documents are of epoch ${epoch}, and no engine that runs computes it or a newer one`);
    const disciplines = [...this.#shown.disciplines()];
    if (disciplines.length === 0) return this.#of([leastBehind(serving)], now);
    const found = disciplines.map((discipline) => ({
      discipline,
      words: serving.filter((word) => word.disciplines?.includes(discipline) ?? true),
    }));
    const alone = found.filter(({ words: by }) => by.length === 0).map(({ discipline }) => discipline);
    if (alone.length > 0) return unknown(`no engine that runs computes ${alone.sort().join(', ')}`);
    return this.#of(
      found.map(({ words: by }) => leastBehind(by)),
      now,
    );
  }

  #of(words: readonly EngineWord[], now: number): Behind {
    this.#own.done(this.#shown.readUntil());
    const worst = words.reduce((one, other) => (other.behindMs > one.behindMs ? other : one));
    const reading = words.find(readsHistory);
    return {
      // What was there before it started is older than it can say.
      ms: reading === undefined ? worst.behindMs + this.#own.behindMs(now) : null,
      facts: worst.behindFacts,
      missing: reading === undefined ? [] : [readingHistory(reading)],
    };
  }

  #current(now: number): EngineWord[] {
    for (const [engine, { at }] of this.#heard) if (now - at > HEARD_MS) this.#heard.delete(engine);
    return [...this.#heard.values()].map(({ word, at }) => ({
      ...word,
      behindMs: word.behindMs + Math.max(0, now - at - STANDS_MS),
    }));
  }
}

/** One that still reads does not know how far behind it is: any other comes before it. */
const leastBehind = (words: readonly EngineWord[]): EngineWord =>
  words.reduce((one, other) => {
    if (readsHistory(one) !== readsHistory(other)) return readsHistory(one) ? other : one;
    return other.behindMs < one.behindMs ? other : one;
  });

const readsHistory = ({ streamSeq, historySeq }: EngineWord): boolean => streamSeq < historySeq;

const unknown = (message: string): Behind => ({
  ms: null,
  facts: null,
  missing: [{ code: 'NO_ENGINE', message }],
});

const readingHistory = ({ streamSeq, historySeq }: EngineWord): Missing => ({
  code: 'READING_HISTORY',
  message: 'the engine that computes what is shown still reads what was said before it started',
  done: streamSeq,
  of: historySeq,
});

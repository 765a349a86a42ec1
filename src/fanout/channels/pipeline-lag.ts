import type { EngineWord } from '../../broker/broker.ts';
import { Lag } from '../../broker/lag.ts';

/** Words that say how it is now: of several engines each speaks about once a second. */
const RECENT_MS = 2_500;

/**
 * How far what this edge shows is behind the stream of facts: the engine that is least behind publishes first, and to that comes how long
 * the edge has known of results that it has not read.
 */
export class PipelineLag {
  readonly #own = new Lag();
  readonly #readUntil: () => number;
  #words: { readonly behindMs: number; readonly heardAt: number }[] = [];

  /** `readUntil`: up to which place in the results stream this edge has read. */
  constructor(readUntil: () => number) {
    this.#readUntil = readUntil;
  }

  heard({ behindMs, resultsSeq }: EngineWord, now: number): void {
    this.#own.done(this.#readUntil());
    this.#own.noted(resultsSeq, now);
    this.#words = this.#words.filter(({ heardAt }) => now - heardAt <= RECENT_MS);
    this.#words.push({ behindMs, heardAt: now });
  }

  behindMs(now: number): number {
    this.#own.done(this.#readUntil());
    const engines = this.#words.map(({ behindMs }) => behindMs);
    return Math.min(...engines) + this.#own.behindMs(now);
  }
}

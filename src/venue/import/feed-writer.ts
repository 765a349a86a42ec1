/** Facts of a file in the order in which a venue would have sent them. */
import type { Instant } from '../../model/fact.ts';
import { formatInstant } from '../../model/instant.ts';
import type { Rsc } from '../../model/rsc.ts';

/** One line of a feed file: the JSON form of a fact. */
export type FeedFact = Readonly<Record<string, unknown>>;

/** Collects facts with the moment they were known; gives them back in time order, numbered without holes. */
export class FeedWriter {
  readonly #source: string;
  readonly #facts: { readonly at: Instant; readonly unit: Rsc; readonly said: FeedFact }[] = [];

  /** `source`: any text; made into a source name of the venue feed. */
  constructor(source: string) {
    this.#source =
      source
        .replace(/[^A-Za-z0-9_-]+/g, '-')
        .slice(0, 64)
        .replace(/-+$/, '') || 'IMPORT';
  }

  /** `said`: the fact's key with its content, `{ passing: { ... } }`. */
  add(at: Instant, unit: Rsc, said: FeedFact): void {
    this.#facts.push({ at, unit, said });
  }

  /** Facts of the same moment stay in the order in which they were added. */
  *facts(): Generator<FeedFact> {
    this.#facts.sort((one, other) => one.at - other.at);
    let seq = 0;
    for (const { at, unit, said } of this.#facts) {
      seq += 1;
      yield { source: this.#source, seq, sentAt: formatInstant(Math.floor(at)), unit, ...said };
    }
  }
}

/** A text of the file as one line of the feed: no control characters, at most 300 characters. */
export const lineText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a feed may not carry.
    .replace(/[\u0000-\u001f\ufffe\uffff\ud800-\udfff]+/g, ' ')
    .trim()
    .slice(0, 300);

/** The same as a short code: without bars, at most 64 characters. */
export const codeText = (text: string): string => lineText(text).replaceAll('|', '/').slice(0, 64).trim();

/** The same as a competitor's code: without spaces, too. */
export const competitorText = (text: string): string => codeText(text).replace(/\s+/g, '-');

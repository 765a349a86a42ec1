/** Facts of a file in the order in which a venue would have sent them. */
import { factFromWire } from '../../ingest/from-wire.ts';
import { isRejection } from '../../ingest/rejection.ts';
import type { Instant } from '../../model/fact.ts';
import { formatInstant } from '../../model/instant.ts';
import type { Rsc } from '../../model/rsc.ts';
import type { ImportReport } from './report.ts';

/** One line of a feed file: the JSON form of a fact. */
export type FeedFact = Readonly<Record<string, unknown>>;

/** What is said at a moment: the fact's key with its content, `{ passing: { ... } }`. */
export interface Said {
  readonly at: Instant;
  readonly unit: Rsc;
  readonly said: FeedFact;
}

interface Part {
  readonly from: Instant;
  readonly line: number;
  readonly make: () => Iterable<Said>;
}

interface Waiting extends Said {
  readonly part: number;
  readonly index: number;
  readonly line: number;
}

/**
 * Gives facts in time order, numbered without holes. What belongs together (a race) is made when the feed comes to it, so that a
 * large meet is never in memory as facts.
 */
export class FeedWriter {
  readonly #source: string;
  readonly #report: ImportReport;
  readonly #parts: Part[] = [];

  /** `source`: any text; made into a source name of the venue feed. */
  constructor(source: string, report: ImportReport) {
    this.#report = report;
    this.#source =
      source
        .replace(/[^A-Za-z0-9_-]+/g, '-')
        .slice(0, 64)
        .replace(/-+$/, '') || 'IMPORT';
  }

  /** Facts that begin at `from` and come from `line` of the file. Those of the same moment stay in the order in which they were added. */
  add(from: Instant, line: number, make: () => Iterable<Said>): void {
    this.#parts.push({ from, line, make });
  }

  /** What the feed would refuse is left out and remarked. */
  *facts(): Generator<FeedFact> {
    let seq = 1;
    for (const { at, unit, said, line } of this.#inOrder()) {
      const fact = { source: this.#source, seq, sentAt: formatInstant(Math.floor(at)), unit, ...said };
      const taken = factFromWire(fact, { streamSeq: seq, storedAt: 0, unit: null });
      if (isRejection(taken)) {
        this.#report.add('FACT_REFUSED', line, `${taken.code} ${taken.message}`);
        continue;
      }
      seq += 1;
      yield fact;
    }
  }

  *#inOrder(): Generator<Waiting> {
    const parts = this.#parts.map((part, index) => ({ ...part, index }));
    parts.sort((one, other) => one.from - other.from || one.index - other.index);
    const waiting = new Heap();
    for (const { from, line, make, index: part } of parts) {
      while (waiting.first !== undefined && waiting.first.at < from) yield waiting.take();
      let index = 0;
      for (const said of make()) {
        waiting.put({ ...said, part, index, line });
        index += 1;
      }
    }
    while (waiting.first !== undefined) yield waiting.take();
  }
}

const isBefore = (one: Waiting, other: Waiting): boolean =>
  (one.at - other.at || one.part - other.part || one.index - other.index) < 0;

/** The earliest first (a binary heap). */
class Heap {
  readonly #all: Waiting[] = [];

  get first(): Waiting | undefined {
    return this.#all[0];
  }

  put(waiting: Waiting): void {
    let at = this.#all.push(waiting) - 1;
    for (let above = (at - 1) >> 1; at > 0 && isBefore(waiting, this.#all[above]!); above = (at - 1) >> 1) {
      this.#all[at] = this.#all[above]!;
      at = above;
    }
    this.#all[at] = waiting;
  }

  /** There must be one. */
  take(): Waiting {
    const first = this.#all[0]!;
    const last = this.#all.pop()!;
    if (this.#all.length > 0) this.#sink(last);
    return first;
  }

  #sink(waiting: Waiting): void {
    const all = this.#all;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below + 1 < all.length && isBefore(all[below + 1]!, all[below]!)) below += 1;
      if (below >= all.length || !isBefore(all[below]!, waiting)) break;
      all[at] = all[below]!;
      at = below;
    }
    all[at] = waiting;
  }
}

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

/** A part that the feed has come to, with what it says next. */
interface Open {
  readonly part: number;
  readonly line: number;
  readonly rest: Iterator<Said>;
  next: Said;
}

/**
 * Gives facts in time order, numbered without holes. What belongs together (a race) is made when the feed comes to it, fact by fact, so that
 * a large meet is never in memory as facts.
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

  /**
   * Facts that come from `line` of the file, none of them before `from`, and in order of time. Those of the same moment stay in the order in
   * which they were added.
   */
  add(from: Instant, line: number, make: () => Iterable<Said>): void {
    this.#parts.push({ from, line, make });
  }

  /** What the feed would refuse is left out and remarked. */
  *facts(): Generator<FeedFact> {
    let seq = 1;
    for (const { line, next } of this.#inOrder()) {
      const { at, unit, said } = next;
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

  /** Each part as it is when its next fact is due. */
  *#inOrder(): Generator<Open> {
    const parts = this.#parts.map((part, index) => ({ ...part, index }));
    parts.sort((one, other) => one.from - other.from || one.index - other.index);
    const open = new Heap();
    for (const { from, line, make, index: part } of parts) {
      yield* open.before(from);
      const rest = make()[Symbol.iterator]();
      const first = rest.next();
      if (first.done !== true) open.put({ part, line, rest, next: first.value });
    }
    yield* open.before(Infinity);
  }
}

const isBefore = (one: Open, other: Open): boolean =>
  (one.next.at - other.next.at || one.part - other.part) < 0;

/** The part whose next fact is due first (a binary heap). */
class Heap {
  readonly #all: Open[] = [];

  put(part: Open): void {
    const all = this.#all;
    let at = all.push(part) - 1;
    for (let above = (at - 1) >> 1; at > 0 && isBefore(part, all[above]!); above = (at - 1) >> 1) {
      all[at] = all[above]!;
      at = above;
    }
    all[at] = part;
  }

  /** All that is due before a moment; each part goes on behind what was taken of it. */
  *before(moment: Instant): Generator<Open> {
    for (let first = this.#all[0]; first !== undefined && first.next.at < moment; first = this.#all[0]) {
      yield first;
      const { done, value } = first.rest.next();
      const last = done === true ? this.#all.pop()! : first;
      if (done !== true) first.next = value;
      if (this.#all.length > 0) this.#sink(last);
    }
  }

  #sink(part: Open): void {
    const all = this.#all;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below + 1 < all.length && isBefore(all[below + 1]!, all[below]!)) below += 1;
      if (below >= all.length || !isBefore(all[below]!, part)) break;
      all[at] = all[below]!;
      at = below;
    }
    all[at] = part;
  }
}

/** What is made in another order, as `FeedWriter.add` wants it. */
export const inTimeOrder = (said: Iterable<Said>): Said[] =>
  [...said].sort((one, other) => one.at - other.at);

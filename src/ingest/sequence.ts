import type { Origin } from '../model/fact.ts';
import { keepNewest } from '../model/newest-kept.ts';
import { SYSTEM_SOURCE, SYSTEM_VENUE } from './system-source.ts';

/** Numbers of one source and epoch that did not come: `from` to `to`, both missing. */
export interface Gap {
  readonly source: string;
  readonly epoch: string;
  readonly from: number;
  readonly to: number;
}

export interface Noted {
  /** The number was there before. */
  readonly duplicate: boolean;
  /** The number left a hole before it (F5). */
  readonly opened: Gap | null;
  /** The number filled the last missing one of a hole, or of what was left of it. */
  readonly closed: Gap | null;
  /** Nothing of this source is missing now. */
  readonly complete: boolean;
}

/** Every number up to `seq`, and those `beyond` the first hole: from, to, both of them too. */
export interface Came {
  readonly seq: number;
  readonly beyond?: readonly (readonly [number, number])[];
}

interface Hole {
  readonly from: number;
  readonly to: number;
}

/** What came of one source and epoch: everything up to `highest` but the holes, which are in ascending order. */
interface Series {
  highest: number;
  readonly holes: Hole[];
  /** Up to here nothing is known any more: a number there may be new or not. */
  readonly forgotten: number;
}

export interface SequenceBounds {
  readonly sources: number;
  readonly epochsPerSource: number;
  readonly holesPerSeries: number;
}

const BOUNDS: SequenceBounds = { sources: 10_000, epochsPerSource: 64, holesPerSeries: 1_000 };

/** The epochs of one source; the one heard last is last. */
interface Epochs {
  readonly series: Map<string, Series>;
  /** Some were forgotten: what begins anew may be one of them, and is no sign of a hole. */
  hasForgotten: boolean;
  /** Whose source it is: where it was first said. */
  venue: string | null;
}

/** Everything that came, as plain data. */
export interface SequenceSoFar {
  readonly sources: ReadonlyMap<string, Epochs>;
  readonly hasForgotten: boolean;
}

/**
 * Which numbers came, per source and epoch: finds duplicates and holes. Order does not matter. Memory
 * is bounded: past the bounds the longest silent epoch of the source and the longest silent source are forgotten, so that
 * a source with ever new epochs (as notices about sources are numbered) takes nothing from the others; and the two oldest holes become one, so that
 * nothing that is missing ever counts as come. A number in forgotten ground, or between two such holes, is taken as new, which is safe: a fact that
 * comes twice changes nothing (D4).
 */
export class Sequence {
  readonly #bounds: SequenceBounds;
  /** The source heard last is last. */
  readonly #sources = new Map<string, Epochs>();
  #hasForgotten = false;

  constructor(bounds: SequenceBounds = BOUNDS) {
    this.#bounds = bounds;
  }

  get soFar(): SequenceSoFar {
    return { sources: this.#sources, hasForgotten: this.#hasForgotten };
  }

  takeUp({ sources, hasForgotten }: SequenceSoFar): void {
    for (const [source, epochs] of sources) this.#sources.set(source, epochs);
    this.#hasForgotten = hasForgotten;
  }

  /** The newest epoch of each source. */
  *newest(): Iterable<readonly [source: string, epoch: string]> {
    for (const [source, { series }] of this.#sources) yield [source, [...series.keys()].at(-1)!];
  }

  note({ source, epoch, seq }: Origin): Noted {
    const series = this.#seriesOf(source, epoch, seq);
    const gap = ({ from, to }: Hole): Gap => ({ source, epoch, from, to });
    if (seq > series.highest) {
      const hole = this.#openUpTo(series, seq - 1);
      series.highest = seq;
      return this.#noted(source, { opened: hole === null ? null : gap(hole) });
    }
    const index = holeAt(series.holes, seq);
    if (index < 0) return this.#noted(source, { duplicate: seq > series.forgotten });
    const closed = fill(series.holes, index, seq);
    this.#keepBound(series.holes);
    return this.#noted(source, { closed: closed === null ? null : gap(closed) });
  }

  /** Numbers up to this one were there once: what has not come of them is missing. */
  cameTo({ source, epoch, seq }: Origin): Noted {
    const hole = this.#openUpTo(this.#seriesOf(source, epoch, seq), seq);
    return this.#noted(source, { opened: hole === null ? null : { source, epoch, ...hole } });
  }

  /** This number or a higher one came, or is known to be missing. */
  hasComeTo(source: string, epoch: string, seq: number): boolean {
    return (this.#sources.get(source)?.series.get(epoch)?.highest ?? 0) >= seq;
  }

  /** The venue that a source belongs to; null while it is nobody's. */
  venueOf(source: string): string | null {
    return source === SYSTEM_SOURCE ? SYSTEM_VENUE : (this.#sources.get(source)?.venue ?? null);
  }

  /** A source that has been noted belongs to a venue from now on; the first one keeps it. */
  belongsTo(source: string, venue: string): void {
    const epochs = this.#sources.get(source);
    if (epochs !== undefined) epochs.venue ??= venue;
  }

  /** All numbers that are missing now, by source in the order they were last heard. */
  openGaps(): Gap[] {
    const gaps: Gap[] = [];
    for (const [source, { series }] of this.#sources)
      for (const [epoch, { holes }] of series)
        for (const { from, to } of holes) gaps.push({ source, epoch, from, to });
    return gaps;
  }

  /** What a venue's outbox need not send again. */
  came(source: string, epoch: string): Came {
    const series = this.#sources.get(source)?.series.get(epoch);
    if (series === undefined) return { seq: 0 };
    const { holes, highest } = series;
    if (holes[0] === undefined) return { seq: highest };
    const beyond = holes.map(({ to }, index): [number, number] => [
      to + 1,
      (holes[index + 1]?.from ?? highest + 1) - 1,
    ]);
    return { seq: holes[0].from - 1, beyond: beyond.filter(([from, to]) => from <= to) };
  }

  #noted(source: string, what: Partial<Noted>): Noted {
    let complete = true;
    for (const { holes } of this.#sources.get(source)!.series.values()) complete &&= holes.length === 0;
    return { duplicate: false, opened: null, closed: null, complete, ...what };
  }

  #seriesOf(source: string, epoch: string, seq: number): Series {
    const epochs = this.#epochsOf(source);
    let series = epochs.series.get(epoch);
    if (series === undefined) {
      const isNew = !epochs.hasForgotten && !this.#hasForgotten;
      series = { highest: isNew ? 0 : seq - 1, holes: [], forgotten: isNew ? 0 : seq - 1 };
    }
    if (keepNewest(epochs.series, epoch, series, this.#bounds.epochsPerSource)) epochs.hasForgotten = true;
    return series;
  }

  #epochsOf(source: string): Epochs {
    const epochs = this.#sources.get(source) ?? { series: new Map(), hasForgotten: false, venue: null };
    if (keepNewest(this.#sources, source, epochs, this.#bounds.sources)) this.#hasForgotten = true;
    return epochs;
  }

  /** What has not come up to there is a hole. */
  #openUpTo(series: Series, to: number): Hole | null {
    const hole = { from: series.highest + 1, to };
    if (hole.to < hole.from) return null;
    series.highest = to;
    series.holes.push(hole);
    this.#keepBound(series.holes);
    return hole;
  }

  #keepBound(holes: Hole[]): void {
    while (holes.length > this.#bounds.holesPerSeries) {
      const [oldest, next] = holes.splice(0, 2) as [Hole, Hole];
      holes.unshift({ from: oldest.from, to: next.to });
    }
  }
}

/** Index of the hole that `seq` is in; -1 when it is in none. */
function holeAt(holes: readonly Hole[], seq: number): number {
  let low = 0;
  let high = holes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const hole = holes[middle]!;
    if (seq < hole.from) high = middle - 1;
    else if (seq > hole.to) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** Takes `seq` out of the hole; the hole, when nothing of it is left. */
function fill(holes: Hole[], index: number, seq: number): Hole | null {
  const { from, to } = holes[index]!;
  const rest = [
    { from, to: seq - 1 },
    { from: seq + 1, to },
  ].filter((hole) => hole.from <= hole.to);
  holes.splice(index, 1, ...rest);
  return rest.length === 0 ? { from, to } : null;
}

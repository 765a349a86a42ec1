import type { Document } from '../model/document.ts';
import { isNewerEpoch } from '../model/epoch.ts';
import { isAfter, type Position } from '../model/position.ts';
import type { Gap } from '../model/server-words.ts';

/** Versions of one channel that may wait for what is before them; what comes beyond is asked for again later. */
const AHEAD_MAX = 64;

/** What an edge said it cannot give; per edge the newest so many are remembered. */
const GAPS_MAX = 16;

/** What the caller is shown next, in order. */
export type Shown = { readonly document: Document } | { readonly gap: Gap };

/**
 * One channel in mode `every` over several edges (SC7): each version once, in order, without a hole. The first copy
 * wins; a version that comes ahead waits until another edge, or the same one asked again, brings what is between.
 */
export class EveryOrder {
  #position: Position | null;
  #shown: Document | null = null;
  #ahead: Document[] = [];
  /** Known to exist in the current epoch. */
  #wanted = 0;
  readonly #gaps = new Map<number, Gap[]>();

  /** `after`: where the caller stands already; null: it begins with what comes first. */
  constructor(after: Position | null = null) {
    this.#position = after;
  }

  get position(): Position | null {
    return this.#position;
  }

  /** The newest version that was shown. */
  get document(): Document | null {
    return this.#shown;
  }

  /** Something is known to exist that cannot be shown, because something before it is not there. */
  get hasHole(): boolean {
    return this.#ahead.length > 0 || (this.#position !== null && this.#wanted > this.#position.version);
  }

  /** A version, proved by its hash. */
  take(document: Document): Shown[] {
    const at = this.#position;
    if (at === null) return this.#show(document);
    if (this.#isAhead(document)) return [];
    if (!isAfter(document, at)) return [];
    if (
      document.epoch === at.epoch
        ? document.version === at.version + 1
        : document.version === 1 && !this.hasHole
    )
      return this.#show(document);
    if (this.#ahead.length < AHEAD_MAX) this.#ahead.push(document);
    else this.exists(document);
    return [];
  }

  /** An edge has this version. */
  exists({ epoch, version }: Position): void {
    if (epoch === this.#position?.epoch) this.#wanted = Math.max(this.#wanted, version);
  }

  /** The edge cannot give these versions (SC8). */
  cannot(edge: number, gap: Gap): void {
    const gaps = this.#gaps.get(edge) ?? [];
    gaps.push(gap);
    if (gaps.length > GAPS_MAX) gaps.shift();
    this.#gaps.set(edge, gaps);
  }

  /** The edge can be asked for what comes next: it has not said that it cannot give that. */
  canAsk(edge: number): boolean {
    const at = this.#position;
    if (at === null) return true;
    const next = at.version + 1;
    return !(this.#gaps.get(edge) ?? []).some(({ epoch, from, to }) =>
      epoch === at.epoch
        ? from <= next && (to === null || to >= next)
        : this.#ahead.some((document) => document.epoch === epoch),
    );
  }

  /** A new connection to the edge: it may be able to give more. */
  lost(edge: number): void {
    this.#gaps.delete(edge);
  }

  /** No edge can give what is missing: says so, and goes on with what is there. Nothing when nothing is there. */
  giveUp(): Shown[] {
    const at = this.#position;
    if (at === null) return [];
    const epoch = this.#lowest(at.epoch) === null ? (newestOf(this.#ahead)?.epoch ?? null) : at.epoch;
    if (epoch === null) return [];
    const first = this.#lowest(epoch)!;
    const gap = { epoch, from: 1, to: first - 1 };
    this.#moveTo({ epoch, version: first - 1 });
    const following = this.#show(this.#nextAhead()!);
    if (epoch === at.epoch) return [{ gap: { ...gap, from: at.version + 1 } }, ...following];
    // An edge that followed into the epoch says what it lacks of it; one that was asked later, of the epoch before.
    if (this.#isSaid(gap)) return [{ gap }, ...following];
    return [{ gap: { epoch: at.epoch, from: at.version + 1, to: null } }, ...following];
  }

  /** This, and whatever waited for it. */
  #show(first: Document): Shown[] {
    const shown: Shown[] = [];
    let next: Document | null = first;
    while (next !== null) {
      this.#moveTo(next);
      this.#shown = next;
      shown.push({ document: next });
      next = this.#nextAhead();
    }
    return shown;
  }

  #moveTo({ epoch, version }: Position): void {
    const at = { epoch, version };
    if (this.#position?.epoch !== epoch) this.#wanted = 0;
    this.#position = at;
    this.#ahead = this.#ahead.filter((document) => isAfter(document, at));
  }

  /** What waited and is next now: the following version, or the first of another epoch when nothing is missing. */
  #nextAhead(): Document | null {
    const { epoch, version } = this.#position!;
    const next = this.#ahead.find((document) => document.epoch === epoch && document.version === version + 1);
    if (next !== undefined) return next;
    if (this.#wanted > version || this.#lowest(epoch) !== null) return null;
    return newestOf(this.#ahead.filter((document) => document.version === 1));
  }

  #isAhead({ epoch, version }: Document): boolean {
    return this.#ahead.some((document) => document.epoch === epoch && document.version === version);
  }

  #isSaid({ epoch, to }: { readonly epoch: string; readonly to: number }): boolean {
    return [...this.#gaps.values()]
      .flat()
      .some((gap) => gap.epoch === epoch && gap.from === 1 && gap.to !== null && gap.to >= to);
  }

  #lowest(epoch: string): number | null {
    const versions = this.#ahead.filter((document) => document.epoch === epoch).map(({ version }) => version);
    return versions.length === 0 ? null : Math.min(...versions);
  }
}

/** Of the newest epoch. */
function newestOf(documents: readonly Document[]): Document | null {
  const newest = (one: Document | null, other: Document): Document =>
    one === null || isNewerEpoch(other.epoch, one.epoch) ? other : one;
  return documents.reduce(newest, null);
}

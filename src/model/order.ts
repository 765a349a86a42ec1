/**
 * What follows from the order of a list: rank, shared rank, gap to the leader. It is not stored, hashed or sent in deltas, so
 * that "everybody below moves down by one" is no change of theirs; a whole document says it, and a reader derives it.
 */
import { formatDecimal, parseDecimal } from './decimal.ts';
import type { Shaped } from './shape/field.ts';
import type { HEADER } from './shape/header.ts';
import type { ROW } from './shape/table.ts';
import { gapText } from './time-text.ts';

export interface Derived {
  readonly rank: number | null;
  readonly rankEqual: boolean;
  readonly diff: string | null;
}

type Header = Shaped<typeof HEADER>;
export type Gap = NonNullable<Header['gap']>;

/** What of a row is looked at. */
type Row = Pick<Shaped<typeof ROW>, 'mark' | 'place'>;
type Place = NonNullable<Row['place']>;

/** Goes through the rows of a list from the top. */
export class Order {
  readonly #gap: Gap | undefined;
  #leader: number | null = null;
  #isFirst = true;
  /** Of the row above, and the next one that is free. */
  #rank = 0;
  #free = 1;

  constructor({ gap }: Pick<Header, 'gap'>) {
    this.#gap = gap;
  }

  copy(): Order {
    const copy = new Order({ ...(this.#gap === undefined ? {} : { gap: this.#gap }) });
    copy.#leader = this.#leader;
    copy.#isFirst = this.#isFirst;
    copy.#rank = this.#rank;
    copy.#free = this.#free;
    return copy;
  }

  /** What rows from here on depend on: where it is the same they say the same. */
  get state(): string {
    return `${this.#rank}|${this.#free}|${this.#isFirst}|${this.#leader}|${this.#gap?.as}${this.#gap?.decimals}`;
  }

  /** `below`: the next row, whose tie makes this rank a shared one. */
  next({ mark, place }: Row, below: Row | undefined): Derived {
    const isLeader = this.#isFirst || place!.leads === true;
    this.#isFirst = false;
    if (isLeader) this.#leader = place!.ranked && place!.givenDiff === undefined ? valueIn(mark) : null;
    return {
      rank: place!.ranked ? this.#ranked(place!) : this.#passed(),
      rankEqual: place!.ranked && (place!.tied || place!.givenEqual === true || below?.place?.tied === true),
      diff: place!.givenDiff ?? (isLeader || !place!.ranked ? null : this.#diff(mark)),
    };
  }

  /** Nobody who comes behind gets the place of one who has none. */
  #passed(): null {
    this.#free += 1;
    return null;
  }

  #ranked({ tied, givenRank }: Place): number {
    if (givenRank !== undefined) {
      this.#rank = givenRank;
      this.#free = givenRank + 1;
    } else {
      if (!tied || this.#rank === 0) this.#rank = this.#free;
      this.#free += 1;
    }
    return this.#rank;
  }

  /** Nobody who has an IRM is behind somebody, nor is one with a better time who was put back. */
  #diff(mark: Row['mark']): string | null {
    const value = valueIn(mark);
    if (this.#gap === undefined || this.#leader === null || value === null) return null;
    if (mark!.irm !== null) return null;
    const difference = value - this.#leader;
    if (this.#gap.as === 'TIME') return difference < 0 ? null : gapText(difference, this.#gap.decimals);
    return difference === 0 ? null : formatDecimal(difference, this.#gap.decimals);
  }
}

const valueIn = (mark: Row['mark']): number | null =>
  mark?.value === undefined ? null : parseDecimal(mark.value);

/** Rows whose ranks somebody gave: their places say what the order does not. */
export function withPlaces<R extends Row>(
  given: readonly { readonly row: R; readonly rank: number | null; readonly rankEqual: boolean }[],
): R[] {
  const places = placesOf(given);
  return given.map(({ row }, index) => {
    const { givenRank: _, givenEqual: __, ...place } = row.place!;
    return { ...row, place: { ...place, ...places[index]! } };
  });
}

/** What has to be stored of places so that they are derived again; in the order of the rows. */
export function placesOf(
  given: readonly { readonly rank: number | null; readonly rankEqual: boolean }[],
): Pick<Place, 'ranked' | 'tied' | 'givenRank' | 'givenEqual'>[] {
  let free = 1;
  return given.map(({ rank, rankEqual }, index) => {
    if (rank === null) {
      free += 1;
      return { ranked: false, tied: false };
    }
    const tied = given[index - 1]?.rank === rank;
    const isSaid = tied || rank === free;
    free = tied ? free + 1 : rank + 1;
    const isSeen = tied || given[index + 1]?.rank === rank;
    return {
      ranked: true,
      tied,
      ...(isSaid ? {} : { givenRank: rank }),
      ...(rankEqual && !isSeen ? { givenEqual: true } : {}),
    };
  });
}

import { LastKnown } from '../broker/last-known.ts';

/** Where the broker stored a fact. */
export interface StoredPlace {
  readonly at: number;
  /** `<epoch>:<seq>` of the fact: its message id behind the source. */
  readonly fact: string;
}

/** Everything that was said up to this number of the epoch, and in epochs before it, is stored at this place or one before it. */
export interface StoredMark extends StoredPlace {
  readonly epoch: string;
  readonly seq: number;
}

const MARKS_MAX = 1_000;

/**
 * What the broker acknowledged, and where. A broker that comes back with less has lost the end of its stream: as long as the fact
 * at the newest place is still there, so is all that was stored before it. A number alone would not do, since others may have
 * filled the places again.
 */
export class StoredPlaces extends LastKnown<StoredPlace> {
  #marks: StoredMark[] = [];

  get marks(): readonly StoredMark[] {
    return this.#marks;
  }

  /** All up to here is acknowledged. Gives the mark when there is a newer place than at the last one. */
  mark(epoch: string, seq: number): StoredMark | null {
    const { newest } = this;
    if (this.isInDoubt || newest === null || newest.at === this.#marks.at(-1)?.at) return null;
    const mark = { epoch, seq, ...newest };
    this.recall(mark);
    return mark;
  }

  /** What was marked by a program before this one. */
  recall(mark: StoredMark): void {
    this.#marks.push(mark);
    this.saw(mark);
    // Without the oldest ones more than necessary is sent again, and never less.
    if (this.#marks.length > MARKS_MAX) this.#marks = this.#marks.slice(MARKS_MAX / 2);
  }

  /** The newest mark whose fact is still in its place; null for none: everything has to be sent again. */
  async newestThat(isThere: (place: StoredPlace) => Promise<boolean>): Promise<StoredMark | null> {
    const marks = this.#marks;
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (await isThere(marks[middle]!)) low = middle + 1;
      else high = middle;
    }
    return marks[low - 1] ?? null;
  }

  override goBackTo(mark: StoredMark | null): void {
    this.#marks = mark === null ? [] : this.#marks.slice(0, this.#marks.indexOf(mark) + 1);
    super.goBackTo(mark);
  }
}

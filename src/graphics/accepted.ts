/** Which version is on air: a correction of it may have to wait until an operator accepts it. */
import { channelOf, type Document } from '../model/document.ts';
import { isAfter, type Position } from '../model/position.ts';

/** Who waits for longer gets to the newest all the same: of those before it some are not remembered. */
const LATER_MOST = 100;

export class Accepted {
  #shown: Document | null = null;
  /** What came behind it and waits, in its order. */
  #later: Document[] = [];
  #upTo: Position | null = null;

  get shown(): Document | null {
    return this.#shown;
  }

  /** The newest that waits; null: none does. */
  get waiting(): Document | null {
    return this.#later.at(-1) ?? null;
  }

  /** What may be shown now that this has come. `mustWait`: while it is on air, and the operator has set it so. */
  take(newest: Document | null, mustWait: boolean): Document | null {
    const before = this.#shown;
    // What was accepted of another unit says nothing of this one.
    if (newest !== null && before !== null && !isOfSameChannel(newest, before)) this.#upTo = null;
    if (newest === null || !mustWait || this.#isAccepted(newest) || mayFollow(this.#shown, newest)) {
      this.#shown = newest;
      this.#later = [];
    } else if (isAfter(newest, this.waiting ?? this.#shown!)) {
      this.#later.push(newest);
      if (this.#later.length > LATER_MOST) this.#later.shift();
    }
    return this.#shown;
  }

  /** From here on what came last is shown, or what comes up to a version; what is later than that waits on, where it has to. */
  accept(upTo: Position | null): void {
    this.#upTo = upTo ?? this.waiting;
    for (const each of this.#later.splice(0)) this.take(each, true);
  }

  #isAccepted(version: Document): boolean {
    return this.#upTo !== null && !isAfter(version, this.#upTo) && isAfter(version, this.#shown ?? NOTHING);
  }
}

/** Before every version. */
const NOTHING: Position = { epoch: '', version: 0 };

/**
 * May the one be shown in place of the other without a word? What was announced may not be taken back by it: where versions between them were not
 * seen nobody knows that, so it waits, too.
 */
function mayFollow(shown: Document | null, newest: Document): boolean {
  if (shown === null || shown === newest) return true;
  if (!isOfSameChannel(shown, newest)) return true;
  // What comes once more.
  if (isAfter(shown, newest)) return false;
  if (!ANNOUNCED.includes(shown.header.status) || shown.hash === newest.hash) return true;
  const isNext = newest.epoch === shown.epoch && newest.version === shown.version + 1;
  return isNext && newest.correction === null;
}

const isOfSameChannel = ({ header: one }: Document, { header: other }: Document): boolean =>
  channelOf(one) === channelOf(other);

const ANNOUNCED: readonly string[] = ['UNOFFICIAL', 'OFFICIAL'];

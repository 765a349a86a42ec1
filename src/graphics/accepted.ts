/** Which version is on air: a correction of it may have to wait until an operator accepts it. */
import { channelOf, type Document } from '../model/document.ts';

export class Accepted {
  #shown: Document | null = null;
  #newest: Document | null = null;

  /** Something newer waits. */
  get waits(): boolean {
    return this.#shown !== this.#newest;
  }

  /** What may be shown of what came last. `mustWait`: while it is on air, and the operator has set it so. */
  take(newest: Document | null, mustWait: boolean): Document | null {
    this.#newest = newest;
    if (!mustWait || mayFollow(this.#shown, newest)) this.#shown = newest;
    return this.#shown;
  }

  /** From here on what came last is shown. */
  accept(): void {
    this.#shown = this.#newest;
  }
}

/**
 * May the one be shown in place of the other without a word? What was announced may not be taken back by it: where versions between them were not
 * seen nobody knows that, so it waits, too.
 */
function mayFollow(shown: Document | null, newest: Document | null): boolean {
  if (shown === null || newest === null || shown === newest) return true;
  if (channelOf(shown.header) !== channelOf(newest.header)) return true;
  if (!ANNOUNCED.includes(shown.header.status) || shown.hash === newest.hash) return true;
  const isNext = newest.epoch === shown.epoch && newest.version === shown.version + 1;
  return isNext && newest.correction === null;
}

const ANNOUNCED: readonly string[] = ['UNOFFICIAL', 'OFFICIAL'];

import type { Timing } from '../../timing.ts';
import { WrittenTimes } from './written-times.ts';

/** Of the time that the last writing took; so long at most what follows at once is collected. */
const SHARE = 0.5;
const PATIENCE_MS_MAX = 5;
/** As much time as the writing took is for screens that arrive, up to this. */
const DOOR_MS_MAX = 200;

export interface TickWork {
  /** Chooses the frames of what has come; `isWritten`: at once. */
  choose(isWritten: boolean): void;
  /** So much is chosen that no more can be: writing is not put off. */
  readonly isFull: boolean;
  /** Hands everything that was chosen to the sockets. */
  write(): void;
}

/**
 * When things are written. What arrives in one turn of the event loop goes out together, at its end. Writing to
 * thousands of sockets takes milliseconds, and then more has often come: as long as every further turn
 * brings something new, it is collected for up to half the time that the last writing took, so that under load a socket
 * is written to less often and gets more at once. A turn that brings nothing ends the waiting.
 *
 * Node takes one connection in a turn of the event loop (libuv since 1.45). Where every turn ends with a long writing, those
 * who are at the door come in one by one, ten thousand of them in a minute. So a writing is put off as long as every turn brings
 * another screen, for as long as the last one took: half of the time is theirs.
 */
export class Tick {
  /** From the first thing that waited until all was written. */
  readonly writtenTimes = new WrittenTimes();
  readonly #timing: Timing;
  readonly #work: TickWork;
  /** Since when something waits to be sent; null: nothing does. */
  #waitingSince: number | null = null;
  #isSoon = false;
  #hasNew = false;
  /** On the clock of `elapsed`. */
  #notBefore = 0;
  #hasArrived = false;
  #doorUntil = 0;

  constructor(timing: Timing, work: TickWork) {
    this.#timing = timing;
    this.#work = work;
  }

  /** There is something to be sent. */
  due(): void {
    this.#hasNew = true;
    this.#waitingSince ??= this.#timing.elapsed();
    this.#endSoon();
  }

  /** Another screen has connected. */
  arrived(): void {
    this.#hasArrived = true;
  }

  #endSoon(): void {
    if (this.#isSoon) return;
    this.#isSoon = true;
    this.#timing.soon(() => this.#end());
  }

  #end(): void {
    this.#isSoon = false;
    const hadNew = this.#hasNew;
    const hadArrival = this.#hasArrived;
    const began = this.#timing.elapsed();
    const isPutOff = (hadNew && began < this.#notBefore) || (hadArrival && began < this.#doorUntil);
    this.#work.choose(!isPutOff);
    this.#hasNew = false;
    this.#hasArrived = false;
    if (isPutOff && !this.#work.isFull) {
      this.#endSoon();
      return;
    }
    this.#work.write();
    const ended = this.#timing.elapsed();
    if (this.#waitingSince !== null) this.writtenTimes.note(ended - this.#waitingSince, ended);
    this.#waitingSince = null;
    this.#doorUntil = ended + Math.min(ended - began, DOOR_MS_MAX);
    this.#notBefore = ended + Math.min((ended - began) * SHARE, PATIENCE_MS_MAX);
  }
}

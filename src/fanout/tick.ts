import type { Timing } from './timing.ts';

/** Of the time that the last writing took; so long at most what follows at once is collected. */
const SHARE = 0.5;
const PATIENCE_MS_MAX = 5;

export interface TickWork {
  /** Chooses the frames of what has come. */
  choose(): void;
  /** Hands everything that was chosen to the sockets. */
  write(): void;
}

/**
 * When things are written. What arrives in one turn of the event loop goes out together, at its end. Writing to
 * thousands of sockets takes milliseconds, and then more has often come: as long as every further turn
 * brings something new, it is collected for up to half the time that the last writing took, so that under load a socket
 * is written to less often and gets more at once. A turn that brings nothing ends the waiting.
 */
export class Tick {
  readonly #timing: Timing;
  readonly #work: TickWork;
  #isSoon = false;
  #hasNew = false;
  /** On the clock of `elapsed`. */
  #notBefore = 0;

  constructor(timing: Timing, work: TickWork) {
    this.#timing = timing;
    this.#work = work;
  }

  /** There is something to be sent. */
  due(): void {
    this.#hasNew = true;
    this.#endSoon();
  }

  #endSoon(): void {
    if (this.#isSoon) return;
    this.#isSoon = true;
    this.#timing.soon(() => this.#end());
  }

  #end(): void {
    this.#isSoon = false;
    const hadNew = this.#hasNew;
    this.#work.choose();
    this.#hasNew = false;
    const began = this.#timing.elapsed();
    if (hadNew && began < this.#notBefore) {
      this.#endSoon();
      return;
    }
    this.#work.write();
    const ended = this.#timing.elapsed();
    this.#notBefore = ended + Math.min((ended - began) * SHARE, PATIENCE_MS_MAX);
  }
}

import type { Timing } from '../../timing.ts';

/** Someone who was sent an update and may not be sent the next one before a time. */
export interface Resting {
  rested(now: number): void;
}

/** Served followers at the front of the queue that are kept before it is cut. */
const SERVED_KEPT = 1_024;

/**
 * All followers that rest equally long after an update (SC10). Who began first is done first, so a queue
 * and one timer do for any number of them, and an update costs two numbers in it.
 */
export class Pace {
  readonly restMs: number;
  readonly #timing: Timing;
  readonly #whenEmpty: () => void;
  #resting: Resting[] = [];
  #until: number[] = [];
  #served = 0;

  constructor(restMs: number, timing: Timing, whenEmpty: () => void) {
    this.restMs = restMs;
    this.#timing = timing;
    this.#whenEmpty = whenEmpty;
  }

  /** Gives back when the rest ends; `rested` is called then. */
  rest(follower: Resting): number {
    const until = this.#timing.now() + this.restMs;
    this.#resting.push(follower);
    this.#until.push(until);
    if (this.#resting.length - this.#served === 1) this.#wakeAt(until);
    return until;
  }

  #wakeAt(at: number): void {
    this.#timing.after(Math.max(1, at - this.#timing.now()), () => this.#wake());
  }

  #wake(): void {
    const now = this.#timing.now();
    while (this.#served < this.#until.length && this.#until[this.#served]! <= now) {
      const follower = this.#resting[this.#served]!;
      this.#served += 1;
      follower.rested(now);
    }
    this.#cut();
    const next = this.#until[this.#served];
    if (next === undefined) this.#whenEmpty();
    else this.#wakeAt(next);
  }

  #cut(): void {
    if (this.#served < this.#until.length && this.#served < SERVED_KEPT) return;
    this.#resting.splice(0, this.#served);
    this.#until.splice(0, this.#served);
    this.#served = 0;
  }
}

/** One pace for each length of rest that is in use. */
export class Paces {
  readonly #timing: Timing;
  readonly #paces = new Map<number, Pace>();

  constructor(timing: Timing) {
    this.#timing = timing;
  }

  of(restMs: number): Pace {
    let pace = this.#paces.get(restMs);
    if (pace === undefined) {
      pace = new Pace(restMs, this.#timing, () => this.#paces.delete(restMs));
      this.#paces.set(restMs, pace);
    }
    return pace;
  }
}

/** How long a follower rests after an update so that there are at most so many a second; 0: not at all. */
export const restMsOf = (ratePerSecond: number): number =>
  ratePerSecond === 0 ? 0 : Math.ceil(1_000 / ratePerSecond);

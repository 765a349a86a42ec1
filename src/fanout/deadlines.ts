import type { Timing } from '../timing.ts';

/** Someone who has to be looked after at a time. */
export interface Dutiful {
  isDue(now: number): boolean;
  tick(now: number): void;
}

/** A keep-alive is a write to a socket: so many take less than a millisecond. */
const AT_ONCE = 64;

/**
 * Looks after the deadlines of all screens, a few in each turn of the event loop: thousands of keep-alives that
 * are due in one moment do not stand in the way of an update.
 */
export class Deadlines {
  readonly #timing: Timing;
  readonly #all: Iterable<Dutiful>;
  readonly #begin: () => void;
  readonly #stop: () => void;
  #isUnderWay = false;

  /** `begin`: called before each round. */
  constructor(timing: Timing, everyMs: number, all: Iterable<Dutiful>, begin: () => void) {
    this.#timing = timing;
    this.#all = all;
    this.#begin = begin;
    this.#stop = timing.every(everyMs, () => this.#look());
  }

  stop(): void {
    this.#stop();
  }

  #look(): void {
    if (this.#isUnderWay) return;
    this.#begin();
    const now = this.#timing.now();
    const due: Dutiful[] = [];
    for (const each of this.#all) if (each.isDue(now)) due.push(each);
    this.#isUnderWay = true;
    this.#some(due, 0);
  }

  #some(due: readonly Dutiful[], from: number): void {
    const now = this.#timing.now();
    const until = Math.min(from + AT_ONCE, due.length);
    for (let index = from; index < until; index += 1) due[index]!.tick(now);
    if (until < due.length) this.#timing.soon(() => this.#some(due, until));
    else this.#isUnderWay = false;
  }
}

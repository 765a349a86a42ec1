import type { Timing } from '../../timing.ts';
import type { Cohort } from './cohort.ts';
import { Tick, type TickWork } from './tick.ts';

/** A screen that has something to be sent which is not for a whole cohort. */
export interface Flushed {
  /** Writes what the socket takes. */
  flush(): void;
  /** Joins others who have the same, once it is current. */
  fallIn(): void;
}

/** Sockets of one cohort that are written to before the next cohort has its turn: well under a millisecond. */
const SLICE = 32;

/**
 * Who has something to be sent, and in which order it is written. Cohorts and single screens take turns, a slice of each in
 * proportion to its size, so that no format waits until another one is written, and nobody's turn depends on what others take.
 */
export class Dispatcher implements TickWork {
  readonly #tick: Tick;
  readonly #cohorts = new Set<Cohort>();
  #screens: Flushed[] = [];

  constructor(timing: Timing) {
    this.#tick = new Tick(timing, this);
  }

  cohortDue(cohort: Cohort): void {
    this.#cohorts.add(cohort);
    this.#tick.due();
  }

  /** Once for each time that the screen has got something. */
  screenDue(screen: Flushed): void {
    this.#screens.push(screen);
    this.#tick.due();
  }

  /** Another screen has connected. */
  arrived(): void {
    this.#tick.arrived();
  }

  /** From a version's arrival until it was written to the last socket, the 99th of 100 of the last minute; null: nothing was written. */
  writtenP99Ms(now: number): number | null {
    return this.#tick.writtenTimes.p99(now);
  }

  get isFull(): boolean {
    for (const { isFull } of this.#cohorts) if (isFull) return true;
    return false;
  }

  /** What is written at once is chosen when it is its turn: nobody waits until all formats are encoded. */
  choose(isWritten: boolean): void {
    if (!isWritten) for (const cohort of this.#cohorts) cohort.choose();
  }

  write(): void {
    let flushed: Flushed[] = [];
    while (this.#cohorts.size > 0 || this.#screens.length > 0) {
      const screens = this.#screens;
      this.#screens = [];
      this.#writeInTurns(screens);
      flushed = flushed.concat(screens);
      for (const cohort of this.#cohorts)
        if (cohort.isCurrent || cohort.size === 0) this.#cohorts.delete(cohort);
    }
    // Now that all cohorts are current.
    for (const screen of flushed) screen.fallIn();
  }

  /** What is cheap to make comes first in each turn. */
  #writeInTurns(screens: readonly Flushed[]): void {
    const cohorts = [...this.#cohorts].sort((one, other) => costOf(one) - costOf(other));
    const largest = cohorts.reduce((most, { size }) => Math.max(most, size), screens.length);
    const turns = Math.max(1, Math.ceil(largest / SLICE));
    const perTurn = Math.ceil(screens.length / turns);
    for (let turn = 0; turn < turns; turn += 1) {
      for (const cohort of cohorts) {
        if (turn === 0) cohort.choose();
        cohort.writeSome(Math.ceil(cohort.size / turns));
      }
      const until = Math.min((turn + 1) * perTurn, screens.length);
      for (let index = turn * perTurn; index < until; index += 1) screens[index]!.flush();
    }
  }
}

/** Rows and deltas are joined from bytes that are there; a whole XML document is long, and deflating is work. */
const costOf = ({ wire: { format, packing } }: Cohort): number =>
  format === 'odf' || packing === 'deflated' ? 1 : 0;

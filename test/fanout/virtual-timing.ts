import type { Timing } from '../../src/timing.ts';

interface Alarm {
  at: number;
  readonly every: number | null;
  readonly run: () => void;
}

/** A clock that the test moves. `soon` runs when the test lets a tick end. */
export class VirtualTiming implements Timing {
  #now = Date.UTC(2024, 5, 9, 20, 0, 0);
  #alarms = new Set<Alarm>();
  #soon: (() => void)[] = [];

  now(): number {
    return this.#now;
  }

  /** Milliseconds that work seems to take are added by the test. */
  worked = 0;

  elapsed(): number {
    return this.#now + this.worked;
  }

  soon(run: () => void): void {
    this.#soon.push(run);
  }

  every(ms: number, run: () => void): () => void {
    return this.#set({ at: this.#now + ms, every: ms, run });
  }

  after(ms: number, run: () => void): () => void {
    return this.#set({ at: this.#now + ms, every: null, run });
  }

  /** Lets promises settle and ends ticks until nothing is left to run now. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      const due = this.#soon.splice(0);
      for (const run of due) run();
      if (due.length > 0) quiet = -1;
    }
  }

  /** Lets promises settle and ends one turn of the event loop. */
  async turn(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    for (const run of this.#soon.splice(0)) run();
  }

  /** The process has no time: whatever has become due meanwhile runs once, late. */
  async heldUp(ms: number): Promise<void> {
    this.#now += ms;
    for (const alarm of [...this.#alarms].filter(({ at }) => at <= this.#now)) {
      if (alarm.every === null) this.#alarms.delete(alarm);
      else alarm.at = this.#now + alarm.every;
      alarm.run();
    }
    await this.settle();
  }

  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      const next = [...this.#alarms]
        .filter(({ at }) => at <= until)
        .sort((one, other) => one.at - other.at)[0];
      if (next === undefined) break;
      this.#now = Math.max(this.#now, next.at);
      if (next.every === null) this.#alarms.delete(next);
      else next.at += next.every;
      next.run();
      await this.settle();
    }
    this.#now = until;
    await this.settle();
  }

  #set(alarm: Alarm): () => void {
    this.#alarms.add(alarm);
    return () => void this.#alarms.delete(alarm);
  }
}

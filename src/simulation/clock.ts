import { nextTick } from 'node:process';
import type { Timing } from '../timing.ts';

interface Alarm {
  at: number;
  order: number;
  readonly every: number | null;
  readonly run: () => void;
  isOff: boolean;
}

/** Time that passes only when it is told to, by whole milliseconds. What is due in one of them runs in the order in which it was asked for. */
export class SimulatedClock implements Timing {
  #now = Date.UTC(2024, 5, 9, 20, 0, 0);
  #asked = 0;
  /** A heap: the earliest is first. */
  readonly #alarms: Alarm[] = [];
  #soon: (() => void)[] = [];

  now(): number {
    return this.#now;
  }

  elapsed(): number {
    return this.#now;
  }

  soon(run: () => void): void {
    this.#soon.push(run);
  }

  every(ms: number, run: () => void): () => void {
    return this.#set(ms, ms, run);
  }

  after(ms: number, run: () => void): () => void {
    return this.#set(ms, null, run);
  }

  /** Runs everything that is due within this time. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      const next = this.#alarms[0];
      if (next === undefined || next.at > until) break;
      this.#now = Math.max(this.#now, next.at);
      if (this.#ring()) await this.#settle();
    }
    this.#now = until;
    await this.#settle();
  }

  /** What is due in this moment, in one turn, as the machines of a network do it beside each other; false for nothing. */
  #ring(): boolean {
    let hasRun = false;
    const last = this.#asked;
    for (let next = this.#alarms[0]; next !== undefined; next = this.#alarms[0]) {
      if (next.at > this.#now || next.order > last) break;
      this.#take();
      if (next.isOff) continue;
      if (next.every !== null) this.#put(next.at + next.every, next);
      next.run();
      hasRun = true;
    }
    return hasRun;
  }

  async #settle(): Promise<void> {
    while (await this.turn());
  }

  /** Ends one turn of the event loop; false when nothing was left to run in it. */
  async turn(): Promise<boolean> {
    await endOfTurn();
    const due = this.#soon.splice(0);
    for (const run of due) run();
    return due.length > 0;
  }

  #set(ms: number, every: number | null, run: () => void): () => void {
    const alarm = { at: 0, order: 0, every, run, isOff: false };
    this.#put(this.#now + Math.max(0, Math.ceil(ms)), alarm);
    return () => {
      alarm.isOff = true;
    };
  }

  #put(at: number, alarm: Alarm): void {
    this.#asked += 1;
    alarm.at = at;
    alarm.order = this.#asked;
    const heap = this.#alarms;
    let index = heap.push(alarm) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      if (!isBefore(alarm, heap[above]!)) break;
      heap[index] = heap[above]!;
      index = above;
    }
    heap[index] = alarm;
  }

  #take(): void {
    const heap = this.#alarms;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below += 1;
      if (!isBefore(heap[below]!, last)) break;
      heap[index] = heap[below]!;
      index = below;
    }
    heap[index] = last;
  }
}

const isBefore = (one: Alarm, other: Alarm): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** Everything that was promised has run by then: promises come before what is asked for in this way, and nothing here waits for the machine. */
const endOfTurn = (): Promise<void> => new Promise((resolve) => nextTick(resolve));

import { setTimeout as pause } from 'node:timers/promises';
import type { Broker } from '../../src/broker/broker.ts';
import { ResultOutlet } from '../../src/engine/result-outlet.ts';
import { machineMs } from '../support/machine-time.ts';
import { EPOCH, type List } from './race.ts';

/** Publishes versions in the engine's way, of each list in turn. */
export class Publisher {
  readonly #outlet: ResultOutlet;
  readonly #lists: readonly List[];
  /** Rounds over all lists; each has brought one version of each. */
  #rounds = 0;
  #next = 0;
  #isOn = false;
  #done: Promise<void> = Promise.resolve();

  constructor(broker: Broker, lists: readonly List[]) {
    this.#outlet = new ResultOutlet({ broker, epoch: EPOCH, log: SILENT, wait: (ms) => pause(ms) });
    this.#lists = lists;
  }

  /** The number of the newest version, of all lists alike. */
  get published(): number {
    return this.#rounds;
  }

  /** The next version of every list. */
  async round(): Promise<void> {
    for (const _list of this.#lists) this.#publishNext();
    await this.#outlet.settled();
  }

  /** Open loop, from a time of the machine's clock on, until `stop`. */
  begin(dueAt: number, intervalMs: number): void {
    this.#isOn = true;
    this.#done = this.#publishAll(dueAt, intervalMs);
  }

  /** Ends with a whole round. Rejects when there were not enough versions. */
  async stop(): Promise<void> {
    this.#isOn = false;
    await this.#done;
    while (this.#next > 0) this.#publishNext();
    await this.#outlet.settled();
    if (!this.#hasMore) throw new Error(`${this.published} versions of each list were too few`);
  }

  get #hasMore(): boolean {
    return this.#lists.every(({ versions }) => this.#rounds < versions.length);
  }

  async #publishAll(dueAt: number, intervalMs: number): Promise<void> {
    for (let at = dueAt; this.#isOn && this.#hasMore; at += intervalMs) {
      await pause(Math.max(0, at - machineMs()));
      this.#publishNext();
    }
  }

  #publishNext(): void {
    this.#outlet.offer(this.#lists[this.#next]!.versions[this.#rounds]!, `BENCH:1:${this.#rounds}`);
    this.#next += 1;
    if (this.#next < this.#lists.length) return;
    this.#next = 0;
    this.#rounds += 1;
  }
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

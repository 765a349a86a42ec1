import type { Timing } from '../timing.ts';
import { InOrder } from './in-order.ts';

/** A process of a simulated machine: it can stand still, and it can end in the middle of everything. */
export class Program implements Timing {
  /** How far its clock is from the true time, in milliseconds. */
  skewMs = 0;
  readonly #clock: Timing;
  readonly #timers = new Set<() => void>();
  readonly #arrivals = new InOrder(() => this.#state === 'paused');
  #state: 'running' | 'paused' | 'ended' = 'running';

  constructor(clock: Timing) {
    this.#clock = clock;
  }

  get isRunning(): boolean {
    return this.#state === 'running';
  }

  get isEnded(): boolean {
    return this.#state === 'ended';
  }

  /** Runs it, once the program runs again; never when it has ended. */
  run(arrive: () => void): void {
    if (!this.isEnded) this.#arrivals.pass(arrive);
  }

  pause(): void {
    if (this.#state === 'running') this.#state = 'paused';
  }

  goOn(): void {
    if (this.#state !== 'paused') return;
    this.#state = 'running';
    this.#clock.soon(() => this.#arrivals.goOn());
  }

  /** As SIGKILL does it: nothing of it runs any more. */
  end(): void {
    this.#state = 'ended';
    this.#arrivals.forget();
    for (const stop of this.#timers) stop();
    this.#timers.clear();
  }

  now(): number {
    return this.#clock.now() + this.skewMs;
  }

  elapsed(): number {
    return this.#clock.elapsed();
  }

  soon(run: () => void): void {
    this.#clock.soon(() => this.run(run));
  }

  /** A program that stood still is not called for every time that it missed. */
  every(ms: number, run: () => void): () => void {
    let isWaiting = false;
    return this.#track(() =>
      this.#clock.every(ms, () => {
        if (isWaiting) return;
        isWaiting = true;
        this.run(() => {
          isWaiting = false;
          run();
        });
      }),
    );
  }

  readonly after: Timing['after'] = (ms, run) =>
    this.#track((ended) =>
      this.#clock.after(ms, () => {
        ended();
        this.run(run);
      }),
    );

  #track(start: (ended: () => void) => () => void): () => void {
    if (this.#state === 'ended') return () => {};
    const stop = start(() => this.#timers.delete(stopTimer));
    const stopTimer = (): void => {
      stop();
      this.#timers.delete(stopTimer);
    };
    this.#timers.add(stopTimer);
    return stopTimer;
  }
}

import type { Channel } from '../model/document.ts';
import type { After } from './edge-connection.ts';

/**
 * Several edges keep to the rate (SC10) each for itself, so that together they would be too fast: after an update of
 * a channel the next one is shown a rest later, and is then the newest state.
 */
export class Pace {
  readonly #after: After;
  /** Channels that rest, and what ends it; with whether there is something newer by now. */
  readonly #resting = new Map<Channel, { isDue: boolean; stop: () => void }>();
  readonly #show: (channel: Channel) => void;

  constructor(after: After, show: (channel: Channel) => void) {
    this.#after = after;
    this.#show = show;
  }

  /** True when the channel may be shown now; if not, `show` comes when its rest is over. */
  mayShow(channel: Channel, ratePerSecond: number): boolean {
    const resting = this.#resting.get(channel);
    if (resting !== undefined) {
      resting.isDue = true;
      return false;
    }
    if (ratePerSecond > 0) {
      const stop = this.#after(1_000 / ratePerSecond, () => this.#rested(channel));
      this.#resting.set(channel, { isDue: false, stop });
    }
    return true;
  }

  /** The rate is another one: what rests is shown, if there is something newer. */
  restart(): void {
    for (const channel of [...this.#resting.keys()]) this.#rested(channel);
  }

  stop(): void {
    for (const { stop } of this.#resting.values()) stop();
    this.#resting.clear();
  }

  #rested(channel: Channel): void {
    const resting = this.#resting.get(channel);
    if (resting === undefined) return;
    resting.stop();
    this.#resting.delete(channel);
    if (resting.isDue) this.#show(channel);
  }
}

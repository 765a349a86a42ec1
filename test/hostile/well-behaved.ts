import { expect } from 'vitest';
import { Run } from '../../src/conformance/server/run.ts';
import { Screen } from '../../src/conformance/server/screen.ts';
import type { RunningEdge } from '../fanout/running-edge.ts';

/** A screen that does nothing wrong: it gets every update all the while, and each is proved by its hash. */
export class WellBehaved {
  readonly #running: RunningEdge;
  readonly #run: Run;
  readonly #screen: Screen;

  private constructor(running: RunningEdge, run: Run, screen: Screen) {
    this.#running = running;
    this.#run = run;
    this.#screen = screen;
  }

  static async join(running: RunningEdge): Promise<WellBehaved> {
    const run = new Run(30_000);
    const screen = await Screen.join(run, running.edge.streamUrl);
    const { channel } = running.publisher;
    await screen.subscribe({ id: 1, channel, delta: true });
    await screen.until('the document comes', () => screen.last(channel) !== undefined);
    return new WellBehaved(running, run, screen);
  }

  /** Publishes so many versions and waits for each: none is missed, none is wrong. */
  async getsEveryUpdate(times = 1): Promise<void> {
    const { publisher } = this.#running;
    for (let count = 0; count < times; count += 1) {
      const { version, hash } = await publisher.touch();
      const last = () => this.#screen.last(publisher.channel)!;
      await this.#screen.until(`version ${version} comes`, () => last().version === version);
      expect(last().hash).toBe(hash);
    }
    expect(this.#run.complaints).toEqual([]);
  }

  close(): void {
    this.#screen.leave();
  }
}

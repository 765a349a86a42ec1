import { expect } from 'vitest';
import { Subscriber } from '../../src/client/subscriber.ts';
import { openNodeSocket } from '../../src/client/subscriber-node.ts';
import type { Document } from '../../src/model/document.ts';
import type { RunningEdge } from '../fanout/running-edge.ts';
import { until } from '../fanout/running-edge.ts';

/** A screen that does nothing wrong and gets everything all the while; each version is proved by its hash. */
export class WellBehaved {
  readonly versions: number[] = [];
  readonly #running: RunningEdge;
  readonly #subscriber: Subscriber;
  #newest: Document | null = null;

  constructor(running: RunningEdge) {
    this.#running = running;
    this.#subscriber = new Subscriber({ url: running.edge.streamUrl, openSocket: openNodeSocket });
    this.#subscriber.follow(running.publisher.channel, (document) => {
      this.versions.push(document.version);
      this.#newest = document;
    });
  }

  /** Publishes so many versions one by one and waits for each: none is missed, none is late by another's fault. */
  async getsEveryUpdate(times = 1): Promise<void> {
    const { publisher } = this.#running;
    await until(() => this.#newest !== null);
    for (let count = 0; count < times; count += 1) {
      const { version, hash } = await publisher.touch();
      await until(() => this.#newest?.version === version);
      expect(this.#newest?.hash).toBe(hash);
    }
    expect(this.#subscriber.mismatches).toBe(0);
    expect(this.#subscriber.state.state).toBe('live');
  }

  close(): void {
    this.#subscriber.close();
  }
}

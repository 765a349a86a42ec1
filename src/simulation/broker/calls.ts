import type { Calls, Subscription } from '../../broker/broker.ts';
import type { ModelServer } from './server.ts';
import type { Way } from './way.ts';

interface Listener {
  readonly topic: string;
  readonly handler: (data: Uint8Array) => void;
}

/** What is said aloud, as one connection to the model says and hears it. */
export class ModelCalls implements Calls {
  readonly #server: ModelServer;
  readonly #way: Way;
  readonly #isConnected: () => boolean;
  readonly #listeners = new Set<Listener>();

  constructor(server: ModelServer, way: Way, isConnected: () => boolean) {
    this.#server = server;
    this.#way = way;
    this.#isConnected = isConnected;
  }

  call(topic: string, data: Uint8Array): void {
    if (!this.#isConnected() || !this.#server.isUp) return;
    for (const { calls } of this.#server.connections) calls.heard(topic, data);
  }

  async listen(topic: string, handler: (data: Uint8Array) => void): Promise<Subscription> {
    const listener = { topic, handler };
    await this.#way.ask(() => void this.#listeners.add(listener));
    return { stop: async () => void this.#listeners.delete(listener) };
  }

  heard(topic: string, data: Uint8Array): void {
    for (const listener of this.#listeners) {
      if (listener.topic !== topic) continue;
      this.#way.deliver(() => {
        if (this.#isConnected() && this.#listeners.has(listener)) listener.handler(data);
      });
    }
  }
}

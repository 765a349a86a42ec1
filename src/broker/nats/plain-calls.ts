/** Plain messages of NATS: in no stream, to whoever has subscribed. */
import type { NatsConnection } from '@nats-io/transport-node';
import type { Calls, Subscription } from '../broker.ts';
import type { Asking } from './asking.ts';
import { guarded } from './guarded.ts';
import { callSubject } from './subjects.ts';

export class PlainCalls implements Calls {
  readonly #nats: NatsConnection;
  readonly #asking: Asking;
  readonly #isConnected: () => boolean;

  constructor(nats: NatsConnection, asking: Asking, isConnected: () => boolean) {
    this.#nats = nats;
    this.#asking = asking;
    this.#isConnected = isConnected;
  }

  /** What waited for a connection would be said of another moment. */
  call(topic: string, data: Uint8Array): void {
    if (this.#isConnected() && !this.#nats.isClosed()) this.#nats.publish(callSubject(topic), data);
  }

  async listen(topic: string, handler: (data: Uint8Array) => void): Promise<Subscription> {
    const subscription = this.#nats.subscribe(callSubject(topic), {
      callback: (error, { data }) => {
        if (error === null) guarded(() => handler(data));
      },
    });
    // The server has our interest before the caller goes on.
    await this.#asking.once('listen to calls', () => this.#nats.flush());
    return { stop: async () => subscription.unsubscribe() };
  }
}

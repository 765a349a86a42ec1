import { added } from '../../broker/added.ts';
import { BrokerError } from '../../broker/errors.ts';
import type { Way } from './way.ts';

/** A broker that can be without a leader for a while. */
interface Answering {
  whenAnswering(run: () => void): void;
  /** Who is told as a newer history begins. */
  readonly historians: Set<() => void>;
}

/** No way at all: a request is answered at once, and what is stored arrives in the microtask after. */
export class AtOnce implements Way {
  readonly #broker: Answering;
  #isBroken = false;

  constructor(broker: Answering) {
    this.#broker = broker;
  }

  ask<T>(request: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#isBroken) throw new BrokerError('BROKER_UNREACHABLE', 'the connection is broken');
      this.#broker.whenAnswering(() => {
        try {
          resolve(request());
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  deliver(arrive: () => void): void {
    queueMicrotask(arrive);
  }

  async pause(): Promise<void> {}

  /** No time passes here: instead whenever a newer history begins, the one thing that is not seen at a reconnect. */
  every(_ms: number, run: () => void): () => void {
    return added(this.#broker.historians, run);
  }

  changed(connected: boolean): void {
    this.#isBroken = !connected;
  }
}

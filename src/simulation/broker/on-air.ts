import type { OnAirStore, Subscription } from '../../broker/broker.ts';
import { sourceOf } from './bucket-source.ts';
import type { Source } from './reader.ts';
import type { ModelServer } from './server.ts';

/** What a connection does for everything that it asks or reads. */
interface Reaching {
  ask<T>(request: () => T): Promise<T>;
  start(source: Source): Promise<Subscription>;
}

/** What outputs show, as one connection to the model has it. */
export class ModelOnAir implements OnAirStore {
  readonly #server: ModelServer;
  readonly #reaching: Reaching;

  constructor(server: ModelServer, reaching: Reaching) {
    this.#server = server;
    this.#reaching = reaching;
  }

  read: OnAirStore['read'] = (output) =>
    this.#reaching.ask(() => {
      const { onAir } = this.#server.store;
      const data = onAir.get(output);
      return data === undefined ? null : { data, revision: onAir.revisionOf(output) };
    });

  write: OnAirStore['write'] = (output, data, after) =>
    this.#reaching.ask(() => this.#server.putOver('onAir', output, data, after));

  follow: OnAirStore['follow'] = (handler) =>
    this.#reaching.start(sourceOf(() => this.#server.store.onAir, handler));
}

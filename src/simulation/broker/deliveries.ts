import type { DeliveryStore } from '../../broker/broker.ts';
import type { ModelServer } from './server.ts';

/** No recipient has a line end in its name. */
const deliveryKey = (recipient: string, story: string): string => `${recipient}\n${story}`;

/** Where deliveries stand, as one connection to the model has it. */
export class ModelDeliveries implements DeliveryStore {
  readonly #server: ModelServer;
  readonly #ask: <T>(request: () => T) => Promise<T>;

  constructor(server: ModelServer, ask: <T>(request: () => T) => Promise<T>) {
    this.#server = server;
    this.#ask = ask;
  }

  read: DeliveryStore['read'] = (recipient, story) =>
    this.#ask(() => {
      const { deliveries } = this.#server.store;
      const key = deliveryKey(recipient, story);
      const data = deliveries.get(key);
      return data === undefined ? null : { data, revision: deliveries.revisionOf(key) };
    });

  write: DeliveryStore['write'] = (recipient, story, data, after) =>
    this.#ask(() => this.#server.putOver('deliveries', deliveryKey(recipient, story), data, after));

  stories: DeliveryStore['stories'] = (recipient) =>
    this.#ask(() => {
      const start = deliveryKey(recipient, '');
      const keys = this.#server.store.deliveries.keys().filter((key) => key.startsWith(start));
      return keys.map((key) => key.slice(start.length));
    });
}

/** The bucket DELIVERIES: a key for each story of a recipient. */
import type { KV } from '@nats-io/kv';
import type { DeliveryStore } from '../broker.ts';
import type { Asking } from './asking.ts';
import { nameOf, tokenOf } from './subjects.ts';
import { WrittenOver } from './written-over.ts';

export class KeptDeliveries implements DeliveryStore {
  readonly #bucket: KV;
  readonly #asking: Asking;
  readonly #entries: WrittenOver;

  constructor(bucket: KV, asking: Asking) {
    this.#bucket = bucket;
    this.#asking = asking;
    this.#entries = new WrittenOver(bucket, asking);
  }

  read: DeliveryStore['read'] = (recipient, story) => this.#entries.read(keyOf(recipient, story));

  write: DeliveryStore['write'] = (recipient, story, data, after) =>
    this.#entries.write(keyOf(recipient, story), data, after);

  async stories(recipient: string): Promise<string[]> {
    return this.#asking.repeatedly(`look up ${recipient}`, async () => {
      const stories: string[] = [];
      for await (const key of await this.#bucket.keys(`${tokenOf(recipient)}.*`))
        stories.push(nameOf(key.slice(key.indexOf('.') + 1)));
      return stories;
    });
  }
}

const keyOf = (recipient: string, story: string): string => `${tokenOf(recipient)}.${tokenOf(story)}`;

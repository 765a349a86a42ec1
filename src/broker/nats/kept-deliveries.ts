/** The bucket DELIVERIES: a key for each story of a recipient. */
import type { KV } from '@nats-io/kv';
import type { DeliveryStore } from '../broker.ts';
import { BrokerError } from '../errors.ts';
import type { Asking } from './asking.ts';
import { isApiError, WRONG_LAST_SEQUENCE } from './streams.ts';
import { nameOf, tokenOf } from './subjects.ts';

export class KeptDeliveries implements DeliveryStore {
  readonly #bucket: KV;
  readonly #asking: Asking;

  constructor(bucket: KV, asking: Asking) {
    this.#bucket = bucket;
    this.#asking = asking;
  }

  async read(recipient: string, story: string): Promise<{ data: Uint8Array; revision: number } | null> {
    const key = keyOf(recipient, story);
    const found = await this.#asking.repeatedly(`read ${key}`, () => this.#bucket.get(key));
    return found === null || found.operation !== 'PUT'
      ? null
      : { data: found.value, revision: found.revision };
  }

  async write(recipient: string, story: string, data: Uint8Array, after: number): Promise<number> {
    const key = keyOf(recipient, story);
    return this.#asking.repeatedly(`write ${key}`, async () => {
      try {
        return await this.#bucket.put(key, data, { previousSeq: after });
      } catch (error) {
        if (!isApiError(error, WRONG_LAST_SEQUENCE)) throw error;
        return this.#alreadyMine(key, data, after);
      }
    });
  }

  /** What was cut off by an interruption may have been written all the same. */
  async #alreadyMine(key: string, data: Uint8Array, after: number): Promise<number> {
    const found = await this.#bucket.get(key);
    if (found !== null && found.revision > after && Buffer.from(found.value).equals(data))
      return found.revision;
    throw new BrokerError('NOT_NEXT', `${key}: somebody else wrote since revision ${after}`);
  }

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

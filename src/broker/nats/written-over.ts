/** Entries of a bucket that are written only over what their writer has read. */
import type { KV } from '@nats-io/kv';
import type { Revised } from '../broker.ts';
import { BrokerError } from '../errors.ts';
import type { Asking } from './asking.ts';
import { isApiError, WRONG_LAST_SEQUENCE } from './error-mapping.ts';

export class WrittenOver {
  readonly #bucket: KV;
  readonly #asking: Asking;

  constructor(bucket: KV, asking: Asking) {
    this.#bucket = bucket;
    this.#asking = asking;
  }

  /** Null for nothing. */
  async read(key: string): Promise<Revised | null> {
    const found = await this.#asking.repeatedly(`read ${key}`, () => this.#bucket.get(key));
    return found === null || found.operation !== 'PUT'
      ? null
      : { data: found.value, revision: found.revision };
  }

  /** Gives the new revision. Refused with `NOT_NEXT` when somebody else wrote since `after` (0: there was nothing). */
  async write(key: string, data: Uint8Array, after: number): Promise<number> {
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
}

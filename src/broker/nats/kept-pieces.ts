/** The bucket PIECES: bytes by name. What is longer than a message is cut, and its head is written last, so that no half is ever read. */
import type { KV } from '@nats-io/kv';
import type { PieceStore } from '../broker.ts';
import type { Asking } from './asking.ts';

/** Well below the `max_payload` of any server. */
const PART_BYTES = 512 * 1024;

export class KeptPieces implements PieceStore {
  readonly #bucket: KV;
  readonly #asking: Asking;

  constructor(bucket: KV, asking: Asking) {
    this.#bucket = bucket;
    this.#asking = asking;
  }

  async read(name: string): Promise<Uint8Array | null> {
    const head = await this.#get(name);
    if (head === null) return null;
    const parts: Uint8Array[] = [];
    for (let index = 0; index < Number(Buffer.from(head).toString()); index += 1) {
      const part = await this.#get(partOf(name, index));
      if (part === null) return null;
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  async write(name: string, data: Uint8Array): Promise<void> {
    const count = Math.ceil(data.length / PART_BYTES);
    for (let index = 0; index < count; index += 1)
      await this.#put(partOf(name, index), data.subarray(index * PART_BYTES, (index + 1) * PART_BYTES));
    await this.#put(name, Buffer.from(String(count)));
  }

  async remove(name: string): Promise<void> {
    const head = await this.#get(name);
    if (head === null) return;
    const keys = Array.from({ length: Number(Buffer.from(head).toString()) }, (_none, index) =>
      partOf(name, index),
    );
    for (const key of [name, ...keys])
      await this.#asking.repeatedly(`remove ${key}`, () => this.#bucket.purge(key));
  }

  async #get(key: string): Promise<Uint8Array | null> {
    const found = await this.#asking.repeatedly(`read ${key}`, () => this.#bucket.get(key));
    return found === null || found.operation !== 'PUT' ? null : found.value;
  }

  async #put(key: string, data: Uint8Array): Promise<void> {
    await this.#asking.repeatedly(`write ${key}`, () => this.#bucket.put(key, data));
  }
}

const partOf = (name: string, index: number): string => `${name}.${index}`;

import type { Msg } from '@nats-io/transport-node';
import { added } from '../added.ts';
import type { Subscription } from '../broker.ts';
import type { Asking } from './asking.ts';
import type { Delivery } from './delivery.ts';
import { guarded } from './guarded.ts';
import type { Memory } from './memory.ts';
import { type Connected, type EntryHandler, OrderedConsumer, type Reading } from './ordered-consumer.ts';
import { readStored } from './read-stored.ts';

/** Everything that is being read over one connection. */
export class Readings {
  readonly #connected: Connected;
  readonly #asking: Asking;
  readonly #memory: Memory;
  readonly #consumers = new Set<OrderedConsumer>();

  constructor(connected: Connected, asking: Asking, memory: Memory) {
    this.#connected = { ...connected, doubt: (stream) => memory.doubt(stream) };
    this.#asking = asking;
    this.#memory = memory;
  }

  /** What is there, and then whatever comes. */
  async follow(reading: Reading, handler: EntryHandler): Promise<Subscription> {
    const { consumer } = await this.#asking.once(`read stream ${reading.stream}`, () =>
      OrderedConsumer.start(this.#connected, reading, (entry, delivery) => {
        this.#memory.read(reading.stream, delivery.streamSeq, delivery.storedAt);
        guarded(() => handler(entry, delivery));
      }),
    );
    const untrack = this.#track(consumer);
    return {
      stop: async () => {
        untrack();
        consumer.stop();
      },
    };
  }

  /** What is there, until the handler has `enough`. */
  read(reading: Reading, handler: (entry: Msg, delivery: Delivery) => 'enough' | undefined): Promise<void> {
    return this.#asking.once(`read stream ${reading.stream}`, () =>
      readStored(this.#connected, reading, handler, (consumer) => this.#track(consumer)),
    );
  }

  /** The connection is back: what was sent meanwhile is gone. */
  reconnected(): void {
    for (const consumer of this.#consumers) consumer.reconnected();
  }

  stop(): void {
    for (const consumer of this.#consumers) consumer.stop();
    this.#consumers.clear();
  }

  #track(consumer: OrderedConsumer): () => void {
    return added(this.#consumers, consumer);
  }
}

import type { Broker, StoredVenueMessage, Subscription } from '../broker/broker.ts';

/** So many may wait here; beyond it reading begins again once they are done with. */
const WAITING_MOST = 20_000;

/**
 * Facts of VENUE from a place on, one after the other, as fast as they are taken. Ends behind `until`; without it when `signal` says so.
 */
export async function* factsInTurn(
  broker: Pick<Broker, 'consumeFacts'>,
  range: { readonly from: number; readonly until?: number; readonly signal?: AbortSignal },
): AsyncGenerator<StoredVenueMessage> {
  const { until = Number.POSITIVE_INFINITY, signal } = range;
  let next = range.from;
  while (next <= until && signal?.aborted !== true) {
    const read = new Batch(broker, next, signal);
    for await (const message of read.messages()) {
      if (message.streamSeq > until) return;
      next = message.streamSeq + 1;
      yield message;
      if (next > until) return;
    }
  }
}

/** What one reading brings until too much waits. */
class Batch {
  readonly #broker: Pick<Broker, 'consumeFacts'>;
  readonly #from: number;
  readonly #signal: AbortSignal | undefined;
  readonly #waiting: StoredVenueMessage[] = [];
  #isFull = false;
  #tell: () => void = () => {};

  constructor(broker: Pick<Broker, 'consumeFacts'>, from: number, signal: AbortSignal | undefined) {
    this.#broker = broker;
    this.#from = from;
    this.#signal = signal;
  }

  async *messages(): AsyncGenerator<StoredVenueMessage> {
    const reading = await this.#broker.consumeFacts({ fromSeq: this.#from }, (message) => {
      if (this.#isFull) return;
      this.#waiting.push(message);
      this.#isFull = this.#waiting.length >= WAITING_MOST;
      this.#tell();
    });
    const ended = (): void => this.#tell();
    this.#signal?.addEventListener('abort', ended);
    try {
      yield* this.#untilFull(reading);
    } finally {
      this.#signal?.removeEventListener('abort', ended);
      await reading.stop();
    }
  }

  async *#untilFull(reading: Subscription): AsyncGenerator<StoredVenueMessage> {
    let at = 0;
    while (this.#signal?.aborted !== true) {
      if (at < this.#waiting.length) yield this.#waiting[at++]!;
      else if (this.#isFull) return void (await reading.stop());
      else {
        this.#waiting.splice(0);
        at = 0;
        await new Promise<void>((resolve) => (this.#tell = resolve));
      }
    }
  }
}

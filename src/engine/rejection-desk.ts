import type { Broker, RejectionMessage } from '../broker/broker.ts';
import { isBrokerError } from '../broker/errors.ts';
import type { ProgramLog } from '../program-log.ts';

/** Bounds of what waits while the broker takes nothing. */
const WAITING_MOST = 10_000;
const BYTES_MOST = 64 * 1024 * 1024;
/** On their way at once. */
const AT_ONCE = 64;
const RETRY_MS_FIRST = 100;
const RETRY_MS_MOST = 5_000;

/**
 * Keeps refused facts with the broker, in the order of the stream, and tries until it has them: an engine that starts again repeats
 * what comes after the last one that is kept, so none before it may be missing. What waits is bounded; what is beyond is counted as lost.
 */
export class RejectionDesk {
  readonly #broker: Pick<Broker, 'publishRejection'>;
  readonly #log: ProgramLog;
  readonly #wait: (ms: number) => Promise<void>;
  readonly #waiting: RejectionMessage[] = [];
  #bytes = 0;
  #lost = 0;
  #isPublishing = false;
  #isClosed = false;

  constructor(options: {
    broker: Pick<Broker, 'publishRejection'>;
    log: ProgramLog;
    wait: (ms: number) => Promise<void>;
  }) {
    this.#broker = options.broker;
    this.#log = options.log;
    this.#wait = options.wait;
  }

  /** Not kept yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Never kept: the broker takes none so large, or too many waited. */
  get lost(): number {
    return this.#lost;
  }

  take(rejection: RejectionMessage): void {
    if (this.#waiting.length >= WAITING_MOST || this.#bytes + rejection.data.length > BYTES_MOST) {
      this.#lose(rejection, 'too many refused facts wait for the broker');
      return;
    }
    this.#waiting.push(rejection);
    this.#bytes += rejection.data.length;
    if (!this.#isPublishing) void this.#publish();
  }

  close(): void {
    this.#isClosed = true;
  }

  async #publish(): Promise<void> {
    this.#isPublishing = true;
    let pause = RETRY_MS_FIRST;
    while (this.#waiting.length > 0 && !this.#isClosed) {
      const error = await this.#publishNext();
      if (error === null) pause = RETRY_MS_FIRST;
      else {
        this.#log.warn(
          { code: 'REJECTIONS_WAIT', waiting: this.waiting, error: String(error) },
          'refused facts could not be kept; trying again',
        );
        await this.#wait(pause);
        pause = Math.min(pause * 2, RETRY_MS_MOST);
      }
    }
    this.#isPublishing = false;
  }

  /** Several at once; those before the first that fails are done. Gives why that one failed; null where none did. */
  async #publishNext(): Promise<unknown> {
    const next = this.#waiting.slice(0, AT_ONCE);
    const outcomes = await Promise.allSettled(
      next.map((rejection) => this.#broker.publishRejection(rejection)),
    );
    const failed = outcomes.findIndex(({ status }) => status === 'rejected');
    this.#done(failed === -1 ? next.length : failed);
    if (failed === -1) return null;
    const { reason } = outcomes[failed] as PromiseRejectedResult;
    if (!isBrokerError(reason, 'PAYLOAD_TOO_LARGE')) return reason;
    this.#lose(next[failed]!, 'the broker takes none so large');
    this.#done(1);
    return null;
  }

  #done(count: number): void {
    for (const { data } of this.#waiting.splice(0, count)) this.#bytes -= data.length;
  }

  #lose({ code, unit, venueStreamSeq }: RejectionMessage, why: string): void {
    this.#lost += 1;
    this.#log.error(
      { code: 'REJECTION_LOST', refused: code, unit, seq: venueStreamSeq },
      `a refused fact is not kept: ${why}`,
    );
  }
}

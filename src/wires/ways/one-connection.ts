/**
 * One connection to a server: opened when there is something to do, closed after a failure and when nothing was done with it for a while. Work is done one
 * after the other.
 */
import type { Timing } from '../../timing.ts';

export interface ConnectionOptions<C> {
  /** Ends by itself where nobody answers. */
  readonly open: () => Promise<C>;
  readonly isOpen: (connection: C) => boolean;
  readonly close: (connection: C) => void;
  /** For one piece of work. */
  readonly timeoutMs: number;
  readonly timing: Pick<Timing, 'after' | 'elapsed'>;
}

const IDLE_MS = 30_000;
/** Who waited for a connection that could not be opened does not knock as well. Shorter than the wait before a second attempt. */
const NOBODY_MS = 400;

export class OneConnection<C> {
  readonly #options: ConnectionOptions<C>;
  #connection: C | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #stopIdling: () => void = () => {};
  #refusal: { readonly error: unknown; readonly until: number } | null = null;
  #isClosed = false;

  constructor(options: ConnectionOptions<C>) {
    this.#options = options;
  }

  run<T>(work: (connection: C) => Promise<T>): Promise<T> {
    const done = this.#last.then(() => this.#next(work));
    this.#last = done.catch(() => {});
    return done;
  }

  /** Work that waits is not done any more. */
  close(): void {
    this.#isClosed = true;
    this.#end();
  }

  async #next<T>(work: (connection: C) => Promise<T>): Promise<T> {
    this.#stopIdling();
    const connection = await this.#opened();
    try {
      const result = await this.#inTime(work(connection));
      this.#stopIdling = this.#options.timing.after(IDLE_MS, () => this.#end());
      return result;
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  async #opened(): Promise<C> {
    const { open, isOpen, timing } = this.#options;
    if (this.#isClosed) throw new Error('the gateway ends');
    if (this.#connection !== null && isOpen(this.#connection)) return this.#connection;
    if (this.#refusal !== null && timing.elapsed() < this.#refusal.until) throw this.#refusal.error;
    try {
      this.#connection = await open();
    } catch (error) {
      this.#refusal = { error, until: timing.elapsed() + NOBODY_MS };
      throw error;
    }
    return this.#connection;
  }

  async #inTime<T>(work: Promise<T>): Promise<T> {
    const { timing, timeoutMs } = this.#options;
    let cancel: () => void = () => {};
    const late = new Promise<never>((_resolve, reject) => {
      cancel = timing.after(timeoutMs, () => reject(new Error(`no answer within ${timeoutMs} ms`)));
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      cancel();
    }
  }

  #end(): void {
    this.#stopIdling();
    if (this.#connection !== null) this.#options.close(this.#connection);
    this.#connection = null;
  }
}

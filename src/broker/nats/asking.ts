import { BrokerError, isWorthRetrying } from '../errors.ts';
import { brokerErrorFrom } from './error-mapping.ts';

const ATTEMPTS = 3;

/** Asks the server, says failures in our codes, and asks again after an interruption. */
export class Asking {
  readonly #onTheirWay = new Set<() => void>();

  /** Once. `doing` says what a failure was about. */
  async once<T>(doing: string, question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      throw brokerErrorFrom(error, doing);
    }
  }

  /** For what does no harm when it is done twice: message ids and keys make it so. */
  async repeatedly<T>(doing: string, question: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(doing, () => this.#unlessInterrupted(question()));
      } catch (error) {
        if (attempt === ATTEMPTS || !isWorthRetrying(error)) throw error;
        await pause(100 * attempt);
      }
    }
  }

  /** The connection broke and is back: what was on its way is not answered any more. */
  interrupted(): void {
    for (const interrupt of this.#onTheirWay) interrupt();
  }

  #unlessInterrupted<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const interrupt = (): void =>
        reject(new BrokerError('BROKER_TIMEOUT', 'the connection was interrupted'));
      this.#onTheirWay.add(interrupt);
      answer.then(resolve, reject).finally(() => this.#onTheirWay.delete(interrupt));
    });
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

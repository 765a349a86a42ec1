import type { Channel } from '../../model/document.ts';
import type { Timing } from '../../timing.ts';

/** One that is asked, and the one after it, which all who ask meanwhile share. */
interface Question {
  readonly spaced: Promise<void>;
  next: Promise<void> | null;
}

const SPACED_MS = 200;
/** A screen does not wait longer than this to hear whether it resumes. */
const ANSWER_MS = 5_000;

/** What many want to know of a channel is asked once for all of them, and at most every 200 ms. */
export class Questions {
  readonly #ask: (channel: Channel) => Promise<void>;
  readonly #timing: Pick<Timing, 'after'>;
  readonly #asked = new Map<Channel, Question>();

  constructor(timing: Pick<Timing, 'after'>, ask: (channel: Channel) => Promise<void>) {
    this.#timing = timing;
    this.#ask = ask;
  }

  /** Resolves with the answer to a question that was asked after the call; fails as it does, and when there is none within 5 s. */
  answered(channel: Channel): Promise<void> {
    return new Promise((resolve, reject) => {
      const inVain = (): void => reject(new Error(`${channel}: nothing was heard within ${ANSWER_MS} ms`));
      const stopWaiting = this.#timing.after(ANSWER_MS, inVain);
      this.#shared(channel).then(resolve, reject).finally(stopWaiting);
    });
  }

  #shared(channel: Channel): Promise<void> {
    const before = this.#asked.get(channel);
    if (before === undefined) return this.#askNow(channel);
    before.next ??= before.spaced.then(() => this.#askNow(channel));
    return before.next;
  }

  #askNow(channel: Channel): Promise<void> {
    const answer = this.#ask(channel);
    const spaced = answer.then(this.#space, this.#space);
    const question: Question = { spaced, next: null };
    this.#asked.set(channel, question);
    void spaced.then(() => {
      if (question.next === null) this.#asked.delete(channel);
    });
    return answer;
  }

  readonly #space = (): Promise<void> => new Promise((resolve) => this.#timing.after(SPACED_MS, resolve));
}

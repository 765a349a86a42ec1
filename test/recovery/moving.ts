/** A screen that goes from one edge to another, with time and delivery in the test's hands; its whole conversation is checked. */
import type { Channel } from '../../src/model/document.ts';
import type { EdgeBench, TestScreen } from '../fanout/edge-bench.ts';
import { Conversation, type Truth, type Wants } from './conversation.ts';

export class Moving {
  readonly talk: Conversation;
  readonly #wants: Wants;
  readonly #channel: Channel;
  #options: object;
  #screen: TestScreen | null = null;
  #read = 0;

  /** `options`: more fields of `subscribe`. */
  constructor(wants: Wants, truth: Truth, channel: Channel, options: object = {}) {
    this.#wants = wants;
    this.#channel = channel;
    this.#options = options;
    this.talk = new Conversation(wants, truth);
  }

  /** What it says with the next `subscribe`. */
  changeTo(options: object): void {
    this.#options = options;
  }

  async moveTo(bench: EdgeBench, positions = this.talk.positions()): Promise<void> {
    this.leave();
    this.#screen = bench.screen(this.#wants.format);
    this.talk.begins(positions);
    const { mode, delta } = this.#wants;
    await this.#screen.subscribe(this.#channel, { mode, delta, positions, ...this.#options });
    await this.listen();
  }

  /** As a cable that is pulled. */
  leave(): void {
    this.#screen?.screen.gone(1006);
    this.#screen = null;
    this.#read = 0;
  }

  /** Reads what has come until nothing more does. */
  async listen(): Promise<void> {
    if (this.#screen === null) return;
    await this.#screen.readAll();
    const { received } = this.#screen.pair;
    for (const { text, bytes } of received.slice(this.#read)) this.talk.heard(text ?? bytes);
    this.#read = received.length;
  }
}

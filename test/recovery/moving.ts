/** A screen that goes from one edge to another, with time and delivery in the test's hands; its whole conversation is checked. */
import type { Channel } from '../../src/model/document.ts';
import { Conversation, type Truth, type Wants } from '../../src/simulation/conversation.ts';
import type { EdgeBench, TestScreen } from '../fanout/edge-bench.ts';

export class Moving {
  readonly talk: Conversation;
  readonly #wants: Wants;
  readonly #channel: Channel;
  #options: object;
  #screen: TestScreen | null = null;
  #bench: EdgeBench | null = null;
  /** Its copy has been damaged at some time. */
  wasDamaged = false;
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
    this.#bench = bench;
    this.talk.begins(positions);
    const { mode, delta } = this.#wants;
    await this.#screen.subscribe(this.#channel, { mode, delta, positions, ...this.#options });
    await this.listen();
  }

  /** As a cable that is pulled. */
  leave(): void {
    this.#screen?.screen.gone(1006);
    this.#screen = null;
    this.#bench = null;
    this.#read = 0;
  }

  isAt(bench: EdgeBench): boolean {
    return this.#bench === bench;
  }

  /** Connected, and not closed by the edge. */
  get isOpen(): boolean {
    return this.#screen !== null && this.#screen.pair.closed === null;
  }

  /** Stops reading until the next `listen`. */
  stall(): void {
    this.#screen?.pair.stall();
  }

  async resync(channel: Channel): Promise<void> {
    // In mode every all documents are whole, and each comes once.
    if (!this.isOpen || this.talk.document(channel) === null || this.#wants.mode === 'every') return;
    this.talk.resyncs(channel);
    await this.#screen!.say({ resync: { channel } });
  }

  /** False when there is no copy to be damaged. */
  damage(channel: Channel): boolean {
    if (this.talk.document(channel) === null) return false;
    this.talk.corrupt(channel);
    this.wasDamaged = true;
    return true;
  }

  /** Reads what has come until nothing more does. */
  async listen(): Promise<void> {
    if (this.#screen === null) return;
    await this.#screen.readAll();
    const { received } = this.#screen.pair;
    const fresh = received.slice(this.#read);
    this.#read = received.length;
    for (const { text, bytes } of fresh) {
      const damaged = this.talk.heard(text ?? bytes);
      if (damaged !== null && this.isOpen) await this.resync(damaged);
    }
  }
}

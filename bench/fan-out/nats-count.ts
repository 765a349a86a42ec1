const LETTER_M = 'M'.charCodeAt(0);
const SPACE = ' '.charCodeAt(0);
const LINE_FEED = '\n'.charCodeAt(0);
const DIGIT_0 = '0'.charCodeAt(0);
const LINE_END_BYTES = 2;

/** Counts messages in the text that nats-server sends: `MSG <subject> <sid> <bytes>`, a line end, the bytes, a line end. */
export class NatsCount {
  #toCome = 0;
  #isFirst = true;
  #isMessage = false;
  /** The last number of the line so far. */
  #number = 0;

  /** Takes the bytes in [from, until) and gives how many messages ended in them. */
  take(bytes: Uint8Array, from: number, until: number): number {
    let ended = 0;
    let at = from;
    while (at < until) {
      if (this.#toCome > 0) {
        const taken = Math.min(this.#toCome, until - at);
        this.#toCome -= taken;
        at += taken;
        if (this.#toCome === 0) ended += 1;
      } else {
        this.#character(bytes[at]!);
        at += 1;
      }
    }
    return ended;
  }

  #character(code: number): void {
    if (this.#isFirst) this.#isMessage = code === LETTER_M;
    this.#isFirst = code === LINE_FEED;
    if (code === LINE_FEED && this.#isMessage) this.#toCome = this.#number + LINE_END_BYTES;
    if (code === SPACE || code === LINE_FEED) this.#number = 0;
    else if (code >= DIGIT_0 && code < DIGIT_0 + 10) this.#number = this.#number * 10 + code - DIGIT_0;
  }
}

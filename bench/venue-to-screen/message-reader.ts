const HEAD_BYTES = 512;
const LONGEST_HEADER = 10;
const FINAL = 0x80;
const DEFLATED = 0x40;
const OPCODE = 0x0f;
const CONTROL = 0x08;
const CONTINUATION = 0;
const NONE = Buffer.alloc(0);

/** A message of the server that has come to its last byte. */
export interface ReadMessage {
  /** Its beginning; all of it when it is deflated. Valid during the call only. */
  readonly head: Buffer;
  readonly deflated: boolean;
  /** Without frame headers. */
  readonly bytes: number;
}

/**
 * Finds the ends of messages in what a socket gives (RFC 6455, 5.2 and 5.4; the server does not mask). Of a message it
 * keeps the beginning only, so that thousands of screens with whole documents cost their process little.
 */
export class MessageReader {
  readonly #onMessage: (message: ReadMessage) => void;
  /** The beginning of a header that was cut. */
  #cut: Buffer = NONE;
  #isInFrame = false;
  #toCome = 0;
  #firstByte = 0;
  #head: Buffer = NONE;
  #deflated = false;
  #bytes = 0;

  constructor(onMessage: (message: ReadMessage) => void) {
    this.#onMessage = onMessage;
  }

  /** The bytes are not kept. */
  take(fresh: Buffer): void {
    const bytes = this.#cut.length === 0 ? fresh : Buffer.concat([this.#cut, fresh]);
    this.#cut = NONE;
    let at = 0;
    while (this.#isInFrame || at < bytes.length) {
      if (!this.#isInFrame) {
        const header = this.#begin(bytes, at);
        if (header === 0) {
          this.#cut = Buffer.from(bytes.subarray(at));
          break;
        }
        at += header;
      }
      const until = Math.min(bytes.length, at + this.#toCome);
      if (!this.#isControl) this.#keep(bytes.subarray(at, until));
      this.#toCome -= until - at;
      at = until;
      if (this.#toCome > 0) break;
      this.#end();
    }
    if (this.#head.length > 0) this.#head = Buffer.from(this.#head);
  }

  get #isControl(): boolean {
    return (this.#firstByte & CONTROL) !== 0;
  }

  /** Reads the header at `at`; its length, or 0 when it is cut. */
  #begin(bytes: Buffer, at: number): number {
    const left = bytes.length - at;
    if (left < 2) return 0;
    const short = bytes[at + 1]! & 0x7f;
    const header = short === 127 ? LONGEST_HEADER : short === 126 ? 4 : 2;
    if (left < header) return 0;
    this.#firstByte = bytes[at]!;
    this.#toCome =
      short === 127 ? bytes.readUIntBE(at + 4, 6) : short === 126 ? bytes.readUInt16BE(at + 2) : short;
    this.#isInFrame = true;
    if (!this.#isControl && (this.#firstByte & OPCODE) !== CONTINUATION)
      this.#deflated = (this.#firstByte & DEFLATED) !== 0;
    return header;
  }

  #keep(content: Buffer): void {
    this.#bytes += content.length;
    const wanted = this.#deflated ? content.length : HEAD_BYTES - this.#head.length;
    if (wanted <= 0 || content.length === 0) return;
    const some = content.subarray(0, wanted);
    this.#head = this.#head.length === 0 ? some : Buffer.concat([this.#head, some]);
  }

  #end(): void {
    this.#isInFrame = false;
    if (this.#isControl || (this.#firstByte & FINAL) === 0) return;
    const message = { head: this.#head, deflated: this.#deflated, bytes: this.#bytes };
    this.#head = NONE;
    this.#bytes = 0;
    this.#onMessage(message);
  }
}

/**
 * Where a document is put together from fragments. One growing buffer is used again and again; `take`
 * gives a copy, so what has been taken never changes.
 */
export class ByteSink {
  #bytes: Buffer;
  #length = 0;

  constructor(capacity = 65_536) {
    this.#bytes = Buffer.allocUnsafeSlow(capacity);
  }

  put(fragment: Uint8Array): void {
    const end = this.#length + fragment.length;
    if (end > this.#bytes.length) this.#grow(end);
    this.#bytes.set(fragment, this.#length);
    this.#length = end;
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(this.#length + 1);
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  /** A whole number in decimal digits. */
  digits(value: number): void {
    if (value >= 10) this.digits(Math.floor(value / 10));
    this.byte(48 + (value % 10));
  }

  /** A whole number below 2^32 in the variable length form of protobuf. */
  varint(value: number): void {
    let rest = value >>> 0;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** A text in UTF-8. */
  text(value: string): void {
    const most = this.#length + value.length * 3;
    if (most > this.#bytes.length) this.#grow(most);
    this.#length += this.#bytes.write(value, this.#length);
  }

  /** Where a piece begins whose length is to stand before it; `close` puts it there. */
  get end(): number {
    return this.#length;
  }

  /** Puts the length of what came since `begin` before it, as protobuf has it before texts and messages. */
  close(begin: number): void {
    const length = this.#length - begin;
    const size = varintSize(length);
    if (this.#length + size > this.#bytes.length) this.#grow(this.#length + size);
    this.#bytes.copyWithin(begin + size, begin, this.#length);
    this.#length = begin;
    this.varint(length);
    this.#length = begin + size + length;
  }

  /** A copy of what came since `begin`. */
  since(begin: number): Buffer {
    return Buffer.from(this.#bytes.subarray(begin, this.#length));
  }

  /** What was put in since the last time, as bytes of its own. */
  take(): Buffer {
    const bytes = Buffer.allocUnsafe(this.#length);
    this.#bytes.copy(bytes, 0, 0, this.#length);
    this.#length = 0;
    return bytes;
  }

  #grow(needed: number): void {
    const bytes = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(bytes, 0, 0, this.#length);
    this.#bytes = bytes;
  }
}

/** How many bytes `ByteSink.varint` writes. */
export function varintSize(value: number): number {
  let size = 1;
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) size += 1;
  return size;
}

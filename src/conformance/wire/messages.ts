import { constants, inflateRawSync } from 'node:zlib';
import { type Frame, OPCODE } from './frame-bytes.ts';

/** One message as it came, put together from its frames. */
export interface Message {
  readonly binary: boolean;
  readonly bytes: Buffer;
  readonly deflated: boolean;
  /** Content bytes of each of its frames, as they were on the wire. */
  readonly frames: readonly number[];
}

const TAIL = Buffer.from('0000ffff', 'hex');

/** Frames -> messages. Each deflated message is inflated by itself, without anything that came before it. */
export class Assembly {
  #begun: { opcode: number; deflated: boolean; parts: Buffer[] } | null = null;

  /** Null until the last frame of a message; throws, with what is wrong, where frames do not make a message. */
  take({ opcode, fin, rsv, content }: Frame): Message | null {
    const isContinuation = opcode === OPCODE.CONTINUATION;
    if (isContinuation !== (this.#begun !== null))
      throw new Error(isContinuation ? 'a continuation of nothing' : 'a message inside another one');
    if ((isContinuation && rsv !== 0) || (rsv & 3) !== 0) throw new Error(`reserved bits ${rsv}`);
    this.#begun ??= { opcode, deflated: rsv === 4, parts: [] };
    this.#begun.parts.push(content);
    if (!fin) return null;
    const { deflated, parts, opcode: first } = this.#begun;
    this.#begun = null;
    const joined = Buffer.concat(parts);
    const bytes = deflated
      ? inflateRawSync(Buffer.concat([joined, TAIL]), { finishFlush: constants.Z_SYNC_FLUSH })
      : joined;
    return { binary: first === OPCODE.BINARY, bytes, deflated, frames: parts.map(({ length }) => length) };
  }
}

import type { FastifyReply } from 'fastify';
import type { TurnedAway } from '../fanout/connections/turned-away.ts';
import type { Limits } from '../fanout/limits.ts';
import { ApiError } from './api-error.ts';

/**
 * What answers hold until they are read. Bytes that many were answered with count once, as they are held once; an answer of which nothing
 * is read for a while ends with its connection, as a screen's does (SC14).
 */
export class Outbound {
  readonly #limits: Pick<Limits, 'httpOutboundBytes' | 'unreadAnswerMs'>;
  readonly #turnedAway: TurnedAway;
  /** How many answers hold these bytes. */
  readonly #holding = new Map<Uint8Array, number>();
  #bytes = 0;

  constructor(limits: Pick<Limits, 'httpOutboundBytes' | 'unreadAnswerMs'>, turnedAway: TurnedAway) {
    this.#limits = limits;
    this.#turnedAway = turnedAway;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Throws BUSY where as much is held as may be. */
  send(reply: FastifyReply, bytes: Uint8Array): FastifyReply {
    const held = this.#holding.get(bytes) ?? 0;
    if (held === 0 && this.#bytes > 0 && this.#bytes + bytes.length > this.#limits.httpOutboundBytes)
      throw new ApiError(503, 'BUSY', 'too many answers are still to be read; try again');
    if (held === 0) this.#bytes += bytes.length;
    this.#holding.set(bytes, held + 1);
    const { raw } = reply;
    raw.once('close', () => this.#release(bytes));
    raw.setTimeout(this.#limits.unreadAnswerMs, () => {
      this.#turnedAway.note('TOO_SLOW', raw.socket?.remoteAddress);
      raw.destroy();
    });
    return reply.send(bytes);
  }

  #release(bytes: Uint8Array): void {
    const left = this.#holding.get(bytes)! - 1;
    if (left > 0) this.#holding.set(bytes, left);
    else {
      this.#holding.delete(bytes);
      this.#bytes -= bytes.length;
    }
  }
}

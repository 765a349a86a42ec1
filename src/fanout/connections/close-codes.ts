/**
 * Why a connection ends and what the screen does next (SC15). 4000-4099: reconnect, after a random
 * wait inside the window named in the reason. 4100-4199: do not reconnect; only for what the screen itself did
 * wrong, never for what it did late: a machine that has no time for anything would be alone for ever. 4408: reconnect
 * and resume from the last position.
 */
export const CLOSE = {
  DRAINING: 4000,
  OVERLOADED: 4001,
  TOO_SLOW: 4002,
  NO_VALID_WORD: 4003,
  TOO_MANY_WORDS: 4004,
  PROTOCOL_ERROR: 4100,
  FORBIDDEN: 4101,
  REVOKED: 4102,
  BEHIND: 4408,
} as const;
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

export interface CloseReason {
  readonly code: CloseCode;
  /** At most 123 bytes on the wire (RFC 6455, 5.5). */
  readonly text: string;
}

const REASON_BYTES_MAX = 123;

/** The reason as it may be sent: cut at a character, never inside one. */
export function closeReason(code: CloseCode, text: string): CloseReason {
  let cut = text;
  while (Buffer.byteLength(cut) > REASON_BYTES_MAX) cut = cut.slice(0, -1);
  return { code, text: cut };
}

import type { CloseReason } from './close-codes.ts';

/** The outgoing half of a connection, as a screen's outbox needs it. A part is always a whole WebSocket frame. */
export interface Link {
  /** False while the socket holds more than it likes; `Screen.drained` is called when it changes. */
  readonly writable: boolean;
  /** Bytes handed over that the operating system has not taken yet. */
  readonly bufferedBytes: number;
  write(part: Uint8Array): void;
  /** Several frames in one write to the operating system. */
  writeTogether(parts: readonly Uint8Array[]): void;
  close(reason: CloseReason): void;
  /** Ends the connection without a handshake. */
  terminate(): void;
}

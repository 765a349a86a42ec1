import type { CloseReason } from './close-codes.ts';

/** The outgoing half of a connection, as a send queue needs it. What is written are always whole frames. */
export interface Connection {
  /** False while the socket holds more than it likes; `Screen.drained` is called when it changes. */
  readonly writable: boolean;
  /** Bytes handed over that the operating system has not taken yet. */
  readonly bufferedBytes: number;
  /** False when the socket takes no more for now. */
  write(frames: Uint8Array): boolean;
  close(reason: CloseReason): void;
  /** Ends the connection without a handshake. */
  terminate(): void;
}

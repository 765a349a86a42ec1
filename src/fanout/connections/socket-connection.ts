import type { Socket } from 'node:net';
import { CLOSE, type CloseReason } from './close-codes.ts';
import type { Connection } from './connection.ts';

/** A screen that does not take or answer the end within this time is cut off. */
const CLOSE_PATIENCE_MS = 2_000;
/** One that has not read for a while, and is to read why it is closed. */
const BEHIND_PATIENCE_MS = 10_000;

/** Prepared frames straight to a socket; how a connection ends is for each kind of it to say. */
export abstract class SocketConnection implements Connection {
  protected readonly socket: Socket;

  constructor(socket: Socket) {
    this.socket = socket;
  }

  get writable(): boolean {
    return !this.socket.writableNeedDrain && this.isOpen;
  }

  get bufferedBytes(): number {
    return this.socket.writableLength;
  }

  write(frames: Uint8Array): boolean {
    return this.isOpen && this.socket.write(frames);
  }

  /** After the end was said nothing may follow. */
  protected abstract get isOpen(): boolean;

  abstract close(reason: CloseReason): void;

  abstract terminate(): void;

  protected terminateSoon({ code }: CloseReason): void {
    const ms = code === CLOSE.BEHIND ? BEHIND_PATIENCE_MS : CLOSE_PATIENCE_MS;
    setTimeout(() => this.terminate(), ms).unref();
  }
}

import { connect } from 'node:net';
import { DEFLATE_OFFER, handshake, masked } from './light-screen.ts';
import { MessageReader, type ReadMessage } from './message-reader.ts';

export interface TimedScreenOptions {
  readonly url: URL;
  readonly subprotocol: string;
  /** Offers permessage-deflate. */
  readonly deflated: boolean;
  /** Said once the connection is open. */
  readonly first: string;
  onMessage(message: ReadMessage): void;
  onEnd(reason: string): void;
}

const READ_BYTES = 256 * 1024;
const shared = Buffer.allocUnsafe(READ_BYTES);
const HEADER_END = '\r\n\r\n';

/** A screen that sees when each message has come to its last byte, and costs its process next to nothing. */
export function openTimedScreen(options: TimedScreenOptions): void {
  const { url, subprotocol, deflated, first, onMessage, onEnd } = options;
  const reader = new MessageReader(onMessage);
  let answer: Buffer | null = Buffer.alloc(0);
  const read = (length: number): boolean => {
    const fresh = shared.subarray(0, length);
    if (answer === null) {
      reader.take(fresh);
      return true;
    }
    answer = Buffer.concat([answer, fresh]);
    const end = answer.indexOf(HEADER_END);
    if (end < 0) return true;
    if (answer.toString('latin1', 9, 12) !== '101') onEnd(answer.toString('latin1', 0, end));
    const rest = answer.subarray(end + HEADER_END.length);
    answer = null;
    socket.write(masked(first));
    reader.take(rest);
    return true;
  };
  const socket = connect({
    host: url.hostname,
    port: Number(url.port),
    noDelay: true,
    onread: { buffer: shared, callback: read },
  });
  socket.on('error', (error) => onEnd(error.message));
  socket.on('close', () => onEnd('closed'));
  socket.write(handshake(url, subprotocol, deflated ? DEFLATE_OFFER : undefined));
}

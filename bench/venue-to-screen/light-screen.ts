import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

/**
 * A WebSocket connection that costs its process next to nothing, so that thousands of screens can
 * share a core with what is measured: one read buffer for all, frames walked in place, nothing copied
 * unless a frame is cut by the end of a read. Only what the benchmark needs: unmasked, unfragmented
 * data frames from the server; a ping is not answered within a run's seconds.
 */
export interface LightScreen {
  readonly url: URL;
  readonly subprotocol?: string | undefined;
  /** Sent as soon as the connection is open. */
  readonly first?: string | undefined;
  readonly firstIsBinary?: boolean | undefined;
  /** A data frame's bytes, valid during the call only. */
  onFrame(frame: Buffer): void;
  onEnd(reason: string): void;
}

const READ_BYTES = 256 * 1024;
const shared = Buffer.allocUnsafe(READ_BYTES);
const HEADER_END = '\r\n\r\n';

export function openLightScreen(screen: LightScreen): void {
  const { url, subprotocol, first, firstIsBinary, onFrame, onEnd } = screen;
  let rest: Buffer | null = null;
  let isOpen = false;
  const read = (length: number): boolean => {
    const fresh = shared.subarray(0, length);
    let bytes = rest === null ? fresh : Buffer.concat([rest, fresh]);
    rest = null;
    if (!isOpen) {
      const end = bytes.indexOf(HEADER_END);
      if (end < 0) return keep(bytes);
      if (!bytes.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) onEnd(bytes.toString('latin1', 0, end));
      isOpen = true;
      bytes = bytes.subarray(end + HEADER_END.length);
      if (first !== undefined) socket.write(masked(first, firstIsBinary));
    }
    return keep(bytes.subarray(walk(bytes, onFrame)));
  };
  const keep = (bytes: Buffer): boolean => {
    if (bytes.length > 0) rest = Buffer.from(bytes);
    return true;
  };
  const socket = connect({
    host: url.hostname,
    port: Number(url.port),
    onread: { buffer: shared, callback: read },
  });
  socket.setNoDelay(true);
  socket.on('error', (error) => onEnd(error.message));
  socket.on('close', () => onEnd('closed'));
  socket.write(handshake(url, subprotocol));
}

/** What a screen sends first (RFC 6455, 4.1); `extensions` as it offers them. */
export const handshake = (url: URL, subprotocol?: string, extensions?: string): string =>
  `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
  `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n` +
  `${subprotocol === undefined ? '' : `Sec-WebSocket-Protocol: ${subprotocol}\r\n`}` +
  `${extensions === undefined ? '' : `Sec-WebSocket-Extensions: ${extensions}\r\n`}\r\n`;

/** An offer of permessage-deflate as browsers could make it, each message on its own (SC17; RFC 7692, 7.1). */
export const DEFLATE_OFFER = 'permessage-deflate; server_no_context_takeover; client_no_context_takeover';

/** Calls `onFrame` for each complete frame and gives where the first incomplete one begins (RFC 6455, 5.2). */
export function walk(bytes: Buffer, onFrame: (frame: Buffer) => void): number {
  let at = 0;
  while (at + 2 <= bytes.length) {
    const short = bytes[at + 1]! & 0x7f;
    const header = short === 127 ? 10 : short === 126 ? 4 : 2;
    if (at + header > bytes.length) break;
    const length =
      short === 127 ? bytes.readUIntBE(at + 4, 6) : short === 126 ? bytes.readUInt16BE(at + 2) : short;
    if (at + header + length > bytes.length) break;
    onFrame(bytes.subarray(at + header, at + header + length));
    at += header + length;
  }
  return at;
}

const MASK = Buffer.from([1, 2, 3, 4]);

/** A frame as a screen must send it: masked, below 64 KiB. */
export function masked(text: string, binary = false): Buffer {
  const content = Buffer.from(text);
  const length =
    content.length < 126 ? [0x80 | content.length] : [0xfe, content.length >> 8, content.length & 0xff];
  for (let index = 0; index < content.length; index += 1) content[index]! ^= MASK[index % MASK.length]!;
  return Buffer.concat([Buffer.from([binary ? 0x82 : 0x81, ...length]), MASK, content]);
}

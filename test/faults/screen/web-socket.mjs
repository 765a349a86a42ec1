// A WebSocket of a screen (RFC 6455) over a bare socket: text only, nothing offered, nothing taken for granted.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;
const FINAL = 0x80;
const MASKED = 0x80;
/** Nobody said why (RFC 6455, 7.1.5). */
const NO_REASON = 1005;
const BROKEN = 1006;

/**
 * Opens `url` (`ws://host:port/path`). `opened()` once it is open, `heard(text)` for each message, `ended(code, reason)` once at the end.
 * Gives `say(text)`, `end()`, and `pause()` and `resume()` for a screen that does not read.
 */
export function openWebSocket(url, subprotocol, { opened, heard, ended }) {
  const { hostname, port, host, pathname } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let bytes = Buffer.alloc(0);
  let isOpen = false;
  let parts = [];
  let goodbye = null;
  const frame = (opcode, content) => {
    const mask = randomBytes(4);
    const length =
      content.length < 126
        ? Buffer.from([MASKED | content.length])
        : Buffer.from([MASKED | 126, content.length >> 8, content.length & 0xff]);
    const masked = Buffer.from(content.map((byte, index) => byte ^ mask[index % 4]));
    socket.write(Buffer.concat([Buffer.from([FINAL | opcode]), length, mask, masked]));
  };
  const take = (opcode, isFinal, content) => {
    if (opcode === PING) return frame(PONG, content);
    if (opcode === CLOSE) {
      goodbye = {
        code: content.length < 2 ? NO_REASON : content.readUInt16BE(0),
        reason: content.toString('utf8', 2),
      };
      frame(CLOSE, content.subarray(0, 2));
      return socket.end();
    }
    if (opcode > TEXT) return undefined;
    parts.push(content);
    if (!isFinal) return undefined;
    const text = Buffer.concat(parts).toString('utf8');
    parts = [];
    return heard(text);
  };
  const walk = () => {
    let at = 0;
    while (bytes.length - at >= 2) {
      const short = bytes[at + 1] & 0x7f;
      const head = short === 127 ? 10 : short === 126 ? 4 : 2;
      if (bytes.length - at < head) break;
      const length =
        short === 127
          ? Number(bytes.readBigUInt64BE(at + 2))
          : short === 126
            ? bytes.readUInt16BE(at + 2)
            : short;
      if (bytes.length - at < head + length) break;
      const content = Buffer.from(bytes.subarray(at + head, at + head + length));
      const [first] = bytes.subarray(at, at + 1);
      at += head + length;
      take(first & 0x0f, (first & FINAL) !== 0, content);
    }
    bytes = bytes.subarray(at);
  };
  socket.on('connect', () => {
    const key = randomBytes(16).toString('base64');
    socket.write(
      `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: ${subprotocol}\r\n\r\n`,
    );
  });
  socket.on('data', (chunk) => {
    bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
    if (!isOpen) {
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      const answer = bytes.toString('latin1', 0, end);
      if (!answer.startsWith('HTTP/1.1 101')) {
        goodbye = { code: BROKEN, reason: answer.split('\r\n')[0] };
        return void socket.destroy();
      }
      bytes = bytes.subarray(end + 4);
      isOpen = true;
      opened();
    }
    walk();
  });
  socket.on('error', () => {});
  socket.on('close', () => ended(goodbye?.code ?? BROKEN, goodbye?.reason ?? ''));
  return {
    say: (text) => frame(TEXT, Buffer.from(text)),
    end: () => socket.destroy(),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
  };
}

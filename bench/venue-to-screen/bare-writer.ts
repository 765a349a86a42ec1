/**
 * The floor: a process that does nothing but write one ready frame to every socket, one after the other,
 * when it is told to. No broker, no ranking, no encoding: what remains is the kernel and the readers.
 */
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const sockets: Socket[] = [];

const server = createServer((socket) => {
  socket.setNoDelay(true);
  socket.on('error', () => {});
  socket.once('data', (request) => {
    const key = /Sec-WebSocket-Key: (\S+)/i.exec(request.toString('latin1'))?.[1] ?? '';
    const accept = createHash('sha1')
      .update(key + GUID)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.write(frameOf(1));
    socket.on('data', () => {});
    sockets.push(socket);
  });
});

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', (version: number) => {
  const frame = frameOf(version);
  for (const socket of sockets) socket.write(frame);
});
process.on('disconnect', () => process.exit());

/** As long as a delta of one row. */
const FRAME_BYTES = 250;

function frameOf(version: number): Buffer {
  const content = Buffer.from(
    `{"delta":{"version":${version},"x":"`.padEnd(FRAME_BYTES - 3, '.').concat('"}}'),
  );
  return Buffer.concat([Buffer.from([0x81, 126, content.length >> 8, content.length & 0xff]), content]);
}

import { createHash } from 'node:crypto';
import { type AddressInfo, createServer, type Socket } from 'node:net';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/**
 * Takes screens over WebSockets and does nothing else: what they say is not read, and what they are sent is written as it is.
 * Gives the port. `onScreen`: the handshake has been answered.
 */
export function bareListener(onScreen: (socket: Socket, request: string) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.once('data', (bytes) => {
      const request = bytes.toString('latin1');
      const key = /Sec-WebSocket-Key: (\S+)/i.exec(request)?.[1] ?? '';
      const accept = createHash('sha1')
        .update(key + GUID)
        .digest('base64');
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
      );
      socket.on('data', () => {});
      onScreen(socket, request);
    });
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
}

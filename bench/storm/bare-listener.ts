/**
 * The floor of `storm`: a listener of `ws` that takes screens back and does nothing else. Who subscribes gets one ready frame, the only
 * version that there is. No broker, no documents, no positions. Started with the port to listen on, or 0.
 */
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { announceReady, endWithLauncher } from '../../src/cli/processes/parent-link.ts';

/** As long as a delta of one of the lists. */
const FRAME_BYTES = 400;
/** Connections that the kernel holds for it, as for an edge. */
const BACKLOG = 16_384;
const FRAME = '{"document":{"version":1,"hash":"floor","x":"'.padEnd(FRAME_BYTES, '.');

endWithLauncher();
const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.argv[2]),
  backlog: BACKLOG,
  // As the stream of an edge takes it.
  perMessageDeflate: { serverNoContextTakeover: true, clientNoContextTakeover: true },
});
server.on('connection', (socket) => {
  socket.on('error', () => {});
  socket.on('message', () => socket.send(FRAME));
});
server.on('listening', () => announceReady({ port: (server.address() as AddressInfo).port }));
process.on('SIGTERM', () => process.exit());

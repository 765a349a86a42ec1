// `ws` as most people use it: one `send` for each screen.
import { WebSocketServer } from 'ws';
import { serve } from '../fan-out/pump.mjs';
import { batches } from './common.mjs';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('connection', (socket) => socket.on('error', () => {}));

server.on('listening', () =>
  serve({
    url: `ws://127.0.0.1:${server.address().port}/`,
    batches: batches(),
    publish: ({ frames }) => {
      for (const frame of frames) for (const screen of server.clients) screen.send(frame);
    },
    status: () => ({ screens: server.clients.size, ...process.memoryUsage() }),
  }),
);

// Socket.IO as most people use it: an object emitted to everybody, over WebSockets only.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { serve } from '../fan-out/pump.mjs';
import { batches } from './common.mjs';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });

http.listen(0, '127.0.0.1', () =>
  serve({
    url: `ws://127.0.0.1:${http.address().port}/socket.io/?EIO=4&transport=websocket`,
    batches: batches().map(({ frames }) => ({ frames: frames.map((frame) => JSON.parse(frame)) })),
    publish: ({ frames }) => {
      for (const frame of frames) io.emit('frame', frame);
    },
    status: () => ({ screens: io.of('/').sockets.size, ...process.memoryUsage() }),
  }),
);

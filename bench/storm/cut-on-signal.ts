/**
 * Loaded into the edge before its own code (`node --import`): at SIGUSR2 every connection that was made to this
 * process is cut at once, as when the network in front of a server goes. Its own connection to the broker stays.
 */
import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

const accepted = new Set<Socket>();

subscribe('net.server.socket', (notice) => {
  const { socket } = notice as { socket: Socket };
  accepted.add(socket);
  socket.once('close', () => accepted.delete(socket));
});

process.on('SIGUSR2', () => {
  for (const socket of accepted) socket.destroy();
});

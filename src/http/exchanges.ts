import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TurnedAway } from '../fanout/connections/turned-away.ts';

/**
 * One request of a connection is answered at a time. Who sends the next one before that would have as many answers, or streams of
 * events, made as fit into a packet, whatever a connection may cost: such a connection ends.
 */
export function oneAtATime(server: FastifyInstance, turnedAway: TurnedAway): void {
  const answering = new WeakSet<Socket>();
  const isEarly = (socket: Socket): boolean => {
    if (!answering.has(socket)) return false;
    if (!socket.destroyed) turnedAway.note('PIPELINED', socket.remoteAddress);
    socket.destroy();
    return true;
  };
  server.addHook('onRequest', (request, reply, done) => {
    const { socket } = request.raw;
    if (isEarly(socket)) {
      reply.hijack();
      return;
    }
    answering.add(socket);
    reply.raw.once('close', () => answering.delete(socket));
    done();
  });
  (server.server as Server).prependListener('upgrade', ({ socket }) => void isEarly(socket));
}

/** Aborts when whoever asked has gone. */
export function whileConnected({ raw: { socket } }: FastifyRequest): AbortSignal {
  const gone = new AbortController();
  if (socket.destroyed) gone.abort();
  else socket.once('close', () => gone.abort());
  return gone.signal;
}

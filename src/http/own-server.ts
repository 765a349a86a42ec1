import type { AddressInfo } from 'node:net';
import { type FastifyInstance, fastify } from 'fastify';
import { errorBody } from './api-error.ts';

/** A server beside the pipeline, for a few who look and not for the public. */
export interface OwnServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface ServerAddress {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

const CONNECTIONS_MOST = 100;

/** `wayOut`: what is said to who asks for something else. Rejects as `listen` does: a port that is taken. */
export async function startOwnServer(
  { host, port }: ServerAddress,
  wayOut: string,
  routes: (server: FastifyInstance) => void,
): Promise<OwnServer> {
  const server = fastify({
    bodyLimit: 1_024,
    requestTimeout: 10_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: true,
  });
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(errorBody('NOT_FOUND', `there is nothing at this address; ${wayOut}`)),
  );
  routes(server);
  await server.listen({ host, port });
  server.server.maxConnections = CONNECTIONS_MOST;
  const bound = (server.server.address() as AddressInfo).port;
  const authority = `${host.includes(':') ? `[${host}]` : host}:${bound}`;
  return { url: `http://${authority}`, port: bound, close: () => server.close() };
}

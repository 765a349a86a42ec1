import type { AddressInfo } from 'node:net';
import { type FastifyInstance, fastify } from 'fastify';
import { errorBody } from './api-error.ts';
import { type Health, healthRoutes } from './health-routes.ts';

export interface HealthServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Health alone, of a program that serves nothing else. Rejects as `listen` does: a port that is taken. */
export async function startHealthServer(
  health: Health,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<HealthServer> {
  const server: FastifyInstance = fastify({
    bodyLimit: 1_024,
    requestTimeout: 10_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: true,
  });
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(errorBody('NOT_FOUND', 'there is nothing at this address; try /readyz')),
  );
  healthRoutes(server, health);
  await server.listen({ host, port });
  // A few who look and scrape, and not the public.
  server.server.maxConnections = CONNECTIONS_MOST;
  const bound = (server.server.address() as AddressInfo).port;
  const authority = `${host.includes(':') ? `[${host}]` : host}:${bound}`;
  return { url: `http://${authority}`, port: bound, close: () => server.close() };
}

const CONNECTIONS_MOST = 100;

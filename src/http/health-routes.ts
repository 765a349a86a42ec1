import type { FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';
import type { Missing } from '../model/missing.ts';

/** What operators ask of every program. */
export interface Health {
  /** What keeps it from being current; empty when nothing does. */
  readonly missing: () => readonly Missing[];
  /** In the Prometheus text format. */
  readonly metrics: () => Promise<string>;
}

/** `/healthz`: it runs. `/readyz`: it is current, or what is missing. `/metrics`: numbers for Prometheus. The same for engine and edge. */
export function healthRoutes(server: FastifyInstance, { missing, metrics }: Health): void {
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/readyz', (_request, reply) => {
    const found = missing();
    if (found.length === 0) return { status: 'ready', missing: [] };
    return reply.code(503).send({ status: 'not ready', missing: found });
  });
  server.get('/metrics', async (_request, reply) =>
    reply.type(Registry.PROMETHEUS_CONTENT_TYPE).send(await metrics()),
  );
}

import { type FastifyInstance, type FastifyReply, fastify } from 'fastify';
import type { Registry } from 'prom-client';
import type { Hub } from '../fanout/hub.ts';
import { ApiError, errorBody } from './api-error.ts';
import { type DocumentSource, documentRoutes } from './document-routes.ts';
import { modulesFolder } from './folders.ts';
import { pageRoutes } from './page-routes.ts';
import { sseRoute } from './sse-route.ts';

export interface HttpServerOptions extends DocumentSource {
  /** Where screens join that come as readers of server-sent events. */
  readonly hub: Hub;
  readonly metrics: Registry;
  /** Null when ready; else what is missing. */
  readonly notReady: () => string | null;
  /** Where compiled modules for browsers lie; the build's own folder when not given. */
  readonly modulesFolder?: string;
  readonly report: (what: string, error: unknown) => void;
}

/** Snapshots, health, metrics and the live page. The stream shares its port. */
export function httpServer(options: HttpServerOptions): FastifyInstance {
  const server = fastify({
    bodyLimit: 1_024,
    requestTimeout: 10_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: true,
    http: { maxHeaderSize: 16_384, headersTimeout: 10_000 },
    frameworkErrors: (error, _request, reply) => {
      sendBadRequest(reply as unknown as FastifyReply, error.message);
    },
    routerOptions: { maxParamLength: 200 },
  });
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(errorBody('NOT_FOUND', 'there is nothing at this address; try /v1/documents')),
  );
  server.setErrorHandler((error, _request, reply) => {
    if (error instanceof ApiError) return reply.code(error.status).send(errorBody(error.code, error.message));
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status < 500) return reply.code(status).send(errorBody('BAD_REQUEST', (error as Error).message));
    options.report('http', error);
    return reply.code(500).send(errorBody('INTERNAL', 'this should not happen; the log says more'));
  });
  documentRoutes(server, options);
  sseRoute(server, options.hub);
  healthRoutes(server, options);
  pageRoutes(server, options.modulesFolder ?? modulesFolder);
  return server;
}

/** An address that cannot even be read. */
function sendBadRequest(reply: FastifyReply, message: string): void {
  reply.code(400).send(errorBody('BAD_REQUEST', message));
}

function healthRoutes(server: FastifyInstance, { notReady, metrics }: HttpServerOptions): void {
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/readyz', (_request, reply) => {
    const missing = notReady();
    if (missing === null) return { status: 'ready' };
    return reply.code(503).send({ status: 'not ready', missing });
  });
  server.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );
}

import type { Socket } from 'node:net';
import { type ConnectionError, type FastifyInstance, type FastifyReply, fastify } from 'fastify';
import type { History } from '../fanout/channels/history.ts';
import type { TurnedAway } from '../fanout/connections/turned-away.ts';
import type { Admitted } from '../fanout/connections/visitors.ts';
import type { Hub } from '../fanout/hub.ts';
import { admission } from './admission.ts';
import { ApiError, errorBody } from './api-error.ts';
import { ConnectionGate } from './connection-gate.ts';
import { type DocumentSource, documentRoutes } from './document-routes.ts';
import { oneAtATime } from './exchanges.ts';
import { modulesFolder } from './folders.ts';
import { graphicsRoutes } from './graphics-routes.ts';
import { type Health, healthRoutes } from './health-routes.ts';
import { type OnAirView, onAirRoutes } from './on-air-routes.ts';
import { type OperationsView, operationsRoutes } from './operations-routes.ts';
import { Outbound } from './outbound.ts';
import { pageRoutes } from './page-routes.ts';
import { Past } from './past.ts';
import { rowRoutes } from './row-routes.ts';
import { schemaRoutes } from './schema-routes.ts';
import { sseRoute } from './sse-route.ts';
import { type WordSource, wordRoutes } from './word-routes.ts';

export interface HttpServerOptions extends Omit<DocumentSource, 'past' | 'outbound'>, Health {
  readonly history: Pick<History, 'version' | 'at' | 'causeOf'>;
  /** Where screens join that come as readers of server-sent events. */
  readonly hub: Hub;
  readonly admitted: Admitted;
  /** Where compiled modules for browsers lie; the build's own folder when not given. */
  readonly modulesFolder?: string;
  readonly operations: OperationsView;
  readonly onAir: OnAirView;
  /** Words for the codes in documents; none when not given. */
  readonly words?: WordSource;
  readonly report: (what: string, error: unknown) => void;
}

/** Snapshots, health, metrics and the live page. The stream shares its port. */
export function httpServer(options: HttpServerOptions): FastifyInstance {
  const { limits, turnedAway } = options.hub;
  const { handshakeMs } = limits;
  const server = fastify({
    bodyLimit: 1_024,
    requestTimeout: Math.max(10_000, handshakeMs),
    keepAliveTimeout: 10_000,
    forceCloseConnections: true,
    http: {
      maxHeaderSize: 16_384,
      headersTimeout: handshakeMs,
      // Node's own 30 s would let a slow peer stay three times as long as it may.
      connectionsCheckingInterval: Math.min(1_000, handshakeMs),
    },
    clientErrorHandler: (error, socket) => refuseRequest(error, socket, turnedAway),
    frameworkErrors: (error, _request, reply) => {
      sendBadRequest(reply as unknown as FastifyReply, error.message);
    },
    routerOptions: { maxParamLength: 200 },
  });
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(errorBody('NOT_FOUND', 'there is nothing at this address; try /v1/documents')),
  );
  server.setErrorHandler((error, _request, reply) => {
    if (error instanceof ApiError) {
      if (error.status === 503) reply.header('retry-after', RETRY_AFTER_S);
      return reply.code(error.status).send(errorBody(error.code, error.message));
    }
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status < 500) return reply.code(status).send(errorBody('BAD_REQUEST', (error as Error).message));
    options.report('http', error);
    return reply.code(500).send(errorBody('INTERNAL', 'this should not happen; the log says more'));
  });
  new ConnectionGate(server.server, options.hub);
  oneAtATime(server, turnedAway);
  admission(server, options.admitted, turnedAway);
  const past = new Past(options.history, limits);
  const outbound = new Outbound(limits, turnedAway);
  documentRoutes(server, { ...options, past, outbound });
  rowRoutes(server, { ...options, outbound });
  wordRoutes(server, options.words ?? (() => null));
  sseRoute(server, options.hub);
  healthRoutes(server, options);
  operationsRoutes(server, options.operations);
  onAirRoutes(server, options.onAir, options.operations);
  const modules = options.modulesFolder ?? modulesFolder;
  pageRoutes(server, modules);
  graphicsRoutes(server, modules);
  schemaRoutes(server);
  return server;
}

/** When to try again what could not be answered; a screen that is sent away comes back by SC15. */
const RETRY_AFTER_S = 1;

/** What is not HTTP, too much of it, or did not come in time. */
function refuseRequest({ code }: ConnectionError, socket: Socket, turnedAway: TurnedAway): void {
  const [status, said] = REFUSED_REQUESTS[code] ?? ['400 Bad Request', 'BAD_REQUEST'];
  // Who has gone has not done anything.
  if (code === 'ECONNRESET' || socket.destroyed) return;
  turnedAway.note(said, socket.remoteAddress);
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(errorBody(said, 'this connection is closed'));
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${body.length}\r\n\r\n${body}`,
    // The other half is not waited for.
    () => socket.destroy(),
  );
}

const REFUSED_REQUESTS: Readonly<Record<string, readonly [status: string, code: RefusedRequest]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'HANDSHAKE_TIMEOUT'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'HEADERS_TOO_LARGE'],
};
type RefusedRequest = 'HANDSHAKE_TIMEOUT' | 'HEADERS_TOO_LARGE' | 'BAD_REQUEST';

/** An address that cannot even be read. */
function sendBadRequest(reply: FastifyReply, message: string): void {
  reply.code(400).send(errorBody('BAD_REQUEST', message));
}

import type { FastifyInstance } from 'fastify';
import type { TurnedAway } from '../fanout/connections/turned-away.ts';
import { type Admitted, headersFor, refusedVisitor } from '../fanout/connections/visitors.ts';
import { ApiError } from './api-error.ts';

/** What a browser asks before a request that no form could make. */
const PREFLIGHT = {
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'Authorization, If-None-Match, Last-Event-ID',
  'access-control-max-age': '600',
};

/** Turns away whom `refusedVisitor` refuses, before anything is looked up, and lets browsers show the rest to admitted pages. */
export function admission(server: FastifyInstance, admitted: Admitted, turnedAway: TurnedAway): void {
  server.addHook('onRequest', (request, reply, done) => {
    const { headers, method, raw } = request;
    const refused = refusedVisitor(headers, admitted);
    if (refused !== null) {
      turnedAway.note(refused.code, raw.socket.remoteAddress);
      done(new ApiError(refused.status, refused.code, refused.message));
      return;
    }
    const shown = headersFor(headers);
    if (method === 'OPTIONS' && Object.keys(shown).length > 0) void reply.code(204).headers(PREFLIGHT).send();
    else done();
  });
  server.addHook('onSend', (request, reply, body, done) => {
    if (reply.statusCode !== 403 && reply.statusCode !== 421) reply.headers(headersFor(request.headers));
    if (admitted.origins.length > 0) reply.header('vary', withOrigin(reply.getHeader('vary')));
    done(null, body);
  });
}

/** What is kept for one page is not shown to another one. */
const withOrigin = (vary: unknown): string => (vary === undefined ? 'origin' : `${String(vary)}, origin`);

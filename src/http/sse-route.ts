import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SseConnection } from '../fanout/connections/sse-connection.ts';
import { headersFor } from '../fanout/connections/visitors.ts';
import { readPositionId } from '../fanout/frames/sse-frame.ts';
import type { Hub } from '../fanout/hub.ts';
import { readWord } from '../fanout/screens/words.ts';
import { STREAM_PATH } from '../fanout/stream-server.ts';
import { ApiError } from './api-error.ts';

/** The fields of `subscribe`; lists with commas, `top`, `organisations` and `competitors` of its `rows`. */
interface StreamQuery {
  channel?: string;
  mode?: string;
  delta?: string;
  ratePerSecond?: string;
  delayMs?: string;
  top?: string;
  organisations?: string;
  competitors?: string;
}

/** `GET /v1/stream` for `EventSource`: one subscription of the JSON stream as server-sent events (SC19). */
export function sseRoute(server: FastifyInstance, hub: Hub): void {
  server.get<{ Querystring: StreamQuery }>(STREAM_PATH, (request, reply) => {
    if (!takesEvents(request.headers.accept)) {
      const message = 'this is a WebSocket, or for who takes text/event-stream a stream of events';
      throw new ApiError(406, 'NOT_ACCEPTABLE', message);
    }
    const word = subscribeWord(request);
    const full = hub.noRoom();
    if (full !== null) throw new ApiError(503, full.code, full.message);
    follow(hub, request, reply, word);
  });
}

/** Events are among what is wanted (RFC 9110, 12.5.1); who says nothing takes anything. */
const takesEvents = (accept = '*/*'): boolean =>
  accept.split(',').some((range) => {
    const [type = '', ...parameters] = range.toLowerCase().split(';');
    const isMeant = ['text/event-stream', 'text/*', '*/*'].includes(type.trim());
    return isMeant && !parameters.some((parameter) => /^\s*q\s*=\s*0(\.0*)?\s*$/.test(parameter));
  });

function follow(hub: Hub, request: FastifyRequest, reply: FastifyReply, word: string): void {
  reply.hijack();
  const { socket } = request.raw;
  const screen = hub.add(new SseConnection(socket, headersFor(request.headers)), 'json', 'sse');
  socket.on('drain', () => screen.drained());
  socket.on('close', () => screen.gone(1000));
  screen.heard(word);
}

function subscribeWord({ query, headers }: FastifyRequest<{ Querystring: StreamQuery }>): string {
  const { channel, mode, delta, ratePerSecond, delayMs } = query;
  const subscribe = {
    id: 1,
    channel,
    mode,
    delta: delta === undefined ? undefined : delta === 'true',
    ratePerSecond: numberOf(ratePerSecond),
    delayMs: numberOf(delayMs),
    rows: rowsOf(query),
    positions: positionsOf(headers['last-event-id']),
  };
  const text = JSON.stringify({ subscribe });
  const word = readWord(text);
  if (word.word === 'refused') {
    throw new ApiError(400, word.code === 'BAD_CHANNEL' ? 'BAD_CHANNEL' : 'BAD_OPTION', word.message);
  }
  if (word.word === 'subscribe' && word.mode === 'every' && word.pattern.channel === null) {
    // One Last-Event-ID cannot say where several channels stand.
    throw new ApiError(400, 'BAD_CHANNEL', 'mode every names one channel here; a WebSocket takes patterns');
  }
  return text;
}

function positionsOf(lastEventId: string | string[] | undefined): object | undefined {
  if (lastEventId === undefined || lastEventId === '') return undefined;
  const read = readPositionId(String(lastEventId));
  if (read === null)
    throw new ApiError(400, 'BAD_POSITION', 'Last-Event-ID is the id of an event of this stream');
  return { [read.channel]: read.position };
}

function rowsOf({ top, organisations, competitors }: StreamQuery): object | undefined {
  if (top === undefined && organisations === undefined && competitors === undefined) return undefined;
  return {
    top: numberOf(top),
    organisations: organisations?.split(','),
    competitors: competitors?.split(','),
  };
}

/** What is no number becomes a text, which the word's reader refuses. */
function numberOf(text: string | undefined): number | string | undefined {
  if (text === undefined) return undefined;
  return /^\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) : text;
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Shelf } from '../fanout/channels/shelf.ts';
import type { ShelvedCopy } from '../fanout/channels/shelved-copy.ts';
import { type Channel, channelOf, DOCUMENT_TYPES, type Document } from '../model/document.ts';
import { millisecondText, parseInstant } from '../model/instant.ts';
import { RESULT_STATUSES } from '../model/result-status.ts';
import { disciplineOf } from '../model/rsc.ts';
import { ApiError } from './api-error.ts';
import { channelAt, currentAt, noteBehind } from './asked-document.ts';
import { changesSince } from './changes-since.ts';
import { whileConnected } from './exchanges.ts';
import type { Outbound } from './outbound.ts';
import type { Asked, Past } from './past.ts';
import {
  accepted,
  bytesOf,
  etagOf,
  isUnchanged,
  type Representation,
  splitSuffix,
  withExtras,
} from './representation.ts';

export interface DocumentSource {
  readonly shelf: Shelf;
  readonly past: Past;
  readonly outbound: Outbound;
  /** Seconds by which what is shown is behind the facts; null: not known. */
  readonly behind: () => number | null;
}

interface ListQuery {
  discipline?: string;
  type?: string;
  status?: string;
}

interface TraceQuery {
  version?: string;
  epoch?: string;
}

interface DocumentQuery {
  at?: string;
  since?: string;
  epoch?: string;
  extras?: string;
}

/** `GET /v1/documents`, `GET /v1/documents/<RSC>/<TYPE>[/<SUBCODE>]`, and `GET /v1/trace/...` of the same. */
export function documentRoutes(server: FastifyInstance, source: DocumentSource): void {
  server.get<{ Querystring: ListQuery }>('/v1/documents', (request) => listed(source.shelf, request.query));
  server.get<{ Params: { '*': string }; Querystring: DocumentQuery }>('/v1/documents/*', (request, reply) =>
    sendDocument(source, request, reply),
  );
  server.get<{ Params: { '*': string }; Querystring: TraceQuery }>('/v1/trace/*', (request) =>
    traced(source, channelAt(request.params['*']), request.query),
  );
}

/** Which fact led to a version, by the id under which the venue sent it; the newest version when none is named. */
async function traced({ shelf, past }: DocumentSource, channel: Channel, query: TraceQuery): Promise<object> {
  const current = currentAt(shelf, channel);
  const { epoch = current.epoch } = query;
  const version = query.version === undefined ? current.version : wholeNumber(query.version);
  if (version === null) throw new ApiError(400, 'BAD_AT', 'version is a whole number');
  const fact = await past.causeOf(channel, epoch, version);
  if (fact === null) throw new ApiError(404, 'NO_SUCH_VERSION', `nothing is known of ${channel} ${version}`);
  return { channel, epoch, version, fact };
}

function listed(shelf: Shelf, { discipline, type, status }: ListQuery): object {
  oneOf('type', type, DOCUMENT_TYPES);
  oneOf('status', status, RESULT_STATUSES);
  if (discipline !== undefined && !/^[A-Z0-9]{3}$/.test(discipline)) {
    throw new ApiError(400, 'BAD_FILTER', 'discipline is a three-letter code such as ATH');
  }
  const documents = [...shelf.channels()]
    .map((channel) => shelf.copy(channel)!)
    .filter(({ current: { header } }) => discipline === undefined || disciplineOf(header.unit) === discipline)
    .filter(({ current: { header } }) => type === undefined || header.type === type)
    .filter(({ current: { header } }) => status === undefined || header.status === status)
    .map(summary)
    .sort((one, other) => (one.channel < other.channel ? -1 : 1));
  return { documents };
}

/** Without a look at the rows: most of them are packed. */
function summary({ current, rowCount }: ShelvedCopy) {
  const { epoch, version, hash, asOf, header } = current;
  const { type, unit, subcode, status, test, rule, names, reliability } = header;
  const channel = channelOf(header);
  return {
    channel,
    type,
    unit,
    subcode,
    epoch,
    version,
    hash,
    asOf,
    status,
    test,
    rule,
    names,
    reliability,
    rows: rowCount,
  };
}

function oneOf(name: string, value: string | undefined, known: readonly string[]): void {
  if (value === undefined || known.includes(value)) return;
  throw new ApiError(400, 'BAD_FILTER', `${name} is one of ${known.join(', ')}`);
}

async function sendDocument(
  source: DocumentSource,
  request: FastifyRequest<{ Params: { '*': string }; Querystring: DocumentQuery }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { address, representation: suffixed } = splitSuffix(request.params['*']);
  const channel = channelAt(address);
  const { at, since, extras } = request.query;
  const representation = withExtras(suffixed ?? accepted(request.headers.accept), extras);
  const current = currentAt(source.shelf, channel);
  noteBehind(reply.header('vary', 'accept'), source.behind());
  if (since !== undefined) return sendSince(source, channel, request.query, representation, reply);
  const document = at === undefined ? current : await documentAt(source.past, channel, current, request);
  const etag = etagOf(document, representation);
  reply.header('etag', etag).header('splitsecond-position', `${document.epoch}/${document.version}`);
  if (isUnchanged(request.headers['if-none-match'], etag)) return reply.code(304).send();
  reply.type(representation.contentType);
  return source.outbound.send(reply, bytesOf(document, representation));
}

/** The document as it was at a version, or at a time. */
async function documentAt(
  past: Past,
  channel: Channel,
  current: Document,
  request: FastifyRequest<{ Querystring: DocumentQuery }>,
): Promise<Document> {
  const { at = '', epoch = current.epoch } = request.query;
  const asked = askedFor(at);
  if (asked === null)
    throw new ApiError(400, 'BAD_AT', 'at is a version, or a time such as 2024-06-09T20:53:11Z');
  const newest = epoch === current.epoch ? current : { epoch };
  if (newest === current && isCurrentAt(current, asked)) return current;
  const found = await past.document(channel, newest, asked, whileConnected(request));
  if (found === null) throw new ApiError(404, 'NO_SUCH_VERSION', `${channel} has nothing at ${at}`);
  return found;
}

function askedFor(at: string): Asked | null {
  const version = wholeNumber(at);
  if (version !== null) return { version };
  const time = timeOf(at);
  return time === null ? null : { time };
}

const isCurrentAt = ({ version, asOf }: Document, asked: Asked): boolean =>
  'version' in asked ? asked.version === version : asOf <= asked.time;

/** What changed since a version, in the frame form of the stream: a delta, or the whole document. */
function sendSince(
  { shelf, outbound }: DocumentSource,
  channel: Channel,
  { since, epoch }: DocumentQuery,
  { suffix, contentType }: Representation,
  reply: FastifyReply,
): FastifyReply {
  const base = wholeNumber(since ?? '');
  if (base === null) throw new ApiError(400, 'BAD_SINCE', 'since is a version');
  if (suffix !== 'json' && suffix !== 'pb') {
    throw new ApiError(400, 'NO_DELTA_IN_FORMAT', 'what changed comes as JSON or protobuf');
  }
  const copy = shelf.copy(channel)!;
  const { current } = copy;
  const isSameEpoch = epoch === undefined || epoch === current.epoch;
  if (isSameEpoch && base === current.version) return reply.code(204).send();
  const format = suffix === 'json' ? 'json' : 'protobuf';
  return outbound.send(
    reply.type(contentType),
    changesSince(copy, channel, format, isSameEpoch ? base : null),
  );
}

function wholeNumber(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** RFC 3339 -> UTC with milliseconds, as documents carry it. */
function timeOf(text: string): string | null {
  const instant = parseInstant(text);
  return instant === null ? null : millisecondText(instant);
}

import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { chosenColumns, columnsOf, type FlatColumn } from '../encode/flat/columns.ts';
import { flatRows, lineWhere, rowAsked, type Stretch } from '../encode/flat/rows.ts';
import { type FlatFormat, writeFlat } from '../encode/flat/write.ts';
import type { Document } from '../model/document.ts';
import { ApiError } from './api-error.ts';
import { channelAt, currentAt, noteBehind } from './asked-document.ts';
import type { DocumentSource } from './document-routes.ts';
import { isUnchanged } from './representation.ts';

interface RowQuery {
  columns?: string;
  suffix?: string;
  from?: string;
  count?: string;
  test?: string;
}

type Source = Omit<DocumentSource, 'past'>;
type RowRequest = FastifyRequest<{ Params: { '*': string }; Querystring: RowQuery }>;

/** More are asked for in stretches: no single request makes the text of a mass race. */
const MOST_ROWS = 1_000;

const CONTENT_TYPES: Readonly<Record<FlatFormat, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
};

/**
 * For machines that poll: `GET /v1/rows/<channel>.json|csv|xml`, flat rows of texts, and
 * `GET /v1/value/<channel>/<line or COLUMN=TEXT>/<column>`, one text.
 */
export function rowRoutes(server: FastifyInstance, source: Source): void {
  const get = (path: string, answer: (request: RowRequest, reply: FastifyReply) => Answer): void => {
    server.get<{ Params: { '*': string }; Querystring: RowQuery }>(path, (request, reply) => {
      const { document, tag, type, text } = answer(request, reply);
      const etag = `W/"${document.hash}.${tag}"`;
      noteBehind(reply.header('etag', etag), source.behind());
      reply.header('splitsecond-position', `${document.epoch}/${document.version}`);
      if (isUnchanged(request.headers['if-none-match'], etag)) return reply.code(304).send();
      return source.outbound.send(reply.type(type), Buffer.from(text()));
    });
  };
  get('/v1/rows/*', (request, reply) => rowsAsked(source, request, reply));
  get('/v1/value/*', (request) => valueAsked(source, request));
}

interface Answer {
  readonly document: Document;
  /** What makes the answer another one than that to another question about the same content. */
  readonly tag: string;
  readonly type: string;
  readonly text: () => string;
}

function rowsAsked({ shelf }: Source, { params, query, url }: RowRequest, reply: FastifyReply): Answer {
  const [, address = '', format] = /^(.*)\.(json|csv|xml)$/.exec(params['*']) ?? [];
  if (format === undefined) throw new ApiError(406, 'NOT_ACCEPTABLE', 'rows end in .json, .csv or .xml');
  const document = shownTo(query, currentAt(shelf, channelAt(address)));
  const columns = columnsAsked(document, query);
  const stretch = stretchAsked(query);
  reply.header('splitsecond-rows', String(document.rows.length));
  return {
    document,
    tag: tagOf(url),
    type: CONTENT_TYPES[format as FlatFormat],
    text: () => writeFlat[format as FlatFormat](columns, flatRows(document, columns, stretch)),
  };
}

function valueAsked({ shelf }: Source, { params, query, url }: RowRequest): Answer {
  const steps = params['*'].split('/');
  const [where = '', name = ''] = steps.splice(-2);
  const document = shownTo(query, currentAt(shelf, channelAt(steps.join('/'))));
  const [column] = columnsNamed(document, name);
  const from = lineAsked(document, where);
  const [row] = from === 0 ? [] : flatRows(document, [column!], { from, count: 1 });
  if (row === undefined) throw new ApiError(404, 'NO_SUCH_ROW', `nothing stands at ${where}`);
  return { document, tag: tagOf(url), type: 'text/plain; charset=utf-8', text: () => row[0]! };
}

/** What is a rehearsal goes on air by mistake only if it can be asked for by mistake. */
function shownTo({ test }: RowQuery, document: Document): Document {
  if (!document.header.test || test === 'yes') return document;
  throw new ApiError(409, 'IS_TEST', 'this is a rehearsal and no result; test=yes shows it all the same');
}

function columnsAsked(document: Document, { columns, suffix = '' }: RowQuery): FlatColumn[] {
  const chosen = columns === undefined ? columnsOf(document.header) : columnsNamed(document, columns);
  if (!/^[\p{L}\p{N}_.-]{0,40}$/u.test(suffix))
    throw new ApiError(400, 'BAD_COLUMNS', 'suffix is of letters, digits, point, hyphen and underscore');
  return chosen.map(({ name, source }) => ({ name: name + suffix, source }));
}

function columnsNamed({ header }: Document, names: string): FlatColumn[] {
  const all = columnsOf(header);
  const chosen = chosenColumns(names, all, header.type);
  if (chosen !== null) return chosen;
  const known = all.map(({ name }) => name).join(' ');
  throw new ApiError(400, 'BAD_COLUMNS', `columns are COLUMN or COLUMN:NAME, each name once; here: ${known}`);
}

function stretchAsked({ from = '1', count = String(MOST_ROWS) }: RowQuery): Stretch {
  const [first, many] = [from, count].map((text) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0));
  if (!first || !many || many > MOST_ROWS)
    throw new ApiError(400, 'BAD_STRETCH', `from is a line from 1 on, count 1 to ${MOST_ROWS} rows`);
  return { from: first, count: many };
}

/** The line of a row that is named by its number, or by a text in it: `bib=12`. 0: there is none. */
function lineAsked(document: Document, where: string): number {
  const asked = rowAsked(where);
  if (asked === null) throw new ApiError(400, 'BAD_STRETCH', 'a row is a line from 1 on, or COLUMN=TEXT');
  if (typeof asked === 'number') return asked;
  return lineWhere(document, columnsNamed(document, asked.column)[0]!, asked.text);
}

/** The question, in characters that an ETag may have. */
const tagOf = (url: string): string => createHash('sha256').update(url).digest('base64url').slice(0, 22);

/** For media wires that pull: `GET /wires/<recipient>.atom`, what changed, and `GET /wires/<recipient>/<file>`, the bytes in its form. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { atomFeed } from '../encode/wire/atom.ts';
import type { Listed, PullList } from '../wires/pull-list.ts';
import type { Letter } from '../wires/way.ts';
import { errorBody } from './api-error.ts';
import { isUnchanged } from './representation.ts';

/** `lists`: of each recipient that pulls; null while the gateway cannot say what is newest. */
export function pullRoutes(server: FastifyInstance, lists: () => ReadonlyMap<string, PullList> | null): void {
  const get = (
    path: string,
    answer: (list: PullList, request: PullRequest, reply: FastifyReply) => Promise<unknown>,
  ): void => {
    server.get<{ Params: Asked }>(path, async (request, reply) => {
      const known = lists();
      if (known === null)
        return reply.code(503).send(errorBody('BUSY', 'the gateway begins, or has no broker; ask again'));
      const { name, file } = request.params;
      const list = known.get(file === undefined ? name.replace(/\.atom$/, '') : name);
      if (list === undefined || !hasKey(list, request.headers.authorization))
        return reply
          .code(401)
          .header('www-authenticate', 'Basic realm="wires", Bearer')
          .send(
            errorBody(
              'KEY_REFUSED',
              'send the key of the recipient: Authorization: Bearer KEY, or as a password',
            ),
          );
      return answer(list, request, reply);
    });
  };
  get('/wires/:name', async (list, request, reply) => feedOf(list, request, reply));
  get('/wires/:name/:file', async (list, request, reply) => {
    const found = (await list.listed()).find(({ letter }) => letter.name === request.params.file);
    if (found === undefined)
      return reply
        .code(404)
        .send(errorBody('NOT_FOUND', `/wires/${list.recipient.name}.atom says what there is`));
    return letterSent(found.letter, request, reply);
  });
}

interface Asked {
  readonly name: string;
  readonly file?: string;
}
type PullRequest = FastifyRequest<{ Params: Asked }>;

async function feedOf(list: PullList, request: PullRequest, reply: FastifyReply): Promise<unknown> {
  const { name, settings } = list.recipient;
  const listed = await list.listed();
  const etag = etagOf(listed.map(({ letter }) => letter.key).join('\n'));
  reply.header('etag', etag).header('cache-control', 'private, no-cache');
  if (isUnchanged(request.headers['if-none-match'], etag)) return reply.code(304).send();
  const entries = listed.map(({ letter, at }: Listed) => ({
    dispatch: letter.dispatch,
    updated: new Date(at).toISOString(),
    href: `${name}/${encodeURIComponent(letter.name)}`,
    contentType: letter.contentType,
    length: letter.bytes.length,
  }));
  return reply
    .type('application/atom+xml; charset=utf-8')
    .send(atomFeed(name, entries, new Date(0).toISOString(), settings));
}

function letterSent(
  { key, bytes, contentType, dispatch }: Letter,
  request: PullRequest,
  reply: FastifyReply,
): unknown {
  const { story, number, kind, document } = dispatch;
  const etag = etagOf(key);
  reply.headers({
    etag,
    'cache-control': 'private, no-cache',
    'splitsecond-story': encodeURIComponent(story),
    'splitsecond-number': String(number),
    'splitsecond-kind': kind,
    'splitsecond-position': `${document.epoch} ${document.version}`,
  });
  if (isUnchanged(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.type(contentType).send(Buffer.from(bytes));
}

/** `Bearer KEY`, or Basic with the key as the password: what readers of feeds can send. */
function hasKey({ recipient: { way } }: PullList, authorization = ''): boolean {
  if (!('pull' in way)) return false;
  const [scheme = '', said = ''] = authorization.split(' ');
  const isBasic = scheme.toLowerCase() === 'basic';
  const key = isBasic
    ? Buffer.from(said, 'base64')
        .toString()
        .replace(/^[^:]*:/, '')
    : said;
  // Of equal length, whatever was sent.
  return timingSafeEqual(digestOf(key), digestOf(way.pull.key));
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
const etagOf = (text: string): string => `"${digestOf(text).toString('base64url').slice(0, 22)}"`;

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ApiError } from './api-error.ts';
import { pagesFolder, schemasFolder } from './folders.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
};

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const PAGE_FILE = /^[a-z-]+\.(css|js|svg)$/;
/** Only the pure folders that the subscriber library is made of. */
const MODULE_FILE = /^(client|encode|versions|model)\/(?:[a-z-]+\/)?[a-z-]+\.js$/;

/** The live page with its scripts, and the descriptions of the interfaces. */
export function pageRoutes(server: FastifyInstance, modulesFolder: string): void {
  server.get('/', (_request, reply) => sendFile(reply, pagesFolder, 'index.html'));
  server.get('/favicon.ico', (_request, reply) => sendFile(reply, pagesFolder, 'mark.svg'));
  server.get<{ Params: { file: string } }>('/assets/:file', ({ params }, reply) => {
    if (!PAGE_FILE.test(params.file)) throw notFound();
    return sendFile(reply, pagesFolder, params.file);
  });
  server.get<{ Params: { '*': string } }>('/assets/modules/*', ({ params }, reply) => {
    if (!MODULE_FILE.test(params['*'])) throw notFound();
    return sendFile(reply, modulesFolder, params['*']);
  });
  server.get('/openapi.json', (_request, reply) => sendFile(reply, schemasFolder, 'openapi.json'));
  server.get('/asyncapi.yaml', (_request, reply) => sendFile(reply, schemasFolder, 'asyncapi.yaml'));
}

async function sendFile(reply: FastifyReply, folder: string, file: string): Promise<FastifyReply> {
  const bytes = await readFile(join(folder, file)).catch(() => null);
  if (bytes === null) throw notFound();
  const type = CONTENT_TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return reply.headers(SECURITY_HEADERS).header('cache-control', 'no-cache').type(type).send(bytes);
}

const notFound = (): ApiError => new ApiError(404, 'NOT_FOUND', 'there is nothing at this address');

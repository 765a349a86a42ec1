import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyReply } from 'fastify';
import { ApiError } from './api-error.ts';
import { IMPORT_MAP_HASH, withImportMap } from './import-map.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
  proto: 'text/plain; charset=utf-8',
  xsd: 'application/xml; charset=utf-8',
};

const SECURITY_HEADERS = {
  'content-security-policy':
    `default-src 'none'; script-src 'self' ${IMPORT_MAP_HASH}; ` +
    "style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** A file of ours, with the type that its ending says. Throws `NOT_FOUND`. */
export async function sendFile(reply: FastifyReply, folder: string, file: string): Promise<FastifyReply> {
  const bytes = await readFile(join(folder, file)).catch(() => null);
  if (bytes === null) throw notFound();
  return send(reply, file, bytes);
}

/** A page, with the map of the packages that its modules import. Throws `NOT_FOUND`. */
export async function sendPage(reply: FastifyReply, folder: string, file: string): Promise<FastifyReply> {
  const html = await readFile(join(folder, file), 'utf8').catch(() => null);
  if (html === null) throw notFound();
  return send(reply, file, withImportMap(html));
}

function send(reply: FastifyReply, file: string, bytes: Buffer | string): FastifyReply {
  const type = CONTENT_TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return reply.headers(SECURITY_HEADERS).header('cache-control', 'no-cache').type(type).send(bytes);
}

export const notFound = (): ApiError => new ApiError(404, 'NOT_FOUND', 'there is nothing at this address');

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

const COMMON_HEADERS = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

const SECURITY_HEADERS = {
  ...COMMON_HEADERS,
  'content-security-policy':
    `default-src 'none'; script-src 'self' ${IMPORT_MAP_HASH}; ` +
    "style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/**
 * Of pages for playout. What runs in them is ours alone; they are told which edge they follow and which theme they wear, with its letters and pictures, and
 * may stand in the page of whoever shows them: nobody can be made to do anything there.
 */
export const GRAPHIC_HEADERS = {
  ...COMMON_HEADERS,
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' http: https:; font-src 'self' http: https: data:; " +
    "img-src 'self' http: https: data:; connect-src 'self' http: https: ws: wss:; base-uri 'none'; form-action 'none'",
};

/** A file of ours, with the type that its ending says. Throws `NOT_FOUND`. */
export async function sendFile(
  reply: FastifyReply,
  folder: string,
  file: string,
  headers: Readonly<Record<string, string>> = SECURITY_HEADERS,
): Promise<FastifyReply> {
  const bytes = await readFile(join(folder, file)).catch(() => null);
  if (bytes === null) throw notFound();
  return send(reply, file, bytes, headers);
}

/** A text that is made here, with the type that the name of its file says. */
export const sendText = (reply: FastifyReply, file: string, text: string): FastifyReply =>
  send(reply, file, text, SECURITY_HEADERS);

/** A page, with the map of the packages that its modules import. Throws `NOT_FOUND`. */
export async function sendPage(reply: FastifyReply, folder: string, file: string): Promise<FastifyReply> {
  const html = await readFile(join(folder, file), 'utf8').catch(() => null);
  if (html === null) throw notFound();
  return send(reply, file, withImportMap(html), SECURITY_HEADERS);
}

function send(
  reply: FastifyReply,
  file: string,
  bytes: Buffer | string,
  headers: Readonly<Record<string, string>>,
): FastifyReply {
  const type = CONTENT_TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return reply.headers(headers).header('cache-control', 'no-cache').type(type).send(bytes);
}

export const notFound = (): ApiError => new ApiError(404, 'NOT_FOUND', 'there is nothing at this address');

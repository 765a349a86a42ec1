import type { FastifyInstance } from 'fastify';
import { notFound, sendFile } from './files.ts';
import { pagesFolder } from './folders.ts';

const PAGE_FILE = /^[a-z-]+\.(css|js|svg)$/;
/** Only the pure folders that the subscriber library is made of. */
const MODULE_FILE = /^(client|encode|versions|model)\/(?:[a-z-]+\/)?[a-z-]+\.js$/;

/** The live page with its scripts. */
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
}

import type { FastifyInstance } from 'fastify';
import { notFound, sendFile, sendPage } from './files.ts';
import { pagesFolder } from './folders.ts';
import { packageFile } from './import-map.ts';

/** Address and file of each page. */
const PAGES: Readonly<Record<string, string>> = {
  '/': 'index.html',
  '/commentator': 'commentator.html',
  '/operations': 'operations.html',
  '/graphics/desk': 'graphics-desk.html',
};
const PAGE_FILE = /^[a-z-]+\.(css|svg)$/;
/** Only the pages themselves and the pure folders that the subscriber library is made of. */
const MODULE_FILE = /^(pages|client|encode|versions|model|incidents)\/(?:[a-z-]+\/)?[a-z-]+\.js$/;

/** The pages with their scripts. */
export function pageRoutes(server: FastifyInstance, modulesFolder: string): void {
  for (const [address, file] of Object.entries(PAGES))
    server.get(address, (_request, reply) => sendPage(reply, pagesFolder, file));
  server.get('/favicon.ico', (_request, reply) => sendFile(reply, pagesFolder, 'mark.svg'));
  server.get<{ Params: { file: string } }>('/assets/:file', ({ params }, reply) => {
    if (!PAGE_FILE.test(params.file)) throw notFound();
    return sendFile(reply, pagesFolder, params.file);
  });
  server.get<{ Params: { file: string } }>('/assets/packages/:file', ({ params }, reply) => {
    const found = packageFile(params.file);
    if (found === null) throw notFound();
    return sendFile(reply, found.folder, found.file);
  });
  server.get<{ Params: { '*': string } }>('/assets/modules/*', ({ params }, reply) => {
    if (!MODULE_FILE.test(params['*'])) throw notFound();
    return sendFile(reply, modulesFolder, params['*']);
  });
}

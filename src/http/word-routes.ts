import type { FastifyInstance } from 'fastify';
import type { Words } from '../model/words.ts';
import { ApiError } from './api-error.ts';

/** Words that come with the sports, by discipline and language; null where there are none. */
export type WordSource = (discipline: string, language: string) => Words | null;

const FILE = /^([a-z]{2})\.json$/;
/** Words change with the build only. */
const KEPT_FOR = 'public, max-age=3600';

/** `GET /v1/words/<DISCIPLINE>/<language>.json`: what the codes in documents are called. */
export function wordRoutes(server: FastifyInstance, words: WordSource): void {
  server.get<{ Params: { discipline: string; file: string } }>(
    '/v1/words/:discipline/:file',
    ({ params }, reply) => {
      const language = FILE.exec(params.file)?.[1];
      const found = language === undefined ? null : words(params.discipline, language);
      if (found === null)
        throw new ApiError(404, 'NOT_FOUND', 'no words for this discipline in this language; try en.json');
      return reply.header('cache-control', KEPT_FOR).send(found);
    },
  );
}

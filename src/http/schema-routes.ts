import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sendFile } from './files.ts';
import { schemasFolder } from './folders.ts';

/** What programs read of the contracts; pages for people, samples and the alert rules of operators are none of it. */
const CONTRACT = /\.(?:json|proto|xsd)$|^asyncapi\.yaml$/;
const APART = /(?:^|\/)samples\/|^field-numbers\.json$/;

/**
 * The contracts, each at its path in `schemas/`: what they name of each other (`$ref`, `import`, links) stands there as it does in the
 * folder, so it resolves here as it does there.
 */
export function schemaRoutes(server: FastifyInstance): void {
  for (const path of contractFiles())
    server.get(`/${path}`, (_request, reply) => sendFile(reply, schemasFolder, path));
}

export const contractFiles = (): readonly string[] =>
  readdirSync(schemasFolder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => CONTRACT.test(path) && !APART.test(path));

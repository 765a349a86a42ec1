/** Graphics for playout systems: their pages, what they load, and manifests by which renderers of OGraf find them. */
import type { FastifyInstance } from 'fastify';
import { LISTED, type Listed } from '../graphics/listed.ts';
import { mainFile, mainText, manifestFile, manifestText, type Packed } from '../graphics/shells/packed.ts';
import { GRAPHIC_HEADERS, notFound, sendFile, sendText } from './files.ts';
import { graphicsFolder, packageVersion } from './folders.ts';

/** File of each page by its name under `/graphics/`. */
const PAGES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(LISTED.map(({ name }) => [name, 'graphic.html'])),
  output: 'output.html',
};

/** What graphics and their desk are made of, and nothing else of the build. */
const MODULE_FILE =
  /^(?:graphics|pages|incidents|on-air|client|encode|versions|model)\/(?:[a-z-]+\/)*[a-z0-9-]+\.(?:js|css)$/;

const PACKED: Packed = { version: packageVersion, defaults: {}, modules: '../modules/' };

/** Pages of other origins, where renderers are, load modules and manifests where `--allow-origin` says so. */
export function graphicsRoutes(server: FastifyInstance, modulesFolder: string): void {
  for (const [name, file] of Object.entries(PAGES))
    server.get(`/graphics/${name}`, (_request, reply) =>
      sendFile(reply, graphicsFolder, file, GRAPHIC_HEADERS),
    );
  for (const [file, textOf] of LISTED.flatMap(ografFiles))
    server.get(`/graphics/ograf/${file}`, (_request, reply) => sendText(reply, file, textOf()));
  server.get<{ Params: { '*': string } }>('/graphics/modules/*', ({ params }, reply) => {
    if (!MODULE_FILE.test(params['*'])) throw notFound();
    return sendFile(reply, modulesFolder, params['*']);
  });
}

const ografFiles = (graphic: Listed): [file: string, textOf: () => string][] => [
  [manifestFile(graphic), () => manifestText(graphic, PACKED)],
  [mainFile(graphic), () => mainText(graphic, PACKED)],
];

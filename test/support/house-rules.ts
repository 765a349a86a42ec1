/** The tables that `tidy.test.ts` holds the source against. A new room or package gets its line here, with thought. */

/** The room a file is in: `src/rules/families/x.ts` -> `rules`, `src/engine.ts` -> `engine.ts`, `sports/x/y.ts` -> `sports`. */
export function roomOf(path: string): string {
  const [top, second] = path.split('/');
  return top === 'src' ? second! : top!;
}

const CORE = ['model', 'rules'];

/** Which rooms a room may import, beside itself. The order is the order of the pipeline. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[] | 'anything'>> = {
  model: [],
  rules: ['model'],
  sports: CORE,
  ledger: CORE,
  versions: ['model'],
  standings: [...CORE, 'ledger', 'versions'],
  encode: ['model', 'sports.ts'],
  incidents: ['model'],
  broker: ['model'],
  'on-air': ['model', 'broker', 'incidents', 'timing.ts'],
  ingest: ['model', 'encode', 'broker'],
  venue: ['model', 'ingest', 'broker', 'timing.ts'],
  engine: [
    ...CORE,
    'ledger',
    'versions',
    'standings',
    'ingest',
    'encode',
    'broker',
    'incidents',
    'program-log.ts',
  ],
  checkpoints: ['model', 'standings', 'broker', 'engine'],
  archive: [...CORE, 'versions', 'standings', 'ingest', 'encode', 'broker', 'engine'],
  trace: [...CORE, 'ledger', 'standings', 'ingest', 'broker', 'engine'],
  fanout: ['model', 'versions', 'encode', 'broker', 'incidents', 'timing.ts', 'program-log.ts'],
  desk: ['model', 'ingest', 'broker', 'venue', 'fanout', 'incidents', 'on-air', 'timing.ts'],
  http: [
    'model',
    'versions',
    'encode',
    'broker',
    'fanout',
    'engine',
    'incidents',
    'on-air',
    'wires',
    'graphics',
  ],
  client: ['model', 'versions', 'encode'],
  wires: ['model', 'encode', 'broker', 'fanout', 'timing.ts', 'settings-fields.ts'],
  scoreboard: ['model', 'encode', 'settings-fields.ts'],
  caspar: ['model', 'encode', 'scoreboard', 'settings-fields.ts'],
  graphics: ['model', 'client', 'encode', 'on-air'],
  pages: ['model', 'client', 'incidents', 'on-air', 'graphics'],
  // Another implementation of the stream: what it knows is written from the contracts alone.
  conformance: [],
  catalogue: [...CORE, 'setup'],
  verify: [...CORE, 'ingest', 'venue', 'sports', 'offline-competition.ts'],
  setup: ['broker', 'model', 'encode'],
  'warm-up': 'anything',
  simulation: 'anything',
  cli: 'anything',
  'engine.ts': 'anything',
  'edge.ts': 'anything',
  'desk.ts': 'anything',
  'offline-competition.ts': [...CORE, 'standings', 'ingest', 'venue', 'sports.ts'],
  'sports.ts': ['sports', 'rules', 'model'],
  'program-log.ts': [],
  'timing.ts': [],
  'settings-fields.ts': [],
};

/** Where programs and the package begin: whatever none of them imports, in one step or several, is not part of the product. */
export const ENTRIES: readonly string[] = [
  'src/cli/splitsecond.ts',
  'src/client/browser.ts',
  'src/client/node.ts',
  'src/client/protobuf.ts',
  'src/graphics/shells/ograf.ts',
  'src/graphics/shells/output.ts',
  'src/graphics/shells/page.ts',
  'src/pages/commentator/commentator.tsx',
  'src/pages/graphics-desk/graphics-desk.tsx',
  'src/pages/live/live.tsx',
  'src/pages/operations/operations.tsx',
  'src/setup/open-broker.ts',
  'src/setup/schemas/made-files.ts',
  'src/simulation/crew-member.ts',
  'src/venue/venue-client.ts',
];

/** What is offered to sports and used by none of this build yet: two invented sports in the tests live on it. */
export const OFFERED_TO_SPORTS: readonly string[] = [
  'src/rules/families/period-scores.ts',
  'src/rules/families/series.ts',
];

/**
 * Where a sport may be named: the list of sports, formats in which sports publish their results, examples in the help of
 * commands, and the invented races of the conformance suite.
 */
export const MAY_NAME_SPORTS =
  /^src\/(?:sports\.ts$|verify\/converters(?:\/|\.ts$)|venue\/import\/|cli\/|conformance\/)/;

/** Same facts, same bytes: nothing here may depend on when, where or in which mood it runs. */
export const PURE_ROOMS: readonly string[] = [
  'model',
  'rules',
  'sports',
  'ledger',
  'versions',
  'standings',
  'encode',
  'incidents',
];

export const CLOCK_AND_CHANCE =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.|\bMath\.random\b|\bcrypto\.|\bset(?:Timeout|Interval|Immediate)\b|\bprocess\.|\bfetch\(|\bconsole\.|\.toLocale\w+|\blocaleCompare\b|\bIntl\.|\.get(?:Hours|Minutes|Day|Date|Month|FullYear|TimezoneOffset)\(/g;

/** Which rooms may use a package. Nothing of the pipeline outside `broker/` knows NATS, and nobody but the commands prints. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@nats-io/transport-node': ['broker', 'conformance'],
  '@nats-io/jetstream': ['broker', 'conformance'],
  '@nats-io/kv': ['broker'],
  ajv: ['ingest', 'cli', 'conformance'],
  'basic-ftp': ['wires'],
  'ssh2-sftp-client': ['wires'],
  'ajv-formats': ['ingest', 'cli', 'conformance'],
  'casparcg-connection': ['caspar'],
  commander: ['cli'],
  'fast-xml-parser': ['venue', 'encode'],
  fastify: ['http'],
  pino: ['cli'],
  preact: ['pages'],
  '@preact/signals': ['pages'],
  'prom-client': ['http', 'cli'],
  'libxml2-wasm': ['conformance'],
  protobufjs: ['ingest', 'conformance'],
  ws: ['fanout', 'client', 'cli'],
};

/** Which of Node's own modules a room may use; a room without a line uses none. */
export const NODE_MODULES: Readonly<Record<string, readonly string[] | 'any'>> = {
  broker: ['child_process', 'fs', 'fs/promises', 'os', 'path', 'url', 'timers/promises'],
  ingest: ['buffer'],
  checkpoints: ['crypto', 'fs/promises', 'path', 'util', 'v8', 'zlib'],
  archive: ['crypto', 'fs/promises', 'path'],
  venue: [
    'events',
    'fs',
    'fs/promises',
    'os',
    'path',
    'stream',
    'stream/promises',
    'timers/promises',
    'zlib',
  ],
  fanout: ['http', 'net', 'stream', 'crypto', 'zlib'],
  http: ['crypto', 'fs', 'fs/promises', 'path', 'url', 'http', 'net', 'stream'],
  scoreboard: ['net'],
  conformance: ['child_process', 'crypto', 'fs', 'http', 'net', 'tls', 'zlib'],
  catalogue: ['fs', 'path', 'url'],
  verify: ['fs', 'path'],
  wires: ['crypto', 'fs/promises', 'path', 'stream', 'zlib'],
  'warm-up': ['fs', 'path'],
  simulation: ['fs', 'process', 'worker_threads'],
  cli: 'any',
  setup: 'any',
  'engine.ts': 'any',
  'edge.ts': 'any',
  'desk.ts': 'any',
};

/** The files that may read the environment: they wire a program, or hand their own to one that they start. */
export const PROCESS_ALLOWED =
  /^src\/(?:cli\/|setup\/|engine\.ts$|edge\.ts$|desk\.ts$|broker\/nats\/embedded-server\.ts$)/;

/** `any` is written where a list holds rules over different cards. */
export const ANY_ALLOWED: readonly string[] = ['src/rules/contract.ts'];

const CORE_AND_DOCUMENTS = ['model', 'rules', 'sports', 'ledger', 'versions', 'standings', 'encode'];
const TRANSPORT = ['broker', 'fanout', 'http'];

const everywhere = (): boolean => true;
const inCore = (room: string): boolean => CORE_AND_DOCUMENTS.includes(room);
const inTransport = (room: string): boolean => TRANSPORT.includes(room);

/** Words that say nothing, or that mean something else in sport, and the rooms where they may not be exported. */
export const BANNED_WORDS: Readonly<Record<string, (room: string) => boolean>> = {
  payload: everywhere,
  user: everywhere,
  manager: everywhere,
  util: everywhere,
  utils: everywhere,
  helper: everywhere,
  helpers: everywhere,
  misc: everywhere,
  item: everywhere,
  items: everywhere,
  data: everywhere,
  message: inCore,
  client: (room) => inCore(room) || room === 'fanout',
  // Only facts are held, only venues have an outbox, only competitors a place (src/GLOSSARY.md).
  held: (room) => inTransport(room) || room === 'client',
  outbox: (room) => room !== 'venue',
  place: (room) => ['fanout', 'http', 'client'].includes(room),
  session: inTransport,
  event: inTransport,
};

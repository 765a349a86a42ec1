/**
 * Question: how many snapshots does one edge serve over HTTP, and how long does each take?
 *
 *   autocannon (this process, 50 connections) <--HTTP--> edge (another process) <-- nats-server, engine
 *
 * The document has 150 rows and does not change meanwhile: what is measured is many askers of one version,
 * whose bytes are made once. With `If-None-Match` the asker has it already and gets 304 without a body.
 * Beside it, in the same run: node:http that does `JSON.stringify` of the same document at each request.
 * Every format is read back and compared before it is measured, and every answer of the run must have the
 * expected status, or no figure is printed. It would change with documents that change at every request,
 * with a network between, and with the asker on another machine: here both share the machine's cores.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import autocannon from 'autocannon';
import { pino } from 'pino';
import { launch } from '../src/cli/launcher.ts';
import { decodeDocument } from '../src/encode/decode.ts';
import { openBroker } from '../src/setup/open-broker.ts';
import { type Answer, atLeast, type Benchmark, type Figure, numberOf, rounded } from './support/benchmark.ts';
import { type MassRace, massRace } from './support/mass-race.ts';
import { publishFact } from './support/publish-fact.ts';
import { besideOthers, briefOf, figuresWith } from './support/sentence.ts';

const ROWS = 150;
const CONNECTIONS = 50;
const RUNS = { smoke: { seconds: 1, warmUp: 0 }, real: { seconds: 8, warmUp: 2 } } as const;
const FORMATS = ['json', 'pb', 'xml', 'csv'] as const;
type Format = (typeof FORMATS)[number];

export const http: Benchmark = {
  name: 'http',
  question: 'How many snapshots of one document does an edge serve over HTTP, and how fast (milliseconds)?',
  async run(size, progress): Promise<Answer> {
    const launched = await launch({ logLevel: 'error', engines: 1 }, pino({ level: 'silent' }));
    const bare = fork(new URL('./http/bare-server.js', import.meta.url));
    try {
      const race = massRace(ROWS, ROWS * 2);
      await publish(race, launched.natsUrl);
      const at = `${launched.httpUrl}/v1/documents/${race.unit}/RESULT`;
      await settled(`${at}.json`, race.passings.length);
      const figures: Figure[] = [];
      for (const format of FORMATS) {
        const snapshot = await checked(`${at}.${format}`, format);
        progress(`${format}, whole and unchanged ...`);
        figures.push(await measure(`edge ${format}`, snapshot, null, RUNS[size]));
        figures.push(await measure(`edge ${format}`, snapshot, snapshot.etag, RUNS[size]));
      }
      progress('bare node:http ...');
      figures.push(await baseline(bare, `${at}.json`, RUNS[size]));
      return { figures, bars: barsOf(figures) };
    } finally {
      bare.kill();
      await launched.stop();
    }
  },
  sentence: (figures) => {
    const json = figuresWith(figures, { status: 200 }).filter(({ what }) => String(what).endsWith('json'));
    const [unchanged] = figuresWith(figures, { what: 'edge json', status: 304 });
    const whole = besideOthers(json, 'what', 'requests/s', 'requests/s for whole JSON');
    return `${whole}; ${briefOf(unchanged!, 'requests/s')} where it is unchanged`;
  },
  inShort: (figures) => [
    'requests/s:',
    ...figures.map((figure) => `${figure.what}, ${figure.status}: ${numberOf(figure, 'requests/s')}`),
  ],
};

async function publish({ opening, passings }: MassRace, natsUrl: string): Promise<void> {
  const { broker, close } = await openBroker({ url: natsUrl });
  for (const fact of [...opening, ...passings]) {
    await publishFact(broker, fact);
  }
  await close();
}

const PATIENCE_MS = 30_000;

/** Waits until the edge shows as many passings as were sent. */
async function settled(url: string, passings: number): Promise<void> {
  const last = Date.now() + PATIENCE_MS;
  while (Date.now() < last) {
    const response = await fetch(url);
    const text = response.ok ? await response.text() : '';
    if (text.split('"point"').length - 1 === passings) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not show all ${passings} passings`);
}

interface Snapshot {
  readonly url: string;
  readonly etag: string;
  readonly bytes: number;
}

/** What is served is the document, and who has it is told so. */
async function checked(url: string, format: Format): Promise<Snapshot> {
  const response = await fetch(url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const etag = response.headers.get('etag');
  if (response.status !== 200 || etag === null) throw new Error(`${url}: ${response.status}, ETag ${etag}`);
  if (rowsIn(bytes, format) !== ROWS) throw new Error(`${url} does not have ${ROWS} rows`);
  const again = await fetch(url, { headers: { 'if-none-match': etag } });
  const body = await again.arrayBuffer();
  if (again.status !== 304 || body.byteLength > 0) throw new Error(`${url}: ${again.status} instead of 304`);
  return { url, etag, bytes: bytes.byteLength };
}

function rowsIn(bytes: Uint8Array, format: Format): number {
  if (format === 'csv') return Buffer.from(bytes).toString().trimEnd().split('\r\n').length - 1;
  return decodeDocument(format === 'pb' ? 'protobuf' : format === 'xml' ? 'odf' : 'json', bytes).rows.length;
}

interface Run {
  readonly seconds: number;
  readonly warmUp: number;
}

async function measure(what: string, snapshot: Snapshot, has: string | null, run: Run): Promise<Figure> {
  const { url, bytes } = snapshot;
  const expected = has === null ? 200 : 304;
  const load = { url, connections: CONNECTIONS, headers: has === null ? {} : { 'if-none-match': has } };
  if (run.warmUp > 0) await autocannon({ ...load, duration: run.warmUp });
  const result = await autocannon({ ...load, duration: run.seconds });
  const answers = Object.entries(result.statusCodeStats ?? {}).map(([status, { count = 0 }]) => [
    status,
    count,
  ]);
  if (result.errors > 0 || !answers.every(([status]) => status === String(expected)))
    throw new Error(`${url}: ${result.errors} errors, answers ${JSON.stringify(answers)}`);
  return {
    what,
    status: expected,
    bytes: has === null ? bytes : 0,
    'requests/s': Math.round(result.requests.average),
    p50: rounded(result.latency.p50),
    p99: rounded(result.latency.p99),
    max: rounded(result.latency.max),
    'MB/s': rounded(result.throughput.average / 1e6, 1),
  };
}

/** The same document, served without anything. */
async function baseline(bare: ChildProcess, from: string, run: Run): Promise<Figure> {
  const document = (await (await fetch(from)).json()) as object;
  bare.send(document);
  const [port] = (await once(bare, 'message')) as [number];
  const url = `http://127.0.0.1:${port}/`;
  const text = await (await fetch(url)).text();
  if (!isDeepStrictEqual(JSON.parse(text), document)) throw new Error('the baseline serves another document');
  return measure('bare node:http json', { url, etag: '', bytes: Buffer.byteLength(text) }, null, run);
}

function barsOf(figures: readonly Figure[]): Answer['bars'] {
  const rate = (what: string, status: number): number =>
    figures.find((figure) => figure.what === what && figure.status === status)!['requests/s'] as number;
  const ratios = FORMATS.map((format) => rate(`edge ${format}`, 304) / rate(`edge ${format}`, 200));
  const bare = rate('edge json', 200) / rate('bare node:http json', 200);
  return [
    atLeast('304 against 200, requests/s, least of all formats', rounded(Math.min(...ratios)), 1),
    atLeast('edge against bare node:http, json, requests/s', rounded(bare), 1),
  ];
}

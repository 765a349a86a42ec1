/** Whatever the contracts that an edge serves name of each other is there: `$ref`, `import`, `schemaLocation`, links. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contractFiles } from '../../src/http/schema-routes.ts';
import { type RunningEdge, runningEdge } from '../fanout/running-edge.ts';

let running: RunningEdge;
beforeAll(async () => {
  running = await runningEdge();
});
afterAll(() => running.stop());

interface Served {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

async function served(path: string): Promise<Served> {
  const response = await fetch(running.edge.httpUrl + path);
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, text: await response.text() };
}

const REFERENCES = [
  /\$ref["']?:\s*["']?([^\s"',}]+)/g,
  /schemaLocation="([^"]+)"/g,
  /\[[^\]]+\]\(([\w./-]+\.\w+)\)/g,
  /(?:src|href)="([^"]+)"/g,
];
/** Imports of protobuf begin at the root, all others where they stand. */
const IMPORT = /^import "([^"]+)";/gm;
const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name]) => name!);

/** Addresses on this edge that a served file names, with what they mean within it. */
function namedIn(path: string, text: string): URL[] {
  const base = new URL(path, running.edge.httpUrl);
  const relative = REFERENCES.flatMap((pattern) => found(text, pattern));
  const imported = path.endsWith('.proto') ? found(text, IMPORT).map((name) => `/${name}`) : [];
  return [...relative, ...imported]
    .map((name) => new URL(name, base))
    .filter(({ origin }) => origin === running.edge.httpUrl);
}

/** Whether `#/a/b` is there; in YAML, whether its last step is, and in a page the id. */
function pointsIntoIt(fragment: string, { type, text }: Served): boolean {
  if (type.startsWith('text/html')) return text.includes(`id="${fragment.slice(1)}"`);
  const steps = decodeURIComponent(fragment).split('/').slice(1);
  if (!type.startsWith('application/json')) return new RegExp(`^ *${steps.at(-1)}:`, 'm').test(text);
  let inner: unknown = JSON.parse(text);
  for (const step of steps) inner = (inner as Record<string, unknown> | undefined)?.[step];
  return inner !== undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  yaml: 'application/yaml',
  proto: 'text/plain',
  xsd: 'application/xml',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
};

test('everything that they name is answered with 200, as what its ending says, and is in it', async () => {
  const wrong: string[] = [];
  const seen = new Map<string, Served>();
  const waiting = ['/', '/openapi.json', '/asyncapi.yaml', '/venue-feed/venue-feed.proto'];
  while (waiting.length > 0) {
    const path = waiting.pop()!;
    if (seen.has(path)) continue;
    const file = await served(path);
    seen.set(path, file);
    if (file.status !== 200) wrong.push(`${path}: ${file.status}`);
    const type = TYPES[path.split('.').at(-1)!];
    if (type !== undefined && !file.type.startsWith(type)) wrong.push(`${path}: ${file.type}`);
    waiting.push(...namedIn(path, file.text).map(({ pathname }) => pathname));
  }
  for (const [path, { text }] of seen)
    for (const { pathname, hash } of namedIn(path, text))
      if (hash !== '' && !pointsIntoIt(hash, seen.get(pathname)!)) wrong.push(`${path}: ${pathname}${hash}`);
  expect(wrong).toEqual([]);
  for (const path of [
    '/streaming/screen-word.schema.json',
    '/streaming/server-word.schema.json',
    '/documents.schema.json',
    '/documents.proto',
    '/odf-style.xsd',
    '/google/protobuf/struct.proto',
  ])
    expect([...seen.keys()]).toContain(path);
});

test('every schema of facts is there too, and what they name of each other', async () => {
  const wrong: string[] = [];
  const files = contractFiles().filter((file) => file.startsWith('venue-feed/') && file.endsWith('.json'));
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const { status, text } = await served(`/${file}`);
    if (status !== 200) wrong.push(file);
    for (const { pathname, hash } of namedIn(`/${file}`, text)) {
      const named = await served(pathname);
      if (named.status !== 200 || !pointsIntoIt(hash, named)) wrong.push(`${file}: ${pathname}${hash}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('paths of the description are answered, and what is no contract is not served', async () => {
  const { paths } = JSON.parse((await served('/openapi.json')).text) as { paths: Record<string, object> };
  const plain = Object.keys(paths).filter(
    (path) => 'get' in paths[path]! && !path.includes('{') && path !== '/v1/stream',
  );
  for (const path of plain) expect([path, (await served(path)).status]).not.toEqual([path, 404]);
  for (const path of [
    '/README.md',
    '/alerts.yml',
    '/field-numbers.json',
    '/venue-feed/samples/setup/invalid-MISSING_FIELD-record-without-result.json',
  ])
    expect([path, (await served(path)).status]).toEqual([path, 404]);
});

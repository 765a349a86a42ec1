/** One decision on who may ask, whichever way: WebSocket, server-sent events, HTTP. */
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { hostNames, origins } from '../../src/cli/options.ts';
import { refusedVisitor } from '../../src/fanout/connections/visitors.ts';
import { FINAL_100M } from '../fanout/published-documents.ts';
import { type RunningEdge, runningEdge } from '../fanout/running-edge.ts';

const SCREENS = 'https://screens.example';
const STREAM = '/v1/stream';
const EVENTS = `${STREAM}?channel=${encodeURIComponent(`${FINAL_100M}/RESULT`)}`;
let running: RunningEdge;
afterEach(() => running.stop());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Of a refusal. */
  readonly code: string | null;
}

async function answerOf(response: IncomingMessage, isEndless: boolean): Promise<Answer> {
  const { statusCode: status = 0, headers } = response;
  if (isEndless && status === 200) {
    response.destroy();
    return { status, headers, code: null };
  }
  let text = '';
  for await (const chunk of response) text += String(chunk);
  const code = status < 400 ? null : (JSON.parse(text) as { error: { code: string } }).error.code;
  return { status, headers, code };
}

const overHttp =
  (path: string, method = 'GET') =>
  (headers: Record<string, string>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asking = request(`${running.edge.httpUrl}${path}`, { method, headers }, (response) =>
        resolve(answerOf(response, path === EVENTS)),
      );
      asking.on('error', reject);
      asking.end();
    });

function overWebSocket(headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(running.edge.streamUrl, { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve({ status: 200, headers: {}, code: null });
    });
    socket.on('unexpected-response', (_request, response) => resolve(answerOf(response, false)));
    socket.on('error', reject);
  });
}

const WAYS = [
  ['WebSocket', overWebSocket],
  ['events', overHttp(EVENTS)],
  ['HTTP', overHttp('/v1/documents')],
  ['health', overHttp('/healthz')],
  ['the page', overHttp('/')],
] as const;

describe.each(WAYS)('%s', (way, ask) => {
  test('a program that says no origin, and a page of the edge itself, may ask', async () => {
    running = await runningEdge();
    expect((await ask({})).status).toBe(200);
    expect((await ask({ origin: running.edge.httpUrl })).status).toBe(200);
    expect((await ask({ host: `localhost:${running.edge.port}` })).status).toBe(200);
  });

  test('a page of another origin is refused, also one without an origin', async () => {
    running = await runningEdge();
    for (const origin of [SCREENS, 'null', `http://127.0.0.1:${running.edge.port + 1}`, 'no url'])
      expect(await ask({ origin })).toMatchObject({ status: 403, code: 'ORIGIN_REFUSED' });
    const { headers } = await ask({ origin: SCREENS });
    expect(headers['access-control-allow-origin']).toBe(undefined);
    expect(running.edge.hub.turnedAway.counts.get('ORIGIN_REFUSED')).toBe(5);
  });

  test('where it is admitted it may, and no other; a browser is told that it may be shown', async () => {
    running = await runningEdge({ allowOrigins: [SCREENS] });
    const { status, headers } = await ask({ origin: SCREENS });
    expect(status).toBe(200);
    if (way !== 'WebSocket') {
      expect(headers['access-control-allow-origin']).toBe(SCREENS);
      expect(String(headers.vary).toLowerCase()).toContain('origin');
    }
    expect((await ask({ origin: 'https://screens.example.org' })).status).toBe(403);
    expect((await ask({})).status).toBe(200);
  });

  test('a name that is none of its own is refused whatever the page, until the edge goes by it', async () => {
    running = await runningEdge();
    const asked = { host: 'results.example', origin: 'http://results.example' };
    expect(await ask(asked)).toMatchObject({ status: 421, code: 'HOST_REFUSED' });
    expect(await ask({ host: 'localhost.results.example' })).toMatchObject({ status: 421 });
    await running.stop();
    running = await runningEdge({ allowHosts: ['results.example'] });
    expect((await ask(asked)).status).toBe(200);
    expect((await ask({ host: 'RESULTS.example:443', origin: 'https://results.example' })).status).toBe(200);
  });
});

test('what a browser asks before a request is answered to admitted pages only', async () => {
  running = await runningEdge({ allowOrigins: ['*'] });
  const asked = { 'access-control-request-method': 'GET', 'access-control-request-headers': 'if-none-match' };
  const { status, headers } = await overHttp('/v1/documents', 'OPTIONS')({ origin: SCREENS, ...asked });
  expect(status).toBe(204);
  expect(headers['access-control-allow-origin']).toBe(SCREENS);
  expect(headers['access-control-allow-headers']).toContain('If-None-Match');
  await running.stop();
  running = await runningEdge();
  expect((await overHttp('/v1/documents', 'OPTIONS')({ origin: SCREENS, ...asked })).status).toBe(403);
});

test.each([
  ['127.0.0.1:8080', 'http://127.0.0.1:8080', null],
  ['[::1]:8080', 'http://[::1]:8080', null],
  ['10.0.0.7', 'http://10.0.0.7:80', null],
  ['10.0.0.7:443', 'https://10.0.0.7', null],
  ['edge.localhost:8080', undefined, null],
  ['10.0.0.7:8080', 'http://10.0.0.7', 'ORIGIN_REFUSED'],
  ['127.0.0.1.example', undefined, 'HOST_REFUSED'],
  ['edge', undefined, 'HOST_REFUSED'],
  [undefined, 'http://10.0.0.7', 'ORIGIN_REFUSED'],
  [undefined, undefined, null],
])('asked as %s by a page of %s: %s', (host, origin, code) => {
  running = { stop: async () => {} } as RunningEdge;
  const asking = { ...(host === undefined ? {} : { host }), ...(origin === undefined ? {} : { origin }) };
  expect(refusedVisitor(asking, { origins: [], hosts: [] })?.code ?? null).toBe(code);
});

test('origins and names are written as browsers say them', () => {
  running = { stop: async () => {} } as RunningEdge;
  expect(origins('https://Screens.example:443, http://10.0.0.7:3000/')).toEqual([
    SCREENS,
    'http://10.0.0.7:3000',
  ]);
  expect(origins('*')).toEqual(['*']);
  expect(hostNames('Results.example,edge')).toEqual(['results.example', 'edge']);
  for (const wrong of ['screens.example', 'https://screens.example/page', 'file:///x', ''])
    expect(() => origins(wrong)).toThrow('write origins as');
  for (const wrong of ['https://results.example', 'results.example:80', ''])
    expect(() => hostNames(wrong)).toThrow('write names without');
});

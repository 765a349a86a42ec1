/** Who may ask a desk to do something: its own page, and nobody whom that page did not let in. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from '../../src/desk.ts';
import { type Edge, startEdge } from '../../src/edge.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';

let network: BrokerModel;
let desk: Desk;
let edge: Edge;
let token: string;

beforeAll(async () => {
  network = new BrokerModel({ now: () => Date.now() * 1_000 });
  desk = await startDesk({ broker: network.connect() });
  edge = await startEdge({ broker: network.connect() });
  token = ((await (await fetch(`${desk.httpUrl}/v1/operations.json`)).json()) as { token: string }).token;
});

afterAll(async () => {
  await desk.close();
  await edge.close();
});

type Headers = Readonly<Record<string, string>>;

/** `fetch` does not let its caller say `Host` or `Origin`. */
function posted(
  path: string,
  body: unknown,
  headers: Headers = {},
  port = desk.port,
): Promise<[number, string]> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        const { error } = JSON.parse(text) as { error?: { code: string } };
        resolve([response.statusCode!, error?.code ?? 'done']);
      });
    });
    sent.on('error', reject);
    sent.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
}

const own = (): Headers => ({
  'content-type': 'application/json',
  'splitsecond-desk': token,
  origin: desk.httpUrl,
  'sec-fetch-site': 'same-origin',
});
const RESET = '/v1/desk/reset';

describe('a desk', () => {
  test('does what its own page asks', async () => {
    expect(await posted(RESET, { by: 'Ada' }, own())).toEqual([200, 'done']);
  });

  test('does what a program on this machine asks that has looked first', async () => {
    const { origin: _, 'sec-fetch-site': __, ...headers } = own();
    expect(await posted(RESET, { by: 'Ada' }, headers)).toEqual([200, 'done']);
  });

  test('does nothing for a page of another origin, whatever it knows', async () => {
    for (const origin of ['https://elsewhere.example', 'null', `http://localhost:${desk.port}`, edge.httpUrl])
      expect(await posted(RESET, { by: 'Ada' }, { ...own(), origin })).toEqual([403, 'ORIGIN_REFUSED']);
    for (const site of ['cross-site', 'same-site', 'none'])
      expect(await posted(RESET, { by: 'Ada' }, { ...own(), 'sec-fetch-site': site })).toEqual([
        403,
        'ORIGIN_REFUSED',
      ]);
  });

  test('does nothing without the token, which no form can send, and nothing for that of another run', async () => {
    const { 'splitsecond-desk': _, ...without } = own();
    expect(await posted(RESET, { by: 'Ada' }, without)).toEqual([403, 'TOKEN_REFUSED']);
    expect(await posted(RESET, { by: 'Ada' }, { ...own(), 'splitsecond-desk': 'x' })).toEqual([
      403,
      'TOKEN_REFUSED',
    ]);
    const form = { ...without, 'content-type': 'application/x-www-form-urlencoded' };
    expect((await posted(RESET, 'by=Ada', form))[0]).toBeGreaterThanOrEqual(400);
  });

  test('does nothing under a name that somebody has pointed at this machine, nor under another address', async () => {
    for (const host of [`desk.example:${desk.port}`, `10.0.0.7:${desk.port}`])
      expect(await posted(RESET, { by: 'Ada' }, { ...own(), host, origin: `http://${host}` })).toEqual([
        421,
        'HOST_REFUSED',
      ]);
  });

  test('lets no page of another origin read the token', async () => {
    const response = await fetch(`${desk.httpUrl}/v1/operations.json`);
    expect(response.headers.get('access-control-allow-origin')).toBe(null);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const [status] = await new Promise<[number]>((resolve, reject) => {
      const headers = { origin: 'https://elsewhere.example' };
      request({ host: '127.0.0.1', port: desk.port, path: '/v1/operations.json', headers }, (answer) => {
        answer.resume();
        resolve([answer.statusCode!]);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });

  test('is reached from this machine alone', async () => {
    expect(desk.host).toBe('127.0.0.1');
    const addresses = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    for (const address of addresses) {
      const isRefused = await new Promise<boolean>((resolve) => {
        const socket = connect({ host: address, port: desk.port });
        socket.once('connect', () => {
          socket.destroy();
          resolve(false);
        });
        socket.once('error', () => resolve(true));
      });
      expect([address, isRefused]).toEqual([address, true]);
    }
  });

  test('wants to know who does what, in words that every log can show', async () => {
    for (const by of ['', ' ', 'x'.repeat(65), 'Ada\u001b[31m', 'Ada\u202e', 7, undefined])
      expect(await posted(RESET, { by }, own())).toEqual([400, 'BAD_REQUEST']);
    for (const said of [
      [],
      { code: 'X', about: '', occurrence: 1 },
      { code: 'NO_ENGINE', about: '', occurrence: 0 },
    ])
      expect(await posted('/v1/desk/acknowledge', { ...said, by: 'Ada' }, own())).toEqual([
        400,
        'BAD_REQUEST',
      ]);
    const shelf = { code: 'NO_ENGINE', about: '', minutes: 100_000, by: 'Ada' };
    expect(await posted('/v1/desk/shelve', shelf, own())).toEqual([400, 'BAD_REQUEST']);
  });

  test('says why it does not do something', async () => {
    expect(await posted('/v1/desk/release', { fact: 'A:1:1', by: 'Ada' }, own())).toEqual([409, 'NOT_HELD']);
    const none = { code: 'NO_ENGINE', about: '', occurrence: 1, by: 'Ada' };
    expect(await posted('/v1/desk/acknowledge', none, own())).toEqual([409, 'NOT_ACTIVE']);
  });
});

describe('an edge', () => {
  test('shows what a desk has found, gives no token, and takes nothing', async () => {
    const asked = async () =>
      (await (await fetch(`${edge.httpUrl}/v1/operations.json`)).json()) as {
        situation: { desk: string } | null;
        token: string | null;
      };
    expect((await asked()).token).toBe(null);
    await expect.poll(async () => (await asked()).situation?.desk, { timeout: 10_000 }).toBeDefined();
    const headers = { ...own(), origin: edge.httpUrl };
    expect(await posted(RESET, { by: 'Ada' }, headers, edge.port)).toEqual([404, 'NOT_FOUND']);
  });
});

test('everything that the control room shows is among the numbers of the desk', async () => {
  const text = await (await fetch(`${desk.httpUrl}/metrics`)).text();
  const names = new Set([...text.matchAll(/^(splitsecond_\w+)/gm)].map(([, name]) => name!));
  for (const name of [
    ...['glance', 'alarms_in_ten_minutes', 'sources', 'facts_held', 'facts_refused_lately'],
    ...['parts', 'parts_expected', 'parts_lost', 'units_stale', 'ready', 'clock_ahead_seconds'],
  ])
    expect([name, names.has(`splitsecond_${name}`)]).toEqual([name, true]);
});

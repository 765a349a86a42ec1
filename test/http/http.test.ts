import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeDocument } from '../../src/encode/decode.ts';
import { FINAL_100M, FREE_50M, header } from '../fanout/published-documents.ts';
import { type RunningEdge, runningEdge } from '../fanout/running-edge.ts';
import { engineWord } from '../support/engine-word.ts';

const DOCUMENT = `/v1/documents/${FINAL_100M}/RESULT`;
let running: RunningEdge;

beforeAll(async () => {
  running = await runningEdge();
  await running.publish(header(FREE_50M));
  await running.publish(header(FINAL_100M, 'RANKING', 'VT'));
  await running.publisher.touch(4);
  await running.publisher.renew(running.publisher.current.rows, { status: 'OFFICIAL' });
});
afterAll(() => running.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(running.edge.httpUrl + path, { headers });
const errorOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string } }).error.code;

describe('GET /v1/documents', () => {
  const channels = async (query: string) => {
    const { documents } = (await (await get(`/v1/documents${query}`)).json()) as {
      documents: { channel: string }[];
    };
    return documents.map(({ channel }) => channel);
  };

  test('lists what there is, and filters by discipline, type and status', async () => {
    expect(await channels('')).toEqual([
      `${FINAL_100M}/RANKING/VT`,
      `${FINAL_100M}/RESULT`,
      `${FREE_50M}/RESULT`,
    ]);
    expect(await channels('?discipline=SWM')).toEqual([`${FREE_50M}/RESULT`]);
    expect(await channels('?type=RANKING')).toEqual([`${FINAL_100M}/RANKING/VT`]);
    expect(await channels('?status=OFFICIAL')).toEqual([`${FINAL_100M}/RESULT`]);
    expect(await channels('?type=RESULT&discipline=GAR')).toEqual([]);
  });

  test.each(['?type=RESULTS', '?status=DONE', '?discipline=athletics'])('%s is refused', async (query) => {
    const response = await get(`/v1/documents${query}`);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toBe('BAD_FILTER');
  });
});

describe('GET /v1/documents/<RSC>/<TYPE>', () => {
  test.each([
    ['.json', {}, 'application/json; charset=utf-8'],
    ['.pb', {}, 'application/x-protobuf'],
    ['.xml', {}, 'application/xml; charset=utf-8'],
    ['.csv', {}, 'text/csv; charset=utf-8'],
    ['', {}, 'application/json; charset=utf-8'],
    ['', { accept: 'application/x-protobuf' }, 'application/x-protobuf'],
    ['', { accept: 'text/csv;q=0.5, text/xml' }, 'application/xml; charset=utf-8'],
    ['', { accept: 'text/html, */*;q=0.1' }, 'application/json; charset=utf-8'],
    ['.csv', { accept: 'application/json' }, 'text/csv; charset=utf-8'],
  ])('suffix "%s" with %o is %s', async (suffix, headers, contentType) => {
    const response = await get(DOCUMENT + suffix, headers as Record<string, string>);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(contentType);
  });

  test('JSON, protobuf and XML of one version hold the same content', async () => {
    for (const [suffix, format] of [
      ['json', 'json'],
      ['pb', 'protobuf'],
      ['xml', 'odf'],
    ] as const) {
      const bytes = Buffer.from(await (await get(`${DOCUMENT}.${suffix}`)).arrayBuffer());
      expect(decodeDocument(format, bytes)).toMatchObject({
        version: 6,
        hash: running.publisher.current.hash,
      });
    }
  });

  test('the ETag is the hash, and an unchanged document is not sent again', async () => {
    const etag = (await get(`${DOCUMENT}.json`)).headers.get('etag')!;
    expect(etag).toBe(`W/"${running.publisher.current.hash}.json"`);
    expect((await get(`${DOCUMENT}.json`, { 'if-none-match': `"x", ${etag}` })).status).toBe(304);
    expect((await get(`${DOCUMENT}.pb`, { 'if-none-match': etag })).status).toBe(200);
    expect((await get(`${DOCUMENT}.json`, { 'if-none-match': '*' })).status).toBe(304);
  });

  test('?at= shows the past, by version and by time', async () => {
    for (const document of running.publisher.history) {
      const byVersion = (await (await get(`${DOCUMENT}?at=${document.version}`)).json()) as { hash: string };
      const byTime = (await (await get(`${DOCUMENT}?at=${document.asOf}`)).json()) as { version: number };
      expect(byVersion.hash).toBe(document.hash);
      expect(byTime.version).toBe(document.version);
    }
    const between = '2024-06-09T21:00:02.500%2B02:00';
    expect(await (await get(`${DOCUMENT}?at=${between}`)).json()).toMatchObject({ version: 2 });
  });

  test('?since= gives what changed, and nothing when nothing did', async () => {
    const changed = (await (await get(`${DOCUMENT}?since=4`)).json()) as {
      delta: { base: number; version: number };
    };
    expect(changed.delta).toMatchObject({ base: 4, version: 6 });
    expect((await get(`${DOCUMENT}?since=6`)).status).toBe(204);
    expect(await (await get(`${DOCUMENT}?since=4&epoch=old`)).json()).toMatchObject({
      document: { version: 6 },
    });
  });

  test.each([
    [`/v1/documents/${FINAL_100M}/NEWS`, 400, 'BAD_CHANNEL'],
    ['/v1/documents/ATH/RESULT', 400, 'BAD_CHANNEL'],
    [`/v1/documents/${FINAL_100M}/MEDALLISTS`, 404, 'NO_SUCH_DOCUMENT'],
    [`${DOCUMENT}?at=99`, 404, 'NO_SUCH_VERSION'],
    [`${DOCUMENT}?at=2001-01-01T00:00:00Z`, 404, 'NO_SUCH_VERSION'],
    [`${DOCUMENT}?at=yesterday`, 400, 'BAD_AT'],
    [`${DOCUMENT}?since=-1`, 400, 'BAD_SINCE'],
    [`${DOCUMENT}.xml?extras=maybe`, 400, 'BAD_EXTRAS'],
    [`${DOCUMENT}.json?extras=no`, 400, 'BAD_EXTRAS'],
    [`${DOCUMENT}.csv?since=1`, 400, 'NO_DELTA_IN_FORMAT'],
    ['/v2', 404, 'NOT_FOUND'],
    ['/assets/..%2f..%2fpackage.json', 404, 'NOT_FOUND'],
    ['/assets/modules/cli/watch.js', 404, 'NOT_FOUND'],
    ['/assets/modules/client/..%2f..%2f..%2fpackage.json', 404, 'NOT_FOUND'],
    ['/v1/documents/%E0%A4%A', 400, 'BAD_REQUEST'],
  ])('%s is %i %s', async (path, status, code) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(await errorOf(response)).toBe(code);
  });

  test('a media type that is not there: 406', async () => {
    const response = await get(DOCUMENT, { accept: 'image/png' });
    expect(response.status).toBe(406);
    expect(await errorOf(response)).toBe('NOT_ACCEPTABLE');
  });
});

describe('words', () => {
  test('come in English and French for every discipline, and for what every sport has', async () => {
    const french = (await (await get('/v1/words/ATH/fr.json')).json()) as {
      phases: Record<string, string>;
      resultStatuses: Record<string, string>;
    };
    expect(french.phases.SFNL).toBe('Demi-finales');
    expect(french.resultStatuses.OFFICIAL).toBe('officiel');
    expect((await get('/v1/words/GEN/en.json')).status).toBe(200);
    for (const path of ['XYZ/en.json', 'ATH/xx.json', 'ATH/en', 'ATH/constructor.json'])
      expect((await get(`/v1/words/${path}`)).status, path).toBe(404);
  });
});

describe('operations', () => {
  test('health, readiness and metrics', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
    const told = async () => (await get('/readyz')).json();
    expect(await told()).toMatchObject({ status: 'not ready', missing: [{ code: 'NO_ENGINE' }] });
    const engine = running.network.connect();
    for (const at of [1, 2])
      await engine.putSourceNews({ seen: engineWord({ at, epoch: running.publisher.current.epoch }) });
    expect(await told()).toEqual({ status: 'ready', missing: [] });
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toMatch(/^splitsecond_channels 3$/m);
    expect(metrics).toMatch(/^splitsecond_versions_total \d+$/m);
    expect(await (await get('/metrics')).text()).toMatch(/^splitsecond_channels 3$/m);
  });

  test('the descriptions of the interfaces are served', async () => {
    expect(await (await get('/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
    expect(await (await get('/asyncapi.yaml')).text()).toMatch(/^asyncapi: 3\.0\.0/);
  });

  test('a page may load nothing from elsewhere, and only its import map stands in it, by its hash', async () => {
    const page = await get('/');
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const html = await page.text();
    expect(html).not.toMatch(/style=|\son[a-z]+=|https?:/);
    const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([^<]*)</g)].map(([, text]) => text!);
    expect(inline.length).toBe(1);
    expect(policy).toContain(`'sha256-${createHash('sha256').update(inline[0]!).digest('base64')}'`);
    const { imports } = JSON.parse(inline[0]!) as { imports: Record<string, string> };
    for (const address of Object.values(imports)) {
      const served = await get(address);
      expect([address, served.status, served.headers.get('content-type')]).toEqual([
        address,
        200,
        'text/javascript; charset=utf-8',
      ]);
    }
    expect((await get('/assets/packages/fastify.js')).status).toBe(404);
  });

  test('it listens on this machine only, unless told otherwise', () => {
    expect(running.edge.host).toBe('127.0.0.1');
  });
});

test('without the broker an edge is alive but not ready', async () => {
  const alone = await runningEdge();
  for (const connection of alone.network.connections) connection.disconnect();
  const response = await fetch(`${alone.edge.httpUrl}/readyz`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ missing: [{ code: 'NO_BROKER' }] });
  const snapshot = await fetch(alone.edge.httpUrl + DOCUMENT);
  expect(snapshot.status).toBe(200);
  await alone.stop();
});

/** What machines that poll are given by an edge. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FINAL_100M, FREE_50M, header } from '../fanout/published-documents.ts';
import { type RunningEdge, runningEdge } from '../fanout/running-edge.ts';

const ROWS = `/v1/rows/${FINAL_100M}/RESULT`;
const VALUE = `/v1/value/${FINAL_100M}/RESULT`;
let running: RunningEdge;

beforeAll(async () => {
  running = await runningEdge();
  await running.publish({ ...header(FREE_50M), test: true });
  await running.publish(header(FINAL_100M, 'RANKING', 'VT'));
  await running.publisher.touch(4);
});
afterAll(() => running.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(running.edge.httpUrl + path, { headers });
const rowsAt = async (path: string) => (await (await get(path)).json()) as Record<string, string>[];

describe('GET /v1/rows', () => {
  test('an array of flat rows with everything, in the order of the standings', async () => {
    const rows = await rowsAt(`${ROWS}.json`);
    const { rows: published } = running.publisher.current;
    expect(rows.map(({ competitor }) => competitor)).toEqual([...published].map(({ key }) => key));
    expect(rows[0]).toMatchObject({ line: '1', rank: '1', documentStatus: 'LIVE' });
  });

  test('columns, names, suffix and stretch are the caller’s', async () => {
    expect(await rowsAt(`${ROWS}.json?columns=rank:Pos,name&suffix=.Text&from=2&count=1`)).toEqual([
      { 'Pos.Text': '2', 'name.Text': [...running.publisher.current.rows][1]!.identity!.name },
    ]);
  });

  test('says which version, how many rows there are, and is not sent again unchanged', async () => {
    const first = await get(`${ROWS}.xml?count=1`);
    const { version, epoch, rows } = running.publisher.current;
    expect(first.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(first.headers.get('splitsecond-position')).toBe(`${epoch}/${version}`);
    expect(first.headers.get('splitsecond-rows')).toBe(String(rows.length));
    const again = { 'if-none-match': first.headers.get('etag')! };
    expect((await get(`${ROWS}.xml?count=1`, again)).status).toBe(304);
    expect((await get(`${ROWS}.xml?count=2`, again)).status).toBe(200);
    expect((await get(`${ROWS}.csv?count=1`, again)).status).toBe(200);
  });

  test('a second key is part of the address', async () => {
    expect((await get(`/v1/rows/${FINAL_100M}/RANKING/VT.csv`)).status).toBe(200);
    expect((await get(`/v1/value/${FINAL_100M}/RANKING/VT/1/rank`)).status).toBe(200);
  });

  test('a rehearsal is shown to who asks for it, and to nobody else', async () => {
    for (const path of [`/v1/rows/${FREE_50M}/RESULT.json`, `/v1/value/${FREE_50M}/RESULT/1/name`]) {
      expect((await get(path)).status).toBe(409);
      expect((await get(`${path}?test=yes`)).status).toBe(200);
    }
  });
});

describe('GET /v1/value', () => {
  test('one text, by the line or by what the row says', async () => {
    const [first] = [...running.publisher.current.rows];
    const byLine = await get(`${VALUE}/1/name`);
    expect(byLine.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await byLine.text()).toBe(first!.identity!.name);
    expect(await (await get(`${VALUE}/bib=${first!.identity!.bib}/result`)).text()).toBe(first!.mark!.result);
  });

  test('changes with the next version', async () => {
    const before = await get(`${VALUE}/1/version`);
    await running.publisher.touch(1);
    await expect
      .poll(async () => (await get(`${VALUE}/1/version`)).text())
      .toBe(String(Number(await before.text()) + 1));
  });
});

test.each([
  [ROWS, 406, 'NOT_ACCEPTABLE'],
  [`${ROWS}.pb`, 406, 'NOT_ACCEPTABLE'],
  [`${ROWS}.json?columns=heights`, 400, 'BAD_COLUMNS'],
  [`${ROWS}.json?suffix=%3Cx%3E`, 400, 'BAD_COLUMNS'],
  [`${ROWS}.json?from=0`, 400, 'BAD_STRETCH'],
  [`${ROWS}.json?count=1001`, 400, 'BAD_STRETCH'],
  ['/v1/rows/ATH/RESULT.json', 400, 'BAD_CHANNEL'],
  [`/v1/rows/${FINAL_100M}/MEDALLISTS.json`, 404, 'NO_SUCH_DOCUMENT'],
  [`${VALUE}/999/name`, 404, 'NO_SUCH_ROW'],
  [`${VALUE}/bib=none/name`, 404, 'NO_SUCH_ROW'],
  [`${VALUE}/first/name`, 400, 'BAD_STRETCH'],
  [`${VALUE}/1/heights`, 400, 'BAD_COLUMNS'],
  [`${VALUE}/1`, 400, 'BAD_CHANNEL'],
])('%s is %i %s', async (path, status, code) => {
  const response = await get(path);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { code } });
});

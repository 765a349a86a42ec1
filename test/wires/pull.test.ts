/** Who pulls finds what changed: from any gateway the same numbers, under a key of its own, and nothing again that it has. */

import { XMLParser } from 'fast-xml-parser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OwnServer } from '../../src/http/own-server.ts';
import { startOwnServer } from '../../src/http/own-server.ts';
import { pullRoutes } from '../../src/http/pull-routes.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { Gateway } from '../../src/wires/gateway.ts';
import { numberBefore } from '../../src/wires/telling.ts';
import { FINAL_100M, FINAL_200M, header, Publisher } from '../fanout/published-documents.ts';
import { VirtualTiming } from '../fanout/virtual-timing.ts';
import { desk, rowsOf } from './sights.ts';

const RESULT = { ann: '9.91', bo: '9.95', cy: '10.01' };
const EPOCH = 'k3f900000-001-a';
const KEY = 'k'.repeat(24);
const AUTHORIZED = { authorization: `Bearer ${KEY}` };
const RECIPIENT = desk({ name: 'paper', form: 'json', way: { pull: { key: KEY } } });

let model: BrokerModel;
let timing: VirtualTiming;
let publisher: Publisher;
const running: { gateway: Gateway; server: OwnServer }[] = [];

beforeEach(async () => {
  [model, timing] = [new BrokerModel(), new VirtualTiming()];
  publisher = await published(FINAL_100M);
});
afterEach(async () => {
  for (const { gateway, server } of running.splice(0)) {
    await server.close();
    await gateway.close();
  }
});

async function published(unit: string): Promise<Publisher> {
  const first = { ...header(unit), status: 'OFFICIAL' as const };
  const one = new Publisher(model.connect(), first, rowsOf(RESULT), EPOCH);
  await one.begin();
  return one;
}

/** The address of a gateway of its own. */
async function gatewayAt(broker = model.connect()): Promise<string> {
  const gateway = new Gateway({
    broker,
    recipients: [RECIPIENT],
    openWay: () => {
      throw new Error('nobody is sent anything');
    },
    timing,
    chance: () => 0.5,
    log: { info() {}, warn() {}, error() {} },
  });
  void gateway.start();
  await timing.settle();
  const server = await startOwnServer({ host: '127.0.0.1', port: 0 }, '', (routes) =>
    pullRoutes(routes, () => gateway.lists),
  );
  running.push({ gateway, server });
  return server.url;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly link: { readonly href: string; readonly type: string };
  readonly category: { readonly term: string };
  readonly 's:number': number;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => name === 'entry',
});

async function feedAt(url: string): Promise<{ etag: string; entries: Entry[] }> {
  const response = await fetch(`${url}/wires/paper.atom`, { headers: AUTHORIZED });
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'application/atom+xml; charset=utf-8',
  ]);
  const { feed } = parser.parse(await response.text()) as { feed: { entry?: Entry[] } };
  return { etag: response.headers.get('etag')!, entries: feed.entry ?? [] };
}

const told = (entry: Entry): string => `${entry['s:number'] - numberBefore(EPOCH)} ${entry.category.term}`;

test('an entry for each story leads to the newest number in the form of the recipient', async () => {
  const url = await gatewayAt();
  await published(FINAL_200M);
  await timing.settle();
  const { entries } = await feedAt(url);
  expect(entries.map(told)).toEqual(['1 FIRST', '1 FIRST']);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
  const [{ link, ...entry }] = entries as [Entry];
  const response = await fetch(new URL(link.href, `${url}/wires/paper.atom`), { headers: AUTHORIZED });
  expect([response.headers.get('content-type'), link.type]).toEqual(['application/json', 'application/json']);
  const body = (await response.json()) as { dispatch: { number: number; kind: string } };
  expect(body.dispatch).toMatchObject({ number: entry['s:number'], kind: 'FIRST' });
  expect(response.headers.get('splitsecond-number')).toBe(String(entry['s:number']));
});

test('a correction is a higher number, later than all before; what is the same is not sent again', async () => {
  const url = await gatewayAt();
  const first = await feedAt(url);
  const same = await fetch(`${url}/wires/paper.atom`, {
    headers: { ...AUTHORIZED, 'if-none-match': first.etag },
  });
  expect(same.status).toBe(304);
  const file = new URL(first.entries[0]!.link.href, `${url}/wires/`);
  const etag = (await fetch(file, { headers: AUTHORIZED })).headers.get('etag')!;
  expect((await fetch(file, { headers: { ...AUTHORIZED, 'if-none-match': etag } })).status).toBe(304);
  await publisher.renew(rowsOf({ bo: '9.95', cy: '10.01', ann: 'DQ' }));
  await timing.settle();
  const second = await feedAt(url);
  expect(second.etag).not.toBe(first.etag);
  expect(second.entries.map(told)).toEqual(['2 CORRECTION']);
  expect(second.entries[0]!.updated > first.entries[0]!.updated).toBe(true);
  expect(second.entries[0]!.id).toBe(first.entries[0]!.id);
  expect((await fetch(file, { headers: { ...AUTHORIZED, 'if-none-match': etag } })).status).toBe(200);
});

test('any gateway gives the same list, also one that did not see what another one told, and one that was started again', async () => {
  const [one, other] = [await gatewayAt(), await gatewayAt()];
  const before = await feedAt(other);
  await publisher.renew(rowsOf({ bo: '9.95', cy: '10.01', ann: 'DQ' }));
  await timing.settle();
  await feedAt(one);
  // The same content as before, told by the first alone as a third number.
  await publisher.renew(rowsOf(RESULT));
  await timing.settle();
  const told3 = await feedAt(one);
  expect(told3.entries.map(told)).toEqual(['3 CORRECTION']);
  expect(await feedAt(other)).toEqual(told3);
  expect(before.etag).not.toBe(told3.etag);
  expect(await feedAt(await gatewayAt())).toEqual(told3);
});

test('a gateway that has lost its broker says that it is busy, and not that nothing has changed', async () => {
  const broker = model.connect();
  const url = await gatewayAt(broker);
  const { etag } = await feedAt(url);
  const look = (): Promise<Response> =>
    fetch(`${url}/wires/paper.atom`, { headers: { ...AUTHORIZED, 'if-none-match': etag } });
  expect((await look()).status).toBe(304);
  broker.disconnect();
  expect((await look()).status).toBe(503);
  broker.reconnect();
  expect((await look()).status).toBe(304);
});

test('nobody has a list without its key, by either way of sending it', async () => {
  const url = await gatewayAt();
  const statusWith = async (authorization: string | null, path = 'paper.atom'): Promise<number> =>
    (await fetch(`${url}/wires/${path}`, authorization === null ? {} : { headers: { authorization } }))
      .status;
  const basic = (password: string): string => `Basic ${Buffer.from(`paper:${password}`).toString('base64')}`;
  for (const wrong of [null, `Bearer ${KEY}k`, `Bearer ${KEY.slice(1)}`, basic('wrong'), 'Bearer'])
    expect([wrong, await statusWith(wrong)]).toEqual([wrong, 401]);
  expect(await statusWith(`Bearer ${KEY}`)).toBe(200);
  expect(await statusWith(basic(KEY))).toBe(200);
  expect(await statusWith(`Bearer ${KEY}`, 'other.atom')).toBe(401);
  expect(await statusWith(`Bearer ${KEY}`, `paper/${FINAL_100M}.RESULT.json`)).toBe(200);
  expect(await statusWith(null, `paper/${FINAL_100M}.RESULT.json`)).toBe(401);
  expect(await statusWith(`Bearer ${KEY}`, `paper/${FINAL_200M}.RESULT.json`)).toBe(404);
});

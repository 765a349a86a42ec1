/** Things that somebody else stored where only the pipeline writes: none of them ends a program, at its start or later. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JetStreamClient, jetstream } from '@nats-io/jetstream';
import { connect, headers, type NatsConnection } from '@nats-io/transport-node';
import { afterEach, expect, test } from 'vitest';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { channelKey } from '../../src/broker/nats/subjects.ts';
import { startEdge } from '../../src/edge.ts';
import { encodeWholeResult } from '../../src/encode/result-codec.ts';
import { startEngine } from '../../src/engine.ts';
import type { Document } from '../../src/model/document.ts';
import { VenueClient } from '../../src/venue/venue-client.ts';
import { startTestServer, until } from '../broker/nearby-server.ts';

const FINAL = 'ATHM100M--------------FNL-000100--';
const RESULT = `${FINAL}/RESULT`;
const MEDALLISTS = `${FINAL.slice(0, 22).padEnd(34, '-')}/MEDALLISTS`;
const START_LIST = {
  startList: {
    entries: ['1', '2'].map((code, index) => ({
      competitor: { code, kind: 'ATHLETE', organisation: 'ITA', name: { family: `Name ${code}` } },
      startOrder: index + 1,
    })),
  },
} as const;
const finish = (competitor: string, time: string) => ({ passing: { competitor, point: 'FIN', time } });

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const quiet = { info() {}, warn() {}, error() {} };

async function brokerAt(url: string, warnings: string[] = []): Promise<NatsBroker> {
  const broker = await NatsBroker.open({ url, warn: (line) => void warnings.push(line) });
  stops.push(() => broker.close());
  return broker;
}

/** Something as an engine would say it, but for what it holds. */
async function storeResult(
  js: JetStreamClient,
  channel: string,
  epoch: string,
  about: object,
  data: Uint8Array,
) {
  const fields = headers();
  const said = { Epoch: epoch, First: '1', Version: '1', Hash: 'f'.repeat(16), Form: 'whole', ...about };
  for (const [name, value] of Object.entries(said)) fields.set(`Splitsecond-${name}`, value);
  await js.publish(`results.${channelKey(channel)}`, data, { headers: fields });
}

const GARBAGE = Buffer.from('\u0000\u0000\u0000\u0005hello');

/** Everything that could be put there, under the epoch of the engines themselves. */
async function putAll(nats: NatsConnection, epoch: string, shown: Document): Promise<void> {
  const js = jetstream(nats);
  const wrongHash = encodeWholeResult({ ...shown, epoch, hash: 'f'.repeat(16) });
  for (const channel of [MEDALLISTS.replace('100M', '200M'), `${FINAL.replace('000100', '000900')}/RESULT`])
    for (const data of [GARBAGE, new Uint8Array(), wrongHash, encodeWholeResult({ ...shown, epoch })])
      await storeResult(js, channel, epoch, {}, data);
  for (const Version of ['1e400', 'NaN', '-1', '', '1.5'])
    await storeResult(js, RESULT, epoch, { Version }, GARBAGE);
  await storeResult(js, RESULT, '', {}, GARBAGE);
  await js.publish('results.RESULT.a=2Fb', GARBAGE);
  await js.publish('results.NOTHING', GARBAGE);
  for (const text of [
    '{',
    'null',
    '7',
    '{}',
    '{"seen":null}',
    '{"status":{"source":"S"}}',
    '{"status":{"events":[1]}}',
  ])
    await js.publish(`$KV.SOURCES.x${text.length}`, text);
  const position = {
    channel: RESULT,
    epoch,
    first: 1,
    version: 1,
    hash: shown.hash,
    form: 'whole',
    streamSeq: 1,
  };
  for (const [key, line] of [
    ['RESULT.x', '{'],
    ['RESULT.y', 'null'],
    ['RESULT.z', '{}'],
    [channelKey(MEDALLISTS), JSON.stringify(position)],
    [channelKey(RESULT), JSON.stringify({ ...position, epoch: 7 })],
    [
      channelKey(`${FINAL.replace('000100', '000800')}/RESULT`),
      JSON.stringify({ ...position, channel: `${FINAL.replace('000100', '000800')}/RESULT` }),
    ],
  ] as const)
    await js.publish(`$KV.DOCUMENTS.${key}`, `${line}\n${GARBAGE}`);
  for (const text of ['{', 'null', '{}', '{"epoch":1,"seq":"x"}'])
    await js.publish('$KV.PROCESSED.TIMING', text);
  for (const [reason, fact] of [
    ['%ZZ', '1'],
    ['fine', 'NaN'],
    ['fine', '9000000000000'],
  ] as const) {
    const fields = headers();
    fields.set('Splitsecond-Reason', reason);
    fields.set('Splitsecond-Fact', fact);
    await js.publish('rejections.X.Y', GARBAGE, { headers: fields });
  }
  await js.publish('venue.x', GARBAGE);
  await js.publish('venue.x.=ZZ._.=', GARBAGE);
}

test('an engine, an edge and a venue start and work beside entries that are none of ours', async () => {
  const server = await startTestServer();
  stops.push(() => server.stop());
  const directory = await mkdtemp(join(tmpdir(), 'splitsecond-outbox-'));
  stops.push(() => rm(directory, { recursive: true, force: true }));
  const open = async () =>
    VenueClient.open({ broker: await brokerAt(server.url), venue: 'STA', source: 'TIMING', directory });
  const first = await startEngine({ broker: await brokerAt(server.url), log: quiet });
  const venue = await open();
  await venue.send(FINAL, START_LIST as never);
  await venue.send(FINAL, finish('1', '10.02') as never);
  await venue.settled();
  await venue.close();
  const before = await startEdge({ broker: await brokerAt(server.url) });
  await until('it is shown', () => before.shelf.current(RESULT)?.version === 2);
  const shown = before.shelf.current(RESULT)!;
  await before.close();
  await first.close();

  const nats = await connect({ servers: server.url });
  stops.push(() => nats.close());
  await putAll(nats, first.epoch, shown);

  const warnings: string[] = [];
  const broker = await brokerAt(server.url, warnings);
  const engine = await startEngine({ broker, log: quiet });
  stops.push(() => engine.close());
  await engine.current;
  const edge = await startEdge({ broker: await brokerAt(server.url, warnings) });
  stops.push(() => edge.close());
  const again = await open();
  await again.send(FINAL, finish('2', '9.98') as never);
  await again.send(FINAL, finish('9', '9.98') as never);
  await again.send(FINAL, { status: { result: 'OFFICIAL' } } as never);
  await again.settled();
  await again.close();
  await until('the new leader is shown', () => edge.shelf.current(RESULT)?.rows.at(0)?.key === '2');
  await until('the medallists are shown', () => edge.shelf.current(MEDALLISTS)?.rows.length === 2);
  await until('the medals are counted', () => edge.shelf.current(`${'GEN'.padEnd(34, '-')}/MEDALS`) !== null);
  const refused: string[] = [];
  await broker.consumeRejections(({ code }) => void refused.push(code));
  await until('what was refused since is kept', () => refused.includes('NOT_ON_START_LIST'));
  expect(warnings.filter((line) => line.includes('is none of ours')).length).toBeGreaterThanOrEqual(10);
}, 60_000);

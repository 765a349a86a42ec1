/** Both invented sports over a real nats-server: venue, engine, edge, subscriber; a correction on the way, and an engine that ends while another begins. */
import { afterEach, expect, test } from 'vitest';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { openNodeSocket } from '../../src/client/node-socket.ts';
import { Subscriber } from '../../src/client/subscriber.ts';
import { startEdge } from '../../src/edge.ts';
import { type Engine, startEngine } from '../../src/engine.ts';
import { factMessage } from '../../src/ingest/encode.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { channelOf } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import { startTestServer, until } from '../broker/nearby-server.ts';
import { numbered, ringballRsc } from './feed.ts';
import { wholeEvent, wholeSeries } from './feeds.ts';
import { FIXTURE_SPORTS, Standings } from './standings.ts';

const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const silent = { info: () => {}, warn: () => {}, error: () => {} };

test('a screen ends with what the facts come to: pools, bracket, play by play, series, after a correction too', async () => {
  const server = await startTestServer();
  stops.push(() => server.stop());
  const connect = async (): Promise<NatsBroker> => {
    const broker = await NatsBroker.open({ url: server.url });
    stops.push(() => broker.close());
    return broker;
  };
  const engineOn = async (): Promise<Engine> => {
    const engine = await startEngine({ broker: await connect(), log: silent, sports: FIXTURE_SPORTS });
    stops.push(() => engine.close());
    return engine;
  };
  const first = await engineOn();
  const edge = await startEdge({ broker: await connect() });
  stops.push(() => edge.close());
  const shown = new Map<string, string>();
  const subscriber = new Subscriber({ url: edge.streamUrl, openSocket: openNodeSocket });
  stops.push(() => subscriber.close());
  for (const type of ['RESULT', 'POOL_STANDING', 'BRACKETS', 'CUMULATIVE_RESULT', 'RANKING', 'MEDALLISTS'])
    subscriber.follow(`*/${type}`, ({ header, hash }) => shown.set(channelOf(header), hash), { delta: true });

  const venue = await connect();
  const feed = wholeEvent();
  const wrong = feed.say(ringballRsc('TEAM', 'QFNL', numbered(1)), {
    periodScore: { competitor: 'B4', period: 'H2', value: '5' },
  });
  const publish = async (source: string, facts: readonly WireFact[]): Promise<void> => {
    for (const fact of facts.map((each): WireFact => ({ ...each, source })))
      await venue.publishFact(factMessage('FIX', fact));
  };
  const arrived = (facts: readonly Fact[]): (() => boolean) => {
    const wanted = [...new Standings(facts).hashes()].filter(
      ([channel]) => !/PARTICIPANTS|SCHEDULE|PLAY|CURRENT/.test(channel),
    );
    return () => wanted.every(([channel, hash]) => shown.get(channel) === hash);
  };

  await publish('FIXTURE', feed.wire);
  await until('the corrected bracket is on the screen', arrived(feed.facts));
  await first.close();
  await engineOn();
  feed.void(wrong, ringballRsc('TEAM', 'QFNL', numbered(1)));
  await publish('FIXTURE', feed.wire.slice(-1));
  await until('the bracket is as it was before', arrived(feed.facts));
  const series = wholeSeries();
  await publish('BOARDS', series.wire);
  await until('the series is on the screen', arrived(series.facts));
  expect(edge.hub.counts.conflicts).toBe(0);
}, 60_000);

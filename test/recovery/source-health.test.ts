/** SC12: what a keep-alive says of the venue sources behind a subscription, from the engine to the screen. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Broker, SourceStatus } from '../../src/broker/broker.ts';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { startEdge } from '../../src/edge.ts';
import { SourceStatuses } from '../../src/engine/source-statuses.ts';
import { startEngine } from '../../src/engine.ts';
import { VenueSources } from '../../src/fanout/channels/source-health.ts';
import { factMessage } from '../../src/ingest/encode.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { channelOf, type Document } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import { disciplineRsc, eventRsc, type Rsc } from '../../src/model/rsc.ts';
import type { SourceReport } from '../../src/model/server-words.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { startTestServer, until } from '../broker/nearby-server.ts';
import { fact, finish, HEAT, startList } from '../engine/bad-input.ts';
import { FINAL_100M, FINAL_200M, header } from '../fanout/published-documents.ts';
import { engineWord } from '../support/engine-word.ts';
import { KINDS, Witness } from './witness.ts';

const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const NOW = Date.UTC(2024, 5, 9, 20);
const documentOf = (unit: Rsc) => ({ header: header(unit) }) as unknown as Document;
const status = (source: string, more: Partial<SourceStatus> = {}): SourceStatus => ({
  source,
  state: 'OK',
  lastFactAt: (NOW - 250) * 1_000,
  events: [eventRsc(FINAL_100M)],
  streamSeq: 1,
  ...more,
});

const SHOWN = {
  historyBegan: 0,
  epoch: () => null,
  disciplines: () => [],
  readUntil: () => 0,
  frozen: () => [],
};
const clock = { now: NOW };
const isConnected = { now: true };
const connected = (): boolean => isConnected.now;

/** What an edge knows that has heard of these sources from an engine that looks. */
function edgeThatKnows(...statuses: readonly SourceStatus[]): VenueSources {
  const sources = new VenueSources(connected, SHOWN, () => clock.now);
  for (const each of statuses) sources.take({ status: each }, NOW * 1_000, NOW);
  for (const at of [1, 2]) sources.take({ seen: engineWord({ at }) }, NOW * 1_000, NOW);
  return sources;
}

const names = (reports: readonly SourceReport[]): string[] => reports.map(({ source }) => source);

describe('SC12 which sources a document depends on', () => {
  const knows = edgeThatKnows(
    status('STA-TIMING-1'),
    status('STA-WIND', { events: [eventRsc(FINAL_100M), eventRsc(FINAL_200M)] }),
    status('POOL-1', { events: [eventRsc(HEAT)] }),
  );

  test('those that have sent facts about its event, and no other of the discipline', () => {
    expect(names(knows.of([documentOf(FINAL_100M)], NOW))).toEqual(['STA-TIMING-1', 'STA-WIND']);
    expect(names(knows.of([documentOf(FINAL_200M)], NOW))).toEqual(['STA-WIND']);
  });

  test('a document of a discipline depends on all of it, and a general one on everything', () => {
    expect(names(knows.of([documentOf(disciplineRsc(FINAL_100M))], NOW))).toEqual([
      'STA-TIMING-1',
      'STA-WIND',
    ]);
    expect(names(knows.of([documentOf(disciplineRsc('GEN'))], NOW))).toEqual([
      'POOL-1',
      'STA-TIMING-1',
      'STA-WIND',
    ]);
  });

  test('a document whose sources are not known is unknown by its discipline', () => {
    expect(knows.of([documentOf('CSPM1000M-------------FNL-000100--')], NOW)).toEqual([
      { source: 'CSP', state: 'unknown', lastFactAgeMs: null },
    ]);
  });
});

describe('SC12 what an edge can know', () => {
  const reports = (sources: VenueSources, now = NOW) => {
    clock.now = now;
    return sources.of([documentOf(FINAL_100M)], now);
  };

  test('the age of the last fact goes on by itself', () => {
    const sources = edgeThatKnows(status('STA-TIMING-1', { state: 'GAP' }));
    expect(reports(sources)).toEqual([{ source: 'STA-TIMING-1', state: 'gap', lastFactAgeMs: 250 }]);
    expect(reports(sources, NOW + 3_000)[0]!.lastFactAgeMs).toBe(3_250);
  });

  test('an engine that is behind does not bring an older state back', () => {
    const sources = edgeThatKnows(status('STA-TIMING-1', { state: 'SILENT', streamSeq: 8 }));
    sources.take({ status: status('STA-TIMING-1', { state: 'OK', streamSeq: 7 }) }, NOW * 1_000, NOW);
    expect(reports(sources)[0]!.state).toBe('silent');
  });

  test('without a word from an engine for 5 s, the state is unknown until there is one', () => {
    const sources = edgeThatKnows(status('STA-TIMING-1'));
    expect(reports(sources, NOW + 5_000)[0]!.state).toBe('ok');
    expect(reports(sources, NOW + 5_001)).toEqual([
      { source: 'STA-TIMING-1', state: 'unknown', lastFactAgeMs: null },
    ]);
    sources.take({ seen: engineWord({ at: 3 }) }, (NOW + 9_000) * 1_000, NOW + 9_000);
    expect(reports(sources, NOW + 9_000)[0]!.state).toBe('ok');
  });

  test('a word that was kept from long ago does not count as somebody who looks', () => {
    const sources = new VenueSources(connected, SHOWN, () => NOW);
    sources.take({ status: status('STA-TIMING-1') }, NOW * 1_000, NOW);
    sources.take({ seen: engineWord() }, NOW * 1_000, NOW);
    expect(reports(sources)[0]!.state).toBe('unknown');
  });

  test('without a broker nothing is known', () => {
    const sources = edgeThatKnows(status('STA-TIMING-1'));
    expect(reports(sources)[0]!.state).toBe('ok');
    isConnected.now = false;
    expect(reports(sources)[0]!.state).toBe('unknown');
    isConnected.now = true;
  });

  test('a source is late, not ok, as long as what is shown is more than ten seconds behind what it says', () => {
    const sources = edgeThatKnows(status('STA-TIMING-1'));
    const say = (at: number, behindMs: number) =>
      sources.take({ seen: engineWord({ at, behindMs }) }, NOW * 1_000, NOW);
    say(3, 10_000);
    expect(reports(sources)[0]!.state).toBe('ok');
    say(4, 10_001);
    expect(reports(sources)[0]!.state).toBe('late');
    say(5, 0);
    expect(reports(sources)[0]!.state).toBe('ok');
  });

  test('a source is late for who follows a channel that stands still before a stored version, and for no other', () => {
    const [other, still] = [documentOf(FINAL_200M), documentOf(FINAL_100M)];
    const shown = { ...SHOWN, frozen: () => [channelOf(still.header)] };
    const sources = new VenueSources(connected, shown, () => NOW);
    const events = [eventRsc(FINAL_100M), eventRsc(FINAL_200M)];
    sources.take({ status: status('STA-WIND', { events }) }, NOW * 1_000, NOW);
    for (const at of [1, 2]) sources.take({ seen: engineWord({ at }) }, NOW * 1_000, NOW);
    const states = (...documents: Document[]) => sources.of(documents, NOW).map(({ state }) => state);
    expect(states(other)).toEqual(['ok']);
    expect(states(other, still)).toEqual(['late']);
    expect(states(still, other)).toEqual(['late']);
  });

  test('ages are by the clock of the broker, however wrong that of the edge is', () => {
    const sources = new VenueSources(connected, SHOWN, () => NOW + 3_600_000);
    sources.take({ status: status('STA-TIMING-1') }, NOW * 1_000, NOW);
    for (const at of [1, 2]) sources.take({ seen: engineWord({ at }) }, NOW * 1_000, NOW);
    expect(sources.aheadMs).toBe(3_600_000);
    expect(sources.of([documentOf(FINAL_100M)], NOW)[0]!.lastFactAgeMs).toBe(250);
  });
});

describe('SC12 what an engine finds in the stream', () => {
  const said = (seq: number, more: object): Fact =>
    ({ source: 'STA-TIMING-1', epoch: '1', seq, unit: FINAL_100M, test: false, ...more }) as Fact;
  const at = (streamSeq: number) => ({ storedAt: streamSeq * 1_000_000, streamSeq });
  const link = (state: string): Fact =>
    ({
      ...said(1, {}),
      source: 'SPLITSECOND',
      kind: 'link',
      content: { source: 'STA-TIMING-1', state },
    }) as Fact;

  test('heartbeats and refused facts count as heard, a state only as it stands in the stream', () => {
    const statuses = new SourceStatuses();
    const first = { source: 'STA-TIMING-1', events: [eventRsc(FINAL_100M)] };
    statuses.heard(said(1, { kind: 'note', content: { id: '1', text: '' } }), at(1));
    expect(statuses.changed()).toEqual([{ ...first, state: 'OK', lastFactAt: 1_000_000, streamSeq: 1 }]);
    expect(statuses.changed()).toEqual([]);
    statuses.heard(said(2, { unit: '', kind: 'heartbeat', content: { every: 1 } }), at(2));
    expect(statuses.changed()).toEqual([{ ...first, state: 'OK', lastFactAt: 2_000_000, streamSeq: 2 }]);
    statuses.heard({ source: 'STA-TIMING-1', epoch: '1', seq: 3 }, at(3));
    expect(statuses.changed()[0]!.lastFactAt).toBe(3_000_000);
    statuses.heard(link('SILENT'), at(4));
    expect(statuses.changed()).toEqual([{ ...first, state: 'SILENT', lastFactAt: 3_000_000, streamSeq: 4 }]);
  });

  test('what could not be told is told the next time', () => {
    const statuses = new SourceStatuses();
    statuses.heard(said(1, { kind: 'note', content: { id: '1', text: '' } }), at(1));
    const changed = statuses.changed();
    statuses.untold(changed);
    expect(statuses.changed()).toEqual(changed);
  });
});

async function inMemory(): Promise<() => Promise<Broker>> {
  const network = new BrokerModel({ now: () => Date.now() * 1_000 });
  return async () => network.connect();
}

async function onNats(): Promise<() => Promise<Broker>> {
  const server = await startTestServer();
  stops.push(() => server.stop());
  return () => NatsBroker.open({ url: server.url });
}

describe.each([
  ['in memory', inMemory],
  ['on NATS', onNats],
] as const)('SC12 from a venue to a screen, %s', (_name, brokers) => {
  async function connected(connect: () => Promise<Broker>): Promise<Broker> {
    const broker = await connect();
    stops.push(() => broker.close());
    return broker;
  }

  /** The newest keep-alive of a screen that follows everything. */
  function keepalives(httpUrl: string): () => readonly SourceReport[] {
    const witness = new Witness({ kind: KINDS[0]!, channel: '*' });
    stops.push(() => witness.leave());
    witness.join(httpUrl);
    return () => witness.talk.keepalives.at(-1)?.sources ?? [];
  }

  test('a source that only sends heartbeats is fresh, one that stops is silent, and without an engine nothing is known', async () => {
    const connect = await brokers();
    const engine = await startEngine({
      broker: await connected(connect),
      log: { info() {}, warn() {}, error() {} },
      // Another discipline is folded elsewhere; its sources are known all the same.
      disciplines: ['ATH', 'SWM'],
    });
    let isRunning = true;
    const stopEngine = async () => {
      if (isRunning) await engine.close();
      isRunning = false;
    };
    stops.push(stopEngine);
    const edge = await startEdge({ broker: await connected(connect), keepaliveMs: 100 });
    stops.push(() => edge.close());
    const venue = await connected(connect);
    const publish = (each: WireFact) => venue.publishFact(factMessage('STA', each));
    let seq = 0;
    const said = (more: object): WireFact => {
      seq += 1;
      return fact(seq, more) as WireFact;
    };
    const heartbeat = (): WireFact => {
      const { unit: _none, ...rest } = said({ heartbeat: { every: 1 } });
      return rest as WireFact;
    };
    const sources = keepalives(edge.httpUrl);

    await publish(said(startList('1', '2')));
    await publish(said(finish('1', '24.02')));
    const asked = Date.now();
    // Long enough for its facts about the race to be old.
    while (Date.now() - asked < 2_500) {
      await publish(heartbeat());
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await until('the heartbeats count', () => sources()[0]?.state === 'ok');
    expect(names(sources())).toEqual(['POOL-1']);
    // Told once a second, said ten times a second; without heartbeats it would be older than the race.
    expect(sources()[0]!.lastFactAgeMs).toBeLessThan(2_400);

    await until('its silence is known', () => sources()[0]?.state === 'silent');
    expect(sources()[0]!.lastFactAgeMs).toBeGreaterThanOrEqual(2_000);
    await publish(heartbeat());
    await until('it is back', () => sources()[0]?.state === 'ok');

    seq += 1;
    await publish(heartbeat());
    await until('the hole is known', () => sources()[0]?.state === 'gap');

    await stopEngine();
    await until('nobody looks any more', () => sources()[0]?.state === 'unknown');
    expect(sources()).toEqual([{ source: 'POOL-1', state: 'unknown', lastFactAgeMs: null }]);
  }, 60_000);
});

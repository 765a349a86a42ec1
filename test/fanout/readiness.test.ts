/** What an edge says of itself (`/readyz`), under a clock that the test moves: each way to be behind what is stored. */
import { describe, expect, test } from 'vitest';
import { EdgeCore } from '../../src/fanout/edge-core.ts';
import { DEFAULT_LIMITS, KEEPALIVE_MS } from '../../src/fanout/limits.ts';
import type { ModelConnection } from '../../src/simulation/broker/connection.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { engineWord } from '../support/engine-word.ts';
import { FINAL_100M, header, Publisher, sprinters } from './published-documents.ts';
import { VirtualTiming } from './virtual-timing.ts';

const EPOCH = 'k3f9';

interface Stage {
  readonly core: EdgeCore;
  readonly timing: VirtualTiming;
  readonly engine: ModelConnection;
  readonly broker: ModelConnection;
  readonly publisher: Publisher;
  /** Time passes, and an engine that keeps up says so each second of it. */
  pass(ms: number): Promise<void>;
  codes(): readonly string[];
}

async function staged(): Promise<Stage> {
  const network = new BrokerModel();
  const timing = new VirtualTiming();
  const [engine, broker] = [network.connect(), network.connect()];
  const publisher = new Publisher(engine, header(FINAL_100M), sprinters(), EPOCH);
  await publisher.begin();
  const core = new EdgeCore({
    broker,
    serverId: 'edge-1',
    limits: DEFAULT_LIMITS,
    keepaliveMs: KEEPALIVE_MS,
    timing,
    log: { info() {}, warn() {}, error() {} },
  });
  await core.start();
  let at = 0;
  const pass = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += 1_000) {
      at += 1;
      const resultsSeq = network.results.stored.at(-1)!.streamSeq;
      await engine.putSourceNews({ seen: engineWord({ at, epoch: EPOCH, resultsSeq }) });
      await timing.pass(1_000);
    }
  };
  await pass(2_000);
  const codes = () => core.health().missing.map(({ code }) => code);
  return { core, timing, engine, broker, publisher, pass, codes };
}

/** Stored, and never shown: the version before it is nowhere. */
async function publishBeyondAHole({ engine, publisher }: Stage): Promise<void> {
  const { publishResult } = engine;
  engine.publishResult = async () => ({ streamSeq: 0, duplicate: false });
  await publisher.touch();
  engine.publishResult = publishResult;
  await publisher.touch();
}

describe('an edge is ready', () => {
  test('with an engine that keeps up and everything shown', async () => {
    const { codes, core, pass } = await staged();
    expect(codes()).toEqual([]);
    await pass(60_000);
    expect(codes()).toEqual([]);
    expect(core.health()).toMatchObject({ behind: 0, behindFacts: 0, engines: 1, isConnected: true });
  });

  test('not while a stored version cannot be shown, and again once a whole document leads over the hole', async () => {
    const stage = await staged();
    const { core, pass, publisher, engine, codes } = stage;
    await publishBeyondAHole(stage);
    await pass(4_000);
    expect(codes()).toEqual([]);
    await pass(2_000);
    expect(core.health()).toMatchObject({
      frozen: [publisher.channel],
      missing: [{ code: 'CHANNELS_FROZEN', done: 0, of: 1 }],
    });
    await pass(60_000);
    expect(codes()).toEqual(['CHANNELS_FROZEN']);
    await publisher.keep();
    expect((await engine.keptDocument(publisher.channel))!.version).toBe(3);
    await pass(15_000);
    expect(core.shelf.current(publisher.channel)!.version).toBe(3);
    expect(codes()).toEqual([]);
  });

  test('not while it knows of results that do not come, however well the engines do', async () => {
    const { engine, timing, codes, core } = await staged();
    for (let at = 100; at < 112; at += 1) {
      await engine.putSourceNews({ seen: engineWord({ at, epoch: EPOCH, resultsSeq: 900 }) });
      await timing.pass(1_000);
    }
    expect(codes()).toEqual(['BEHIND']);
    expect(core.health().behind).toBeGreaterThan(10);
  });

  test('not without a word for five seconds, and not without a broker', async () => {
    const { timing, codes, broker } = await staged();
    await timing.pass(5_001);
    expect(codes()).toEqual(['NO_ENGINE']);
    broker.disconnect();
    expect(codes()).toEqual(['NO_BROKER']);
  });

  test('not while it is being looked into whether the broker has lost something: then nobody knows how old it is', async () => {
    const { codes, core, broker } = await staged();
    let isInDoubt = true;
    Object.defineProperty(broker, 'isInDoubt', { get: () => isInDoubt });
    expect(codes()).toEqual(['NO_BROKER']);
    expect(core.health()).toMatchObject({ isConnected: true, behind: null, behindFacts: null });
    isInDoubt = false;
    expect(codes()).toEqual([]);
  });
});

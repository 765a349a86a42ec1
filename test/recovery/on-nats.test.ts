/** The recovery matrix with a real nats-server: its restarts, its limits, its epochs. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Broker } from '../../src/broker/broker.ts';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import type { EmbeddedServer } from '../../src/broker/nats/embedded-server.ts';
import { type Edge, startEdge } from '../../src/edge.ts';
import { startTestServer, until } from '../broker/nearby-server.ts';
import { FINAL_100M, header, Publisher, sprinters } from '../fanout/published-documents.ts';
import { stubborn } from './stubborn-broker.ts';
import { KINDS, Witness } from './witness.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A broker with one document on it that goes through several epochs. */
class Stage {
  readonly server: EmbeddedServer;
  readonly publishers: Publisher[] = [];
  readonly #engine: Broker;
  readonly #resultsMaxBytes: number | undefined;

  static async open(resultsMaxBytes?: number): Promise<Stage> {
    const server = await startTestServer();
    stops.push(() => server.stop());
    const connected = await connect(server, resultsMaxBytes);
    return new Stage(server, connected, resultsMaxBytes);
  }

  private constructor(server: EmbeddedServer, engine: Broker, resultsMaxBytes: number | undefined) {
    this.server = server;
    this.#engine = engine;
    this.#resultsMaxBytes = resultsMaxBytes;
  }

  get publisher(): Publisher {
    return this.publishers.at(-1)!;
  }

  async begin(epoch: string): Promise<Publisher> {
    this.publishers.push(new Publisher(stubborn(this.#engine), header(FINAL_100M), sprinters(), epoch));
    await this.publisher.begin();
    return this.publisher;
  }

  async edge(): Promise<Edge> {
    const edge = await startEdge({
      broker: await connect(this.server, this.#resultsMaxBytes),
      keepaliveMs: 500,
    });
    stops.push(() => edge.close());
    return edge;
  }

  /** One screen of each kind. */
  witnesses(): Witness[] {
    const truth = () => this.publishers.flatMap(({ history }) => history);
    const witnesses = KINDS.map((kind) => new Witness({ kind, channel: CHANNEL, truth }));
    stops.push(() => witnesses.map((witness) => witness.leave()));
    return witnesses;
  }

  async shown(witnesses: readonly Witness[]): Promise<void> {
    for (const witness of witnesses) {
      await until(
        `${witness.options.kind.name} shows the newest`,
        () => witness.talk.endsOtherThan([this.publisher.current]).length === 0,
      );
    }
  }
}

async function connect(server: EmbeddedServer, resultsMaxBytes?: number): Promise<Broker> {
  const broker = await NatsBroker.open({
    url: server.url,
    ...(resultsMaxBytes === undefined ? {} : { resultsMaxBytes }),
  });
  stops.push(() => broker.close());
  return broker;
}

const joinAll = (witnesses: readonly Witness[], edge: Edge): void => {
  for (const witness of witnesses) witness.join(edge.httpUrl);
};

const nothingIsWrong = (witnesses: readonly Witness[]): void => {
  for (const { talk, options } of witnesses) expect(talk.violations, options.kind.name).toEqual([]);
};

const resumed = (witnesses: readonly Witness[]): boolean[] =>
  witnesses.map(({ talk }) => talk.subscribed.at(-1)!.resumed);

const allResumed = KINDS.map(() => true);
const noneResumed = KINDS.map(() => false);

/** Everything that was published, in order, for those who want everything. */
function haveEverything(witnesses: readonly Witness[], stage: Stage): void {
  const published = stage.publishers.flatMap(({ history }) =>
    history.map(({ epoch, version }) => `${CHANNEL} ${epoch} ${version}`),
  );
  for (const { talk, options } of witnesses) {
    if (options.kind.mode !== 'every') continue;
    expect(talk.shown).toEqual(published.slice(published.indexOf(talk.shown[0]!)));
    expect(talk.gaps).toEqual([]);
  }
}

describe('SC6 SC7 SC8 with a real broker', () => {
  test('broker killed and started again with its store, twice, in the middle of it: nothing is lost and nothing twice', async () => {
    const stage = await Stage.open();
    await stage.begin('k3f9');
    const edges = [await stage.edge(), await stage.edge()];
    const [here, there] = [stage.witnesses(), stage.witnesses()];
    joinAll(here, edges[0]!);
    joinAll(there, edges[1]!);
    await stage.shown([...here, ...there]);
    for (const kill of [true, false]) {
      const publishing = stage.publisher.touch(60);
      await until('some of it is out', () => here[0]!.version > stage.publisher.history.length - 40);
      await stage.server.restart({ kill });
      await publishing;
      await stage.shown([...here, ...there]);
    }
    haveEverything([...here, ...there], stage);
    // Screens that go to the other edge go on there.
    joinAll(here, edges[1]!);
    await until('all are answered', () => here.every(({ talk }) => talk.subscribed.length === 2));
    expect(resumed(here)).toEqual(allResumed);
    await stage.publisher.touch();
    await stage.shown([...here, ...there]);
    nothingIsWrong([...here, ...there]);
  });

  test('broker away while screens come back: they are answered when it is there, and go on without a hole', async () => {
    const stage = await Stage.open();
    await stage.begin('k3f9');
    await stage.publisher.touch(5);
    const edge = await stage.edge();
    const witnesses = stage.witnesses();
    joinAll(witnesses, edge);
    await stage.shown(witnesses);
    for (const witness of witnesses) witness.leave();
    await stage.publisher.touch(10);
    await until('the edge has it', () => edge.shelf.current(CHANNEL)?.version === 16);
    const restarting = stage.server.restart({ kill: true, pauseMs: 1_500 });
    joinAll(witnesses, edge);
    await restarting;
    await stage.publisher.touch(3);
    await stage.shown(witnesses);
    haveEverything(witnesses, stage);
    nothingIsWrong(witnesses);
  });

  test('history cut off by the limits of the stream: named by every, and no obstacle for live', async () => {
    const stage = await Stage.open(12_000);
    await stage.begin('k3f9');
    const first = await stage.edge();
    const witnesses = stage.witnesses();
    joinAll(witnesses, first);
    await stage.shown(witnesses);
    for (const witness of witnesses) witness.leave();
    await stage.publisher.touch(120);
    await stage.publisher.keep();
    await until('the edge has it', () => first.shelf.current(CHANNEL)?.version === 121);
    joinAll(witnesses, first);
    await stage.shown(witnesses);
    expect(resumed(witnesses)).toEqual(KINDS.map(({ mode }) => mode === 'live'));
    for (const { talk, options } of witnesses)
      if (options.kind.mode === 'every') expect(talk.gaps[0]).toMatchObject({ from: 2 });
    // An edge that has not seen the beginning cannot say what has changed since.
    for (const witness of witnesses) witness.leave();
    await stage.publisher.touch(120);
    await stage.publisher.keep();
    joinAll(witnesses, await stage.edge());
    await stage.shown(witnesses);
    expect(resumed(witnesses)).toEqual(noneResumed);
    nothingIsWrong(witnesses);
  });

  test('epoch changed while connected, twice, and while away: never back, and every has all of what it was there for', async () => {
    const stage = await Stage.open();
    await stage.begin('k3f9-first');
    await stage.publisher.touch(3);
    const edge = await stage.edge();
    const witnesses = stage.witnesses();
    joinAll(witnesses, edge);
    await stage.shown(witnesses);
    for (const epoch of ['k3f9-second', 'k3f9-third']) {
      await stage.begin(epoch);
      await stage.publisher.touch(5);
    }
    await stage.shown(witnesses);
    haveEverything(witnesses, stage);
    for (const witness of witnesses) witness.leave();
    await stage.begin('k3f9-z-fourth');
    await stage.publisher.touch(5);
    joinAll(witnesses, await stage.edge());
    await stage.shown(witnesses);
    expect(resumed(witnesses)).toEqual(noneResumed);
    nothingIsWrong(witnesses);
  });

  test('quiet channel and two offline spells, each ended on another edge', async () => {
    const stage = await Stage.open();
    await stage.begin('k3f9');
    await stage.publisher.touch(70);
    const edges = [await stage.edge(), await stage.edge(), await stage.edge()];
    const witnesses = stage.witnesses();
    joinAll(witnesses, edges[0]!);
    await stage.shown(witnesses);
    for (const [index, versions] of [0, 40, 1].entries()) {
      for (const witness of witnesses) witness.leave();
      await stage.publisher.touch(versions);
      joinAll(witnesses, edges[index]!);
      await until('all are answered', () =>
        witnesses.every(({ talk }) => talk.subscribed.length === index + 2),
      );
      expect(resumed(witnesses)).toEqual(allResumed);
      await stage.shown(witnesses);
    }
    haveEverything(witnesses, stage);
    nothingIsWrong(witnesses);
  });
});

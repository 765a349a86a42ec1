/**
 * An engine that goes on from a checkpoint ends where one does that reads everything, wherever it is killed; and a checkpoint that is
 * not of these facts, these rules and these documents is told of and not used.
 */
import { afterEach, describe, expect, test } from 'vitest';
import type { PieceStore } from '../../src/broker/broker.ts';
import { Checkpoints } from '../../src/checkpoints/checkpoints.ts';
import { packed, unpacked } from '../../src/checkpoints/packed.ts';
import type { CheckpointKeeper } from '../../src/engine/checkpoint.ts';
import { CheckpointDesk } from '../../src/engine/checkpoint-desk.ts';
import { type Engine, startEngine } from '../../src/engine.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { until } from '../broker/nearby-server.ts';
import { differences, endState, feedAt } from '../properties/end-state.ts';
import { allCases, feedOf } from '../support/case-runner.ts';
import { publishedBy } from './engines-on-a-network.ts';
import { endOfFactsAlone, ofFactsAlone, rebuilt } from './stored-versions.ts';

const EVERY_MS = 1;

const found = allCases().find(({ name }) => name.endsWith('c099-5000m-reinstated'))!;
const FACTS = feedOf(found);
const END = endOfFactsAlone(feedAt(`sports/${found.name.replace('/', '/cases/')}/feed.ndjson`));

/** A place for checkpoints that a test can look into, and that no broker takes along. */
class Box implements PieceStore {
  readonly pieces = new Map<string, Uint8Array>();
  /** How often a checkpoint became the newest one here. */
  written = 0;

  async read(name: string): Promise<Uint8Array | null> {
    return this.pieces.get(name) ?? null;
  }

  async write(name: string, data: Uint8Array): Promise<void> {
    if (name === NEWEST) this.written += 1;
    this.pieces.set(name, data);
  }

  async remove(name: string): Promise<void> {
    this.pieces.delete(name);
  }
}

const NEWEST = 'newest-all';

interface Running {
  readonly engine: Engine;
  readonly codes: string[];
  /** As SIGKILL does it. */
  kill(): void;
}

const ends: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function engineWith(
  network: BrokerModel,
  stores: readonly PieceStore[],
  revision?: string,
  everyMs = EVERY_MS,
): Promise<Running> {
  const connection = network.connect();
  const codes: string[] = [];
  const note = (fields: { readonly code?: string }): void => void (fields.code && codes.push(fields.code));
  let isKilled = false;
  const alive = stores.map((store): PieceStore => {
    const unlessKilled = <T>(answer: () => Promise<T>): Promise<T> =>
      isKilled ? new Promise(() => {}) : answer();
    return {
      read: (name) => unlessKilled(() => store.read(name)),
      write: (name, data) => unlessKilled(() => store.write(name, data)),
      remove: (name) => unlessKilled(() => store.remove(name)),
    };
  });
  const engine = await startEngine({
    broker: connection,
    log: { info: note, warn: note, error: note },
    checkpoints: { keeper: new Checkpoints(alive), everyMs },
    ...(revision === undefined ? {} : { revision }),
  });
  const end = async (): Promise<void> => {
    connection.reconnect();
    await engine.close();
    await connection.close();
  };
  ends.push(end);
  const kill = (): void => {
    isKilled = true;
    connection.disconnect();
  };
  return { engine, codes, kill };
}

const isDone = ({ engine }: Running, facts: number): boolean =>
  engine.counts().lastStreamSeq >= facts && engine.counts().pending === 0;

async function publishAll(network: BrokerModel, facts = FACTS): Promise<void> {
  const publish = publishedBy(network);
  for (const fact of facts) await publish(fact);
}

/** An engine that has put down everything into the box. */
async function putDown(network: BrokerModel, box: Box): Promise<void> {
  const running = await engineWith(network, [box]);
  await until(
    'everything is in a checkpoint',
    () => streamSeqs.get(box) === network.facts.lastSeq || look(box),
  );
  running.kill();
}

const streamSeqs = new WeakMap<Box, number>();
function look(box: Box): boolean {
  const newest = box.pieces.get(NEWEST);
  if (newest !== undefined)
    void unpacked(newest).then((told) => streamSeqs.set(box, (told as { streamSeq: number }).streamSeq));
  return false;
}

function expectEnd(network: BrokerModel): void {
  expect(differences(END, endState(ofFactsAlone(rebuilt(network.results.stored).values())))).toEqual([]);
}

test.each([1, 2, 3, 4, 5, 6])(
  'killed anywhere, again and again, it ends as one that reads everything: seed %i',
  async (seed) => {
    const dice = new Dice(seed);
    const network = new BrokerModel();
    const publish = publishedBy(network);
    const box = new Box();
    const stores = [box, network.connect().pieces];
    let used = 0;
    let sent = 0;
    while (sent < FACTS.length) {
      const running = await engineWith(network, stores);
      if (running.codes.includes('CHECKPOINT_USED')) used += 1;
      expect(running.codes).not.toContain('CHECKPOINT_NOT_USED');
      const next = Math.min(FACTS.length, sent + 1 + dice.throw(8));
      for (const fact of FACTS.slice(sent, next)) await publish(fact);
      sent = next;
      for (let turns = dice.throw(40); turns > 0; turns -= 1)
        await new Promise((resolve) => setTimeout(resolve, 1));
      // A busy machine may be too slow for any: one is there in any case.
      if (used === 0) await until('there is a checkpoint', () => box.written > 0);
      running.kill();
    }
    const last = await engineWith(network, stores);
    await until('everything is stored', () => isDone(last, FACTS.length));
    expect(used).toBeGreaterThan(0);
    expect(last.engine.counts().disagreements).toBe(0);
    expect(last.engine.counts().facts).toBe(FACTS.length);
    expectEnd(network);
  },
);

test('one that goes on publishes nothing that is there, and reads nothing twice', async () => {
  const network = new BrokerModel();
  const box = new Box();
  await publishAll(network);
  await putDown(network, box);
  const stored = network.results.lastSeq;
  const { engine, codes } = await engineWith(network, [box]);
  await engine.current;
  expect(codes).toEqual(['CHECKPOINT_USED']);
  expect(engine.counts().published).toBe(0);
  expect(network.results.lastSeq).toBe(stored);
});

describe('what is not used', () => {
  const corruptions: readonly [string, (box: Box, name: string, data: Uint8Array) => void][] = [
    [
      'a byte is another one',
      (box, name, data) =>
        box.pieces.set(
          name,
          data.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
        ),
    ],
    ['it is cut off', (box, name, data) => box.pieces.set(name, data.subarray(0, data.length >> 1))],
    ['it is missing', (box, name) => box.pieces.delete(name)],
    ['it is empty', (box, name) => box.pieces.set(name, new Uint8Array(0))],
  ];

  test.each(corruptions)('a checkpoint of which a piece is not whole: %s', async (_what, corrupt) => {
    const network = new BrokerModel();
    const box = new Box();
    await publishAll(network);
    await putDown(network, box);
    for (const [name, data] of [...box.pieces]) {
      if (name === NEWEST) continue;
      const damaged = new Box();
      for (const [other, bytes] of box.pieces) damaged.pieces.set(other, bytes);
      corrupt(damaged, name, data);
      const running = await engineWith(network, [damaged], undefined, 60_000);
      expect(running.codes, name).toContain('CHECKPOINT_NOT_USED');
      await until('everything is read', () => isDone(running, FACTS.length));
      expect(running.engine.counts().disagreements).toBe(0);
    }
    expectEnd(network);
  });

  test('a good one elsewhere is used all the same', async () => {
    const network = new BrokerModel();
    const [good, damaged] = [new Box(), new Box()];
    await publishAll(network);
    await putDown(network, good);
    damaged.pieces.set(NEWEST, new Uint8Array(7));
    const { codes, engine } = await engineWith(network, [damaged, good]);
    expect(codes).toEqual(['CHECKPOINT_NOT_USED', 'CHECKPOINT_USED']);
    expect(engine.counts().checkpointsRefused).toBe(1);
  });

  test('one whose documents have other hashes than were published', async () => {
    const network = new BrokerModel();
    const box = new Box();
    await publishAll(network);
    await putDown(network, box);
    const newest = (await unpacked(box.pieces.get(NEWEST)!)) as { head: string };
    const head = (await unpacked(box.pieces.get(newest.head)!)) as {
      checkpoint: { competition: { documents: { hash: string }[] } };
    };
    head.checkpoint.competition.documents[0]!.hash = '0123456789abcdef';
    box.pieces.set(newest.head, await packed(head));
    const running = await engineWith(network, [box]);
    expect(running.codes).toContain('CHECKPOINT_NOT_USED');
    await until('everything is read', () => isDone(running, FACTS.length));
    expectEnd(network);
  });

  test('one of other rules', async () => {
    const network = new BrokerModel();
    const box = new Box();
    await publishAll(network);
    await putDown(network, box);
    const { codes } = await engineWith(network, [box], 'another-revision');
    expect(codes).toContain('CHECKPOINT_NOT_USED');
  });

  test('one of another broker', async () => {
    const box = new Box();
    const first = new BrokerModel();
    await publishAll(first);
    await putDown(first, box);
    const other = new BrokerModel({ now: () => Date.UTC(2030, 0, 1) * 1_000 });
    const { codes } = await engineWith(other, [box]);
    expect(codes).toContain('CHECKPOINT_NOT_USED');
  });

  test.each(['nothing comes in its place', 'others come in their place'])(
    'one that is ahead of a broker that was put back while nobody was there: %s',
    async (what) => {
      const network = new BrokerModel();
      const box = new Box();
      const half = FACTS.length >> 1;
      await publishAll(network, FACTS.slice(0, half));
      const copy = network.store.copy();
      await publishAll(network, FACTS.slice(half));
      await putDown(network, box);
      network.rollBack(copy);
      network.start();
      // In another order: the same places hold other facts.
      if (what.startsWith('others')) await publishAll(network, FACTS.slice(half).toReversed());
      const running = await engineWith(network, [box]);
      expect(running.codes).toContain('CHECKPOINT_NOT_USED');
      await publishAll(network);
      await until('everything is read', () => isDone(running, FACTS.length));
      expectEnd(network);
    },
  );
});

test('nothing is put down whose documents are not stored', async () => {
  const network = new BrokerModel();
  const box = new Box();
  const connection = network.connect();
  connection.publishResult = () => new Promise(() => {});
  const engine = await startEngine({
    broker: connection,
    log: { info() {}, warn() {}, error() {} },
    checkpoints: { keeper: new Checkpoints([box]), everyMs: EVERY_MS },
  });
  ends.push(async () => {
    connection.disconnect();
    await connection.close();
  });
  await publishAll(network);
  await until('all are taken', () => engine.counts().lastStreamSeq === FACTS.length);
  await new Promise((resolve) => setTimeout(resolve, 20 * EVERY_MS));
  expect(box.written).toBe(0);
  void engine.close();
});

test('of two engines one writes, and when it has gone the other one', async () => {
  const network = new BrokerModel();
  const box = new Box();
  const publish = publishedBy(network);
  const [one, other] = [await engineWith(network, [box]), await engineWith(network, [box])];
  for (const fact of FACTS.slice(0, -1)) await publish(fact);
  await until('one has written', () => box.written > 0);
  one.kill();
  const written = box.written;
  await publish(FACTS.at(-1)!);
  await until('the other one has everything', () => isDone(other, FACTS.length) && box.written > written);
  const third = await engineWith(network, [box]);
  expect(third.codes).toContain('CHECKPOINT_USED');
  await until('everything is read', () => isDone(third, FACTS.length));
  expect(third.engine.counts().disagreements).toBe(0);
});

test('a place that does not answer is left to whoever writes there', async () => {
  const [box, silent] = [new Box(), new Box()];
  silent.read = async () => {
    throw new Error('no answer');
  };
  const keeper = new Checkpoints([silent, box]);
  expect(await keeper.turn(1)).not.toBe(null);
  await keeper.write({ streamSeq: 1, competition: { disciplines: [] } } as never);
  expect([silent.written, box.written]).toEqual([0, 1]);
  await expect(new Checkpoints([silent]).turn(1)).rejects.toThrow('no answer');
});

test('before the first fact nothing is put down: there would be no fact to hold it against', async () => {
  const puts: number[] = [];
  const keeper: CheckpointKeeper = {
    async *found() {},
    turn: async () => () => false,
    write: async ({ streamSeq }) => void puts.push(streamSeq),
  };
  const desk = new CheckpointDesk(keeper, { info() {}, warn() {}, error() {} });
  const put = (streamSeq: number): Promise<void> =>
    desk.write(
      { streamSeq, nowMs: 0 },
      () => ({ streamSeq }) as never,
      async () => {},
    );
  await put(0);
  await put(1);
  await put(1);
  expect(puts).toEqual([1]);
});

import { describe, expect, test, vi } from 'vitest';
import type { ResultMessage, StoredResultMessage } from '../../src/broker/broker.ts';
import { encodeWholeResult } from '../../src/encode/result-codec.ts';
import { RowList } from '../../src/model/row-list.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { EdgeBench, onAir } from './edge-bench.ts';
import { FINAL_100M, FINAL_200M, header, sprinters } from './published-documents.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;

describe('D10 the live path is short, the safe path is complete', () => {
  test('an edge that starts late holds everything before it is open', async () => {
    const bench = new EdgeBench();
    const kept = bench.publisher();
    await kept.begin();
    await kept.touch(5);
    await kept.keep();
    await kept.touch(5);
    const unkept = bench.publisher(header(FINAL_200M));
    await unkept.begin();
    await unkept.touch(7);
    await bench.start();
    expect(bench.shelf.current(kept.channel)?.hash).toBe(kept.current.hash);
    expect(bench.shelf.current(unkept.channel)?.hash).toBe(unkept.current.hash);
  });

  test.each([false, true])(
    'engines that overlap: an edge has the highest version, though a lower one was stored last (kept: %s)',
    async (isKept) => {
      const bench = new EdgeBench();
      const publisher = bench.publisher();
      await publisher.begin();
      await publisher.touch(2);
      if (isKept) await publisher.keep();
      const again = bench.network.results.stored.at(-1)!;
      await publisher.touch(2);
      // Another engine had it under way, put together otherwise.
      await bench.engine.publishResult({ ...again, first: again.version - 1 });
      expect((await bench.broker.lastResult(CHANNEL)).last?.version).toBe(3);
      await bench.start();
      expect(bench.shelf.current(CHANNEL)?.hash).toBe(publisher.current.hash);
      await bench.catchUp(CHANNEL);
      expect(bench.shelf.current(CHANNEL)?.version).toBe(5);
    },
  );

  test('what is published while the edge starts is not missed', async () => {
    const bench = new EdgeBench();
    const publisher = bench.publisher();
    await publisher.begin();
    const starting = bench.start();
    await publisher.touch(20);
    await starting;
    await bench.timing.settle();
    expect(bench.shelf.current(CHANNEL)?.hash).toBe(publisher.current.hash);
  });

  test('versions lost on the live path are filled from the stream, and mode every has no hole', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { mode: 'every' });
    let count = 0;
    bench.network.live = (_message, deliver) => {
      count += 1;
      if (count % 3 === 0) deliver();
    };
    await publisher.touch(40);
    await screen.readAll();
    expect(screen.versions()).toEqual(Array.from({ length: 41 }, (_none, index) => index + 1));
    expect(bench.shelf.current(CHANNEL)?.hash).toBe(publisher.current.hash);
  });

  test('a last version that the live path lost arrives all the same', async () => {
    const { bench, publisher } = await onAir();
    bench.network.live = () => {};
    await publisher.touch();
    await bench.timing.settle();
    expect(bench.shelf.current(CHANNEL)?.version).toBe(2);
  });

  test('what the stream has let go of, place after place, is taken in one round and one more, and the last word comes', async () => {
    const bench = new EdgeBench();
    const publisher = bench.publisher();
    await publisher.begin();
    let inOrder = (_message: StoredResultMessage): void => {};
    vi.spyOn(bench.broker, 'consumeResults').mockImplementation(async (_from, take) => {
      inOrder = take;
      return { stop: async () => {} };
    });
    bench.network.live = () => {};
    await bench.start();
    await publisher.touch(40);
    const rounds = vi.spyOn(bench.broker, 'lastResults').mockRejectedValueOnce(new Error('not now'));
    for (const message of bench.network.results.stored.filter(({ streamSeq }) => streamSeq % 3 === 0))
      inOrder(message);
    await bench.timing.pass(1_000);
    expect(bench.shelf.current(CHANNEL)?.version).toBe(41);
    // The first in vain, and both for all that was let go of.
    expect(rounds).toHaveBeenCalledTimes(2);
  });

  test('late and repeated copies change nothing', async () => {
    const { bench, publisher } = await onAir();
    const late: (() => void)[] = [];
    bench.network.live = (_message, deliver) => {
      deliver();
      deliver();
      late.push(deliver);
    };
    await publisher.touch(10);
    await bench.timing.settle();
    const { versions } = bench.counts;
    for (const deliver of late.reverse()) deliver();
    await bench.timing.settle();
    expect(bench.counts.versions).toBe(versions);
    expect(bench.conflicts).toEqual([]);
    expect(bench.shelf.current(CHANNEL)?.hash).toBe(publisher.current.hash);
  });

  test('D3 two engines that publish the same version are one series', async () => {
    const bench = await new EdgeBench().start();
    const [one, other] = [bench.publisher(), bench.publisher()];
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { mode: 'every' });
    await one.begin();
    await other.begin();
    for (let count = 0; count < 10; count += 1) {
      await one.touch();
      await other.touch();
    }
    await bench.timing.settle();
    expect(screen.versions()).toEqual(Array.from({ length: 11 }, (_none, index) => index + 1));
    expect(bench.conflicts).toEqual([]);
  });

  test('D3 one version with two hashes is reported, and the first published stands', async () => {
    const { bench, publisher } = await onAir();
    const before = await publisher.touch();
    await bench.timing.settle();
    const hash = 'ffffffffffffffff';
    const theirs = { ...publisher.message('whole', encodeWholeResult(before)), hash };
    await expect(bench.engine.publishResult(theirs, 1)).rejects.toMatchObject({ code: 'NOT_NEXT' });
    await bench.timing.settle();
    expect(bench.conflicts).toMatchObject([{ channel: CHANNEL, version: 2, hash }]);
    expect(bench.shelf.current(CHANNEL)?.hash).toBe(before.hash);
  });

  test('a new epoch replaces the old one, on screens too; late versions of the old one are dropped', async () => {
    const { bench, publisher: old } = await onAir();
    await old.touch(5);
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { delta: true });
    const fresh = bench.publisher(header(FINAL_100M), sprinters(), 'new');
    await fresh.begin();
    await bench.timing.settle();
    await fresh.touch();
    await bench.timing.settle();
    await old.touch();
    await bench.timing.settle();
    const frames = screen.pair.data().slice(1);
    expect(frames).toMatchObject([
      { document: { epoch: 'new', version: 1 } },
      { epoch: 'new', delta: { base: 1, version: 2 } },
    ]);
    expect(bench.shelf.current(CHANNEL)).toMatchObject({ epoch: 'new', version: 2 });
  });

  test('a new epoch whose beginning was missed is read from the stream', async () => {
    const { bench } = await onAir();
    bench.network.live = (message, deliver) => {
      if (message.version > 2) deliver();
    };
    const fresh = bench.publisher(header(FINAL_100M), sprinters(), 'new');
    await fresh.begin();
    await fresh.touch(4);
    await bench.timing.settle();
    expect(bench.shelf.current(CHANNEL)).toMatchObject({
      epoch: 'new',
      version: 5,
      hash: fresh.current.hash,
    });
  });

  test('the same in mode every: old epoch, then every version of the new one', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { mode: 'every' });
    await publisher.touch(2);
    const fresh = bench.publisher(header(FINAL_100M), sprinters(), 'new');
    await fresh.begin();
    await fresh.touch(3);
    await screen.readAll();
    const seen = screen.pair
      .data()
      .map((frame) => 'document' in frame && `${frame.document.epoch} ${frame.document.version}`);
    expect(seen).toEqual(['k3f9 1', 'k3f9 2', 'k3f9 3', 'new 1', 'new 2', 'new 3', 'new 4']);
  });

  test('the next version as a whole document keeps the stamps: older bases still get small deltas', async () => {
    const { bench, publisher } = await onAir();
    await publisher.touch(3);
    const { rows, ...touched } = await publisher.touch();
    const next = { ...structuredClone(touched), rows: RowList.of(structuredClone([...rows])) };
    await bench.timing.settle();
    const edge = new EdgeBench();
    const same = edge.publisher();
    await same.begin();
    await edge.start();
    for (const document of [...publisher.history.slice(1, 4), next]) {
      await edge.engine.publishResult({
        channel: CHANNEL,
        epoch: document.epoch,
        first: document.version,
        version: document.version,
        hash: document.hash,
        form: 'whole',
        data: encodeWholeResult(document),
      });
    }
    await edge.timing.settle();
    expect(edge.shelf.copy(CHANNEL)?.deltaSince(4)?.rows).toHaveLength(1);
    expect(edge.shelf.current(CHANNEL)?.hash).toBe(next.hash);
  });

  test('bytes that are no document are reported, and the channel goes on', async () => {
    const { bench, publisher } = await onAir();
    const data = Uint8Array.from([255, 1, 2, 3]);
    bench.network.live = (message, deliver) => {
      if (message.version !== 2) return deliver();
      (message as { data: Uint8Array }).data = data;
      deliver();
    };
    await publisher.touch(3);
    await bench.timing.settle();
    expect(bench.troubles.length).toBeGreaterThan(0);
    expect(bench.shelf.current(CHANNEL)?.hash).toBe(publisher.current.hash);
  });
});

describe('S11 several versions travel in one message', () => {
  /** Some versions that follow each other, in messages of one to six. */
  function batches(single: readonly ResultMessage[], dice: Dice): ResultMessage[] {
    const messages: ResultMessage[] = [];
    for (let from = 0; from < single.length; ) {
      const some = single.slice(from, from + 1 + dice.throw(6));
      const data = Buffer.concat(some.map((message) => message.data));
      messages.push({ ...some.at(-1)!, first: some[0]!.first, form: some[0]!.form, data });
      from += some.length;
    }
    return messages;
  }

  test.each([1, 2, 3, 4, 5])(
    'messages of two engines that overlap are settled by the number of a version, not by arrival, seed %i',
    async (seed) => {
      const dice = new Dice(seed);
      const { bench: other, publisher } = await onAir();
      await publisher.touch(40);
      const engines = [0, 1].map(() => batches(other.network.results.stored, dice));
      const edge = new EdgeBench();
      await edge.start();
      const screen = edge.screen();
      await screen.subscribe(CHANNEL, { mode: 'every' });
      const late: (() => void)[] = [];
      edge.network.live = (_message, deliver) => late.splice(dice.throw(late.length + 1), 0, deliver);
      while (engines.some((messages) => messages.length > 0)) {
        const waiting = engines.filter((messages) => messages.length > 0);
        const message = waiting[dice.throw(waiting.length)]!.shift()!;
        await edge.engine.publishResult(message);
        if (dice.throw(3) === 0) late.splice(0, 4).forEach((deliver) => void deliver());
      }
      for (const deliver of late) deliver();
      await screen.readAll();
      expect(edge.shelf.current(CHANNEL)?.hash).toBe(publisher.current.hash);
      expect(screen.versions()).toEqual(Array.from({ length: 41 }, (_none, index) => index + 1));
      expect(edge.conflicts).toEqual([]);
    },
  );
});
